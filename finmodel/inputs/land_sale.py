"""Land sale: the area for sale, how much of it is sold each year, at what price, and in which instalments."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.stream import StreamTerms
from finmodel.units import Unit

__all__ = ["LandSale"]


class LandSale(StreamTerms):
    """``type: land_sale``: serviced plots sold; what servicing costs is an item of ``capex``."""

    type: Literal["land_sale"]
    payer: str = word("Who buys", default="buyers")
    area: Figure = figure("Area for sale, in units (such as hectares)", Unit.NUMBER, minimum=0)
    sold: Figure = figure(
        "Area planned to be sold a year", Unit.NUMBER, series=True, minimum=0,
        note="Counts from planned completion on; where completion is late, sales wait.",
    )  # fmt: skip
    sales_factor: Figure = figure(
        "Factor on sales", Unit.NUMBER, series=True, default=1.0, minimum=0,
        note="1 in the base case; a risk or a scenario sets it.",
    )  # fmt: skip
    price: Figure = figure("Price a unit of area, before indexation", Unit.MONEY_PER_UNIT, series=True, minimum=0)
    share_at_signing: Figure = figure("Share of the price due at signing", Unit.SHARE, default=1.0, minimum=0)
    rest_after_periods: Figure = figure(
        "Periods from signing to the rest", Unit.COUNT, default=0, minimum=0, maximum=40, whole=True
    )
    supplier: str = word("Who is paid for selling", default="agent")
    cost_share: Figure = figure(
        "Cost of sale, share of the price", Unit.SHARE, series=True, default=0.0, minimum=0, note="Paid at signing."
    )

    @property
    def parties(self) -> tuple[str, ...]:
        """Those who buy, and who is paid for selling."""
        return (self.payer, self.supplier)

    @property
    def periods_to_payment(self) -> float:
        """Periods to the rest of the price."""
        return self.rest_after_periods.number

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A rest without a date, a date without a rest, nothing that is planned to be sold."""
        yield from super().inconsistencies(case)
        if self.share_at_signing.number < 1 and not self.rest_after_periods.number:
            yield ("share_at_signing",), "it is not said when the rest is paid", "add rest_after_periods, 1 or more"
        if self.share_at_signing.number == 1 and self.rest_after_periods.number:
            yield ("rest_after_periods",), "all is paid at signing", "lower share_at_signing, or take it out"
        if not max(self.sold.numbers):
            yield ("sold",), "no land is planned to be sold", "state the area of each year"
