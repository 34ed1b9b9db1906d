"""Standby facility: debt that is drawn only where construction needs more than all commitments together."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency
from finmodel.inputs.facilities import HIGHEST_RANK
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["StandbyFacility"]


class StandbyFacility(Block):
    """The block ``standby_facility``."""

    lender: str = word("Who lends", default="standby_lender")
    rank: int = word("Rank", default=1, note="Among the facilities: those of one rank are paid pari passu.")
    amount: Figure = figure("Amount", Unit.MONEY, minimum=0)
    share: Figure = figure(
        "Share of what commitments lack that it pays", Unit.SHARE, default=1.0, minimum=0, maximum=1,
        note="The sponsors' support pays the rest.",
    )  # fmt: skip
    base_rate: Figure = figure("Base rate", Unit.RATE, series=True, minimum=-0.05, maximum=2)
    margin: Figure = figure("Margin", Unit.RATE, series=True, default=0.0, minimum=-0.05, maximum=1)
    default_margin: Figure = figure("Default margin", Unit.RATE, default=0.02, minimum=0)
    day_count: Literal["act_365", "act_360", "30_360"] = word("Day count", default="act_365")
    upfront_fee_rate: Figure = figure("Upfront fee", Unit.SHARE, default=0.0, minimum=0)
    commitment_fee_rate: Figure = figure("Commitment fee", Unit.RATE, default=0.0, minimum=0)
    repayment_months: Figure = figure(
        "Repaid within, after completion", Unit.MONTHS, minimum=1, maximum=1200, whole=True,
        note="In equal instalments, and no later than the end of operation.",
    )  # fmt: skip

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A rank before every facility or out of bounds, a term shorter than one period."""
        best = min((loan.rank for loan in case.facilities.values()), default=1)
        if not best <= self.rank <= HIGHEST_RANK:
            yield (
                ("rank",),
                f"is {self.rank}",
                f"give a whole number from {best} (the best facility's) to {HIGHEST_RANK}",
            )
        months = case.timing.grid().period_months
        if self.repayment_months.number < months:
            what = f"{self.repayment_months.number:.0f} months are shorter than a period of {months}"
            yield ("repayment_months",), what, f"give {months} or more"
