"""What a facility is made of besides, where interest is on its average balance, and what all of them share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from finmodel.expr.section import Part, Section
from finmodel.inputs.case import Case
from finmodel.inputs.facilities import Loan
from finmodel.model.average_balance.average_balance import average_balance, life_on_average
from finmodel.model.average_balance.drawdown_added import drawdown_added
from finmodel.model.average_balance.drawdown_funded import drawdown_funded, uses_before_interest

__all__ = ["average_parts", "average_sections"]


def average_sections(loan: Loan) -> Sequence[Section]:
    """Closed forms of the schedule and of construction; nothing where interest is on the opening balance."""
    if loan.interest_on == "opening_balance":
        return []
    drawn = drawdown_added if loan.construction_interest == "added" else drawdown_funded
    return [average_balance, drawn, *([life_on_average] if loan.sizing.llcr is not None else [])]


def average_parts(case: Case) -> Iterable[Part]:
    """Uses before and with interest on drawdown, where a facility pays it from sources of funds."""
    if any(drawdown_funded in average_sections(loan) for loan in case.facilities.values()):
        yield uses_before_interest.part()
