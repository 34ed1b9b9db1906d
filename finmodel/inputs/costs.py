"""Costs: indices, capital items, operating items, lifecycle items, VAT and working capital."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.currencies import unknown_currency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.timeline import PERIOD_MONTHS
from finmodel.units import Unit

__all__ = [
    "Capex",
    "Index",
    "Lifecycle",
    "NO_POOL",
    "Opex",
    "Vat",
    "WorkingCapital",
    "profile_problems",
    "unknown_index",
]


NO_POOL = "none"
"""The tax pool of what is never depreciated for tax."""


def unknown_index(case: Any, name: str | None, path: tuple[str, ...]) -> Iterable[Inconsistency]:
    """The problem of naming an index that the case does not have."""
    if name is not None and name not in case.indices:
        yield (path, *not_there(name, tuple(case.indices), "indices"))


def profile_problems(shares: Sequence[float], case: Any, path: tuple[str, ...]) -> Iterable[Inconsistency]:
    """The problems of a profile by planned period of construction: it does not add to 1, or is longer."""
    if abs(sum(shares) - 1) > 1e-6:
        yield path, f"the shares add to {sum(shares):.4g}", "make them add to 1"
    built, months = case.timing.construction_months.number, PERIOD_MONTHS[case.timing.period]
    if (len(shares) - 1) * months >= built:
        what = f"{len(shares)} shares of {months} months each are longer than construction ({built:.0f} months)"
        yield path, what, "give one for each period of construction, or fewer"


class Index(Block):
    """One price index under ``indices``."""

    label: Text | None = word("Name shown", default=None)
    rate: Figure = figure("Rise a year", Unit.RATE, series=True, minimum=-0.9, maximum=10)
    initial_level: Figure = figure("Level at financial close", Unit.INDEX, default=1.0, minimum=0.001)


class _Item(Block):
    label: Text | None = word("Name shown", default=None)
    quantity: Figure = figure("Quantity", Unit.COUNT, series=True, default=1.0, minimum=0)
    index: str | None = word("Price index", default=None)
    currency: str | None = word(
        "Currency of the price", default=None, note="One of currencies; the case's own if none is named."
    )
    overrun: Figure = figure("Overrun", Unit.SHARE, default=0.0, minimum=-1, maximum=10)
    member: str | None = word("Member of the pool", default=None)
    supplier: str = word("Who is paid", default="contractor")

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """An index or a currency the case does not have."""
        yield from unknown_index(case, self.index, ("index",))
        yield from unknown_currency(case, self.currency, ("currency",))


class Capex(_Item):
    """One item under ``capex``."""

    quantity: Figure = figure("Quantity", Unit.COUNT, default=1.0, minimum=0)
    unit_cost: Figure = figure("Price per unit, without VAT", Unit.MONEY_PER_UNIT, minimum=0)
    contingency: Figure = figure("Contingency", Unit.SHARE, default=0.0, minimum=0, maximum=1)
    vat_share: Figure = figure("Share with recoverable VAT", Unit.SHARE, default=1.0, minimum=0)
    spend: Figure | None = figure("Spend profile", Unit.SHARE, profile=True, default=None, minimum=0)
    tax_pool: str = word("Tax pool, or none", default="machinery")

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A profile that does not add to 1 or outlasts construction, an index or a pool the case does not have."""
        yield from super().inconsistencies(case)
        if self.spend is not None:
            yield from profile_problems(self.spend.numbers, case, ("spend",))
        if self.tax_pool not in (*case.tax_pools, NO_POOL):
            yield (("tax_pool",), *not_there(self.tax_pool, (*case.tax_pools, NO_POOL), "tax_pools"))


class Opex(_Item):
    """One item under ``opex``."""

    supplier: str = word("Who is paid", default="operator")
    unit_cost: Figure = figure("Price per unit a year", Unit.MONEY_PER_UNIT, series=True)


class Lifecycle(_Item):
    """One item under ``lifecycle``."""

    unit_cost: Figure = figure("Price per unit", Unit.MONEY_PER_UNIT, minimum=0)
    interval_years: Figure = figure("Interval", Unit.YEARS, minimum=0.25, maximum=100)


class Vat(Block):
    """The heading ``vat``."""

    vat_rate: Figure = figure("VAT", Unit.SHARE, default=0.0, minimum=0)
    vat_refund_months: Figure = figure("Refund of VAT after", Unit.MONTHS, default=0, minimum=0, whole=True)


class WorkingCapital(Block):
    """The heading ``working_capital``."""

    receivable_days: Figure = figure("Payers pay after", Unit.DAYS, default=0, minimum=0, maximum=360)
    payable_days: Figure = figure("Suppliers are paid after", Unit.DAYS, default=0, minimum=0, maximum=360)
