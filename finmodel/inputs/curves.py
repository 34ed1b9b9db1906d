"""Curves: yields by tenor, paths of a money-market rate, and price indices, which bonds are priced and paid by."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Annotated, Any, Literal

from pydantic import Field

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["Curve", "PriceIndex", "RatePath", "YieldCurve"]


class YieldCurve(Block):
    """``type: yield_curve``: yields of comparable or government bonds on one day, by tenor."""

    type: Literal["yield_curve"]
    label: Text | None = word("Name shown", default=None)
    tenor_years: Figure = figure("Tenors", Unit.YEARS, profile=True, minimum=0, maximum=100)
    yields: Figure | None = figure(
        "Yields of bonds at these tenors", Unit.RATE, profile=True, default=None, minimum=-0.5, maximum=5,
        note="What G-spread and greenium are measured against; in a straight line between tenors, flat outside.",
    )  # fmt: skip
    zero_rates: Figure | None = figure(
        "Zero-coupon rates at these tenors", Unit.RATE, profile=True, default=None, minimum=-0.5, maximum=5,
        note="What the Z-spread is added to; in a straight line between tenors, flat outside.",
    )  # fmt: skip
    compounding_a_year: Figure = figure(
        "Its rates compound, times a year", Unit.COUNT, default=1, minimum=1, maximum=12, whole=True,
        note="Spreads are taken on the basis of the bond: its yield may compound otherwise.",
    )  # fmt: skip

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """Tenors out of order, rates without their tenors, and a curve without rates."""
        tenors = self.tenor_years.numbers
        if any(later <= sooner for sooner, later in pairwise(tenors)):
            yield ("tenor_years",), "is not in rising order", "write each tenor once, the shortest first"
        stated = {"yields": self.yields, "zero_rates": self.zero_rates}
        for key, rates in stated.items():
            if rates is not None and len(rates.numbers) != len(tenors):
                what = f"gives {len(rates.numbers)} rates for {len(tenors)} tenors"
                yield (key,), what, "give one rate for each tenor"
        if self.yields is None and self.zero_rates is None:
            yield (), "states no rates", "state yields, zero_rates or both"


class RatePath(Block):
    """``type: rate_path``: an overnight rate over time, and the index that compounds it, such as TONIA's."""

    type: Literal["rate_path"]
    label: Text | None = word("Name shown", default=None)
    rate: Figure = figure("Rate", Unit.RATE, series=True, minimum=-0.05, maximum=2)
    days_a_year: Figure = figure(
        "Days a year of the rate", Unit.DAYS, default=365, minimum=360, maximum=366, whole=True,
        note="The index grows each calendar day by the rate divided by these days.",
    )  # fmt: skip


class PriceIndex(Block):
    """``type: price_index``: consumer prices over time, for bonds that are linked to inflation."""

    type: Literal["price_index"]
    label: Text | None = word("Name shown", default=None)
    rate: Figure = figure("Rise a year", Unit.RATE, series=True, minimum=-0.9, maximum=10)
    rate_before: Figure = figure(
        "Rise a year before the first period", Unit.RATE, default=0.0, minimum=-0.9, maximum=10,
        note="For bonds that read the index some months before the date they pay.",
    )  # fmt: skip


Curve = Annotated[YieldCurve | RatePath | PriceIndex, Field(discriminator="type")]
