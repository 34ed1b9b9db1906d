"""Blocks: the headings of a case file, each a frozen record that knows its keys and checks itself against the case."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, StringConstraints

from finmodel.inputs.text import Text
from finmodel.inputs.trouble import Path

__all__ = ["Block", "Inconsistency", "InstanceName", "Text"]

Inconsistency = tuple[Path, str, str]
"""Where below the block (a path of keys), what is wrong, what to do."""

InstanceName = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
"""The name of one of several like things: a facility, a cost item, a revenue stream."""


class Block(BaseModel):
    """One heading of a case file. Unknown keys are errors; nothing can be changed after it is read."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True, protected_namespaces=(), defer_build=True)

    in_formulas: ClassVar[bool] = True
    """Whether figures below have names in formulas, which must then be unlike each other in the whole file."""

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - for subclasses
        """What this block says that does not fit the rest of the case; paths start below this block."""
        return ()
