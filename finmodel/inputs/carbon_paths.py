"""Published paths of the shadow price of carbon: the data table, with sources and how far each can be trusted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

__all__ = ["CARBON_PATHS", "CarbonPath"]


@dataclass(frozen=True, slots=True)
class CarbonPath:
    """Prices of a tonne of CO2 equivalent in the years for which a source states them, in constant money."""

    currency: str
    price_year: int
    """The year whose prices they are in."""
    prices: Mapping[int, float]
    source: str
    as_of: str
    status: str
    note: str

    def figures(self) -> dict[str, Any]:
        """The figures ``years`` and ``prices`` of a case, each with where it comes from."""
        said = {"source": self.source, "as_of": self.as_of, "status": self.status, "note": self.note}
        return {"years": {"value": list(self.prices), **said}, "prices": {"value": list(self.prices.values()), **said}}


_WORLD_BANK = "World Bank, Shadow price of carbon in economic analysis (guidance note of 2017, Stiglitz-Stern range)"
_RISE = "Numbers not seen in the source itself; after 2030 they rise by 2.25 % a year. The note was revised in 2024."

CARBON_PATHS: Mapping[str, CarbonPath] = {
    "world_bank_low": CarbonPath(
        "USD", 2017, {2020: 40.0, 2030: 50.0, 2035: 55.9, 2040: 62.5, 2050: 78.0},
        f"{_WORLD_BANK}, low", "2017", "unverified", _RISE,
    ),
    "world_bank_high": CarbonPath(
        "USD", 2017, {2020: 80.0, 2030: 100.0, 2035: 111.8, 2040: 124.9, 2050: 156.1},
        f"{_WORLD_BANK}, high", "2017", "unverified", _RISE,
    ),
    "eib": CarbonPath(
        "EUR", 2016,
        {2020: 80.0, 2025: 165.0, 2030: 250.0, 2035: 390.0, 2040: 525.0, 2045: 660.0, 2050: 800.0},
        "European Investment Bank, Climate Bank Roadmap 2021-2025", "2020", "unverified",
        "250 in 2030 and 800 in 2050 were seen in a summary of the roadmap, the years between were not.",
    ),
}  # fmt: skip
"""The paths that a case can name, by the word that names them."""
