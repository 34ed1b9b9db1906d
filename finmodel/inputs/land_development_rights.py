"""Development rights: certificates offered, how auctions go, and what the floor area that they add can bear."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.first_year import begins_unsaid
from finmodel.units import Unit

__all__ = ["DevelopmentRights"]


class DevelopmentRights(Block):
    """One entry under ``land.development_rights``; prices are those of each year."""

    label: Text | None = word("Name shown", default=None)
    offered: Figure = figure("Certificates offered a year", Unit.COUNT, series=True, minimum=0)
    supply: Figure | None = figure("Certificates that may be sold in total", Unit.COUNT, default=None, minimum=0)
    sold_share: Figure = figure(
        "Share of the offer that is sold", Unit.SHARE, series=True, default=1.0, minimum=0, maximum=1,
        note="0 for an auction at which nobody bids.",
    )  # fmt: skip
    auction_price: Figure = figure(
        "Price of a certificate that auctions bring", Unit.MONEY_PER_UNIT, series=True, minimum=0
    )
    minimum_price: Figure = figure(
        "Least price of a certificate", Unit.MONEY_PER_UNIT, series=True, default=0.0, minimum=0
    )
    floor_area_gain: Figure = figure("Floor area that a certificate adds, in units", Unit.NUMBER, minimum=0)
    sale_price: Figure = figure("Sale price of a unit of floor area", Unit.MONEY_PER_UNIT, series=True, minimum=0)
    build_cost: Figure = figure("Cost of building it, without land", Unit.MONEY_PER_UNIT, series=True, minimum=0)
    margin: Figure = figure("Developer's margin, share of the sale price", Unit.SHARE, minimum=0, maximum=1)
    collection: Figure = figure("Share that is collected", Unit.SHARE, series=True, default=1.0, minimum=0, maximum=1)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """An offer whose beginning is not said, floor area that is worth no more than it costs to build."""
        yield from begins_unsaid(case, {"offered": self.offered})
        worth = max(self.sale_price.numbers) * (1 - self.margin.number)
        cheapest = min(self.build_cost.numbers)
        if worth <= cheapest:
            what = f"after the margin {worth:,.10g} is left, and building costs {cheapest:,.10g}: land is worth nothing"
            yield ("sale_price",), what, "correct sale_price, build_cost or margin; or take the rights out"
