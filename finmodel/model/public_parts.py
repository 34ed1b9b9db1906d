"""The public side: which sections a case is made of on termination, value for money and fiscal commitments."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part
from finmodel.inputs.case import Case
from finmodel.model.termination_parts import termination_parts

__all__ = ["public_parts"]


def public_parts(case: Case) -> Iterable[Part]:
    """The parts for each heading of the public side that the case states."""
    yield from termination_parts(case)
