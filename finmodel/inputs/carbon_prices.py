"""Carbon prices: the path of the price of a tonne, published or given, and how it is brought to a case's money."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Literal

from pydantic import model_validator

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.carbon_paths import CARBON_PATHS
from finmodel.inputs.currencies import unknown_currency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["CarbonPrice"]


class CarbonPrice(Block):
    """One price of carbon under ``carbon_prices``: of a tonne of CO2 equivalent, in constant money."""

    label: Text | None = word("Name shown", default=None)
    path: Literal["world_bank_low", "world_bank_high", "eib", "given"] = word(
        "Path of the price", note="A published path, or given: by years and prices."
    )
    years: Figure = figure(
        "Years for which the price is stated", Unit.CALENDAR_YEAR, profile=True, whole=True, minimum=1900, maximum=9999
    )
    prices: Figure = figure(
        "Price of a tonne in these years, in money of the path", Unit.NUMBER, profile=True, minimum=0,
        note="In a straight line between them; before the first and after the last year the nearest holds.",
    )  # fmt: skip
    currency: str | None = word(
        "Currency of the path", default=None, note="One of currencies, whose rate at financial close is used."
    )
    exchange: Figure | None = figure(
        "Rate of exchange at financial close, where no currency is named", Unit.NUMBER, default=None, minimum=1e-9,
        note="Units of the case's currency for one unit of the path's.",
    )  # fmt: skip
    price_rise: Figure = figure(
        "Rise of prices from the year of the path's prices to financial close", Unit.SHARE, default=0.0,
        minimum=-0.9, maximum=1000, note="In the currency of the path.",
    )  # fmt: skip
    growth_after: Figure = figure(
        "Real rise a year after the last year of the path", Unit.RATE, default=0.0, minimum=-0.5, maximum=0.5
    )
    multiple: Figure = figure(
        "Times the path", Unit.NUMBER, default=1.0, minimum=0, note="1 in the base case; a scenario sets it."
    )

    @model_validator(mode="before")
    @classmethod
    def _published(cls, data: Any) -> Any:
        """The years and prices of a published path, as if the case had stated them."""
        path = data.get("path") if isinstance(data, dict) else None
        found = CARBON_PATHS.get(path) if isinstance(path, str) else None
        return found.figures() | data if found else data

    @property
    def points(self) -> int:
        """For how many years the path states a price."""
        return len(self.years.numbers)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Years that do not ascend or pair with prices, a published path changed or left in its own money."""
        yield from unknown_currency(case, self.currency, ("currency",))
        if self.currency is not None and self.exchange is not None:
            yield ("exchange",), "stands beside currency, whose rate at financial close is used", "keep one of the two"
        years, prices = self.years.numbers, self.prices.numbers
        if any(after <= before for before, after in pairwise(years)):
            yield ("years",), "do not ascend", "list each year once, the earliest first"
        if len(years) != len(prices):
            what = f"{len(prices)} prices are given for {len(years)} years"
            yield ("prices",), what, "give one price for each year"
        if self.path in CARBON_PATHS:
            yield from self._of_published()

    def _of_published(self) -> Iterable[Inconsistency]:
        known = CARBON_PATHS[self.path]
        stated = {"years": tuple(map(float, known.prices)), "prices": tuple(known.prices.values())}
        for key, values in stated.items():
            if getattr(self, key).numbers != values:
                yield (key,), f"differs from path: {self.path}", "take it out, or write path: given"
        if self.currency is None and self.exchange is None:
            what = f"is in {known.currency}, and no rate of exchange is stated"
            yield ("path",), what, "name currency, one of currencies, or state exchange"
        if not self.price_rise.provenance.stated:
            what = f"is in prices of {known.price_year}, and price_rise is not stated"
            remedy = f"state price_rise, the rise of {known.currency} prices from {known.price_year} to financial close"
            yield ("path",), what, remedy
