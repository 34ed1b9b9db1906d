"""Prepayment of a facility: a cash sweep, and what the company chooses to repay on a date."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from finmodel.inputs.block import Block, Inconsistency
from finmodel.inputs.figure import Figure, figure
from finmodel.units import Unit

__all__ = ["DatedPrepayment", "Sweep"]


class Sweep(Block):
    """``sweep`` under a facility: a share of excess cash prepays it."""

    share: Figure = figure("Cash sweep, share of cash", Unit.SHARE, series=True, minimum=0, maximum=1)
    from_month: Figure = figure("Cash sweep, from month", Unit.MONTHS, default=0, minimum=0, whole=True)
    above_dscr: Figure | None = figure(
        "Cash sweep at this DSCR or above", Unit.RATIO, default=None, minimum=0, maximum=10,
        note="Lenders share in good years. Without it, and without below_dscr, the sweep is always open.",
    )  # fmt: skip
    below_dscr: Figure | None = figure(
        "Cash sweep below this DSCR", Unit.RATIO, default=None, minimum=0, maximum=10,
        note="Lenders take what would be distributed until cover recovers.",
    )  # fmt: skip
    test_months: Figure = figure(
        "Cash sweep, months tested", Unit.MONTHS, default=12, minimum=1, maximum=60, whole=True
    )

    @property
    def tested(self) -> bool:
        """Whether the sweep depends on cover."""
        return self.above_dscr is not None or self.below_dscr is not None

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """Two levels between which no cover lies."""
        if self.above_dscr is not None and self.below_dscr is not None:
            low, high = self.above_dscr.number, self.below_dscr.number
            if low >= high:
                what = f"no cover is at {low:g} or above and below {high:g}"
                yield ("above_dscr",), what, "keep one of the two, or set above_dscr lower than below_dscr"


class DatedPrepayment(Block):
    """One of the ``prepayments`` of a facility."""

    month: Figure = figure("Month of the prepayment", Unit.MONTHS, minimum=1, whole=True)
    amount: Figure = figure(
        "Amount prepaid",
        Unit.MONEY,
        minimum=0,
        note="As far as cash for distribution reaches, and no more than is owed.",
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A date on which nothing can be prepaid."""
        begins = case.timing.construction_months.number + case.timing.delay_months.number
        if self.month.number <= begins:
            what = f"month {self.month.number:.0f} is not after construction, which lasts {begins:.0f} months"
            yield ("month",), what, f"give a month after {begins:.0f}"

    def too_late(self, case: Any, tenor_months: float) -> Iterable[Inconsistency]:
        """A date on which nothing is left to be prepaid of a loan of that tenor."""
        months = case.timing.grid().period_months
        last = tenor_months // months * months - months
        if self.month.number > last:
            what = f"month {self.month.number:.0f} is not before the period of the last repayment"
            yield ("month",), what, f"give a month up to {last:.0f}"
