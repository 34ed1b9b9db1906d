"""Joint development: the plot, its value before and after, premium, developer's plan and share of profit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.first_year import begins_unsaid
from finmodel.inputs.land_betterment_levy import beyond_the_grid
from finmodel.units import Unit

__all__ = ["JointDevelopment"]


class JointDevelopment(Block):
    """One entry under ``land.joint_development``."""

    label: Text | None = word("Name shown", default=None)
    land: str = word(
        "Which land", note="A name of your own; no other instrument may capture the rise of the same land."
    )
    area: Figure = figure("Area of the plot, in units", Unit.COUNT, minimum=0)
    value_before: Figure = figure("Value of a unit of area at financial close", Unit.MONEY_PER_UNIT, minimum=0)
    value_after: Figure = figure("Value of a unit of area when it is granted", Unit.MONEY_PER_UNIT, minimum=0)
    market_growth: Figure = figure(
        "Growth of land values that would come anyway", Unit.RATE, series=True, minimum=-0.5, maximum=2
    )
    granted_month: Figure = figure(
        "Month of the grant, from financial close", Unit.MONTHS, minimum=1, maximum=1200, whole=True
    )
    premium: Figure = figure("Premium, share of the rise above the market", Unit.SHARE, minimum=0, maximum=1)
    sales: Figure = figure("Developer's sales a year", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0)
    costs: Figure = figure(
        "Developer's costs a year, without land", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0
    )
    profit_share: Figure = figure("Share of the developer's profit", Unit.SHARE, default=0.0, minimum=0, maximum=1)
    collection: Figure = figure("Share that is collected", Unit.SHARE, series=True, default=1.0, minimum=0, maximum=1)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A grant after the model's end, a share of a profit that is not stated."""
        yield from beyond_the_grid(case, self.granted_month, "granted_month")
        yield from begins_unsaid(case, {"sales": self.sales, "costs": self.costs})
        if self.profit_share.number and not self.sales.provenance.stated:
            yield ("profit_share",), "no sales are stated, so there is no profit to share", "state sales and costs"
