"""Milestone payments: sums paid during construction as milestones are certified, by progress of the work or by date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.bridge import Bridge
from finmodel.inputs.costs import NO_POOL
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.grant_terms import GrantTerms
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["Milestone", "MilestonePayments"]


class Milestone(Block):
    """One milestone: what is paid for it, and when it is reached by plan."""

    label: Text | None = word("Name shown", default=None)
    amount: Figure = figure("Amount", Unit.MONEY, minimum=0)
    progress: Figure | None = figure(
        "Reached at this share of the works", Unit.SHARE, default=None, minimum=0, maximum=1,
        note="Of the planned cost of all works; what they cost above plan is no progress.",
    )  # fmt: skip
    date: Figure | None = figure(
        "Reached by plan on", Unit.DATE, default=None, note="A delay of construction delays it in proportion."
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Neither progress nor a date, both, or a date outside planned construction."""
        if self.progress is None and self.date is None:
            yield ("amount",), "nothing says when it is paid", "state progress, or date"
        elif self.progress is not None and self.date is not None:
            yield ("date",), "stands beside progress", "keep one of the two"
        if self.date is not None:
            start, day = case.timing.start.day, self.date.day
            passed = 12 * (day.year - start.year) + day.month - start.month
            if not 0 <= passed < case.timing.construction_months.number:
                what = f"{day} is not within planned construction"
                yield ("date",), what, "give a day on which construction is under way, or progress: 100 % for its end"


class MilestonePayments(GrantTerms):
    """``type: milestone_payments``."""

    type: Literal["milestone_payments"]
    grantor: str = word("Who pays", default="authority")
    milestones: dict[InstanceName, Milestone] = word("Milestones")
    taxed: Literal["as_income", "lowers_cost", "exempt"] = word(
        "Tax",
        note="as_income: taxed when received; lowers_cost: assets of tax_pool cost less for tax; exempt: neither.",
    )
    tax_pool: str = word("Tax pool that the payments lower", default=NO_POOL)
    bridge: Bridge | None = word("Bridge loan", default=None)
    member: str | None = word("Member of the pool", default=None)

    @property
    def parties(self) -> tuple[str, ...]:
        """Who pays, and the lender of the bridge."""
        return (self.grantor, *((self.bridge.lender,) if self.bridge else ()))

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """No milestone, a pool that is missing, not there, or not read."""
        if not self.milestones:
            yield ("milestones",), "names no milestone", "add one with its amount, and progress or date"
        yield from self._pool(case)

    def _pool(self, case: Any) -> Iterator[Inconsistency]:
        if self.taxed == "lowers_cost" and self.tax_pool == NO_POOL:
            yield ("taxed",), "lowers_cost needs the pool whose cost is lowered", "state tax_pool"
        elif self.taxed != "lowers_cost" and self.tax_pool != NO_POOL:
            yield ("tax_pool",), f"is not read with taxed: {self.taxed}", "take it out, or write taxed: lowers_cost"
        elif self.tax_pool not in (*case.tax_pools, NO_POOL):
            yield (("tax_pool",), *not_there(self.tax_pool, tuple(case.tax_pools), "tax_pools"))
