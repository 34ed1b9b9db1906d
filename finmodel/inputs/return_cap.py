"""Cap on the investor's return: at which rate, measured on which flows, and who has what is above it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["ReturnCap"]


class ReturnCap(Block):
    """What an investor earns above the rate is returned, in the period in which it is earned."""

    rate: Figure = figure("Highest return of the investor", Unit.RATE, minimum=0, maximum=10)
    basis: Literal["before_financing", "distributions"] = word(
        "Return measured on",
        default="before_financing",
        note="before_financing: all cash of the project before tax and finance; distributions: what sponsors pay in "
        "and are paid.",
    )
    returned_to: str | None = word(
        "Who has what is above it", default=None, note="The payer of the stream, if none is named."
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A second cap: both would take what is above the return of the same investor."""
        capped = {name: getattr(stream, "return_cap", None) for name, stream in case.revenue.items()}
        first = next((name for name, cap in capped.items() if cap is not None), "")
        if capped.get(first) is not self:
            what = f"the investor's return is capped by {first} already"
            yield ("rate",), what, "keep one cap: it is measured on all cash of the project"
