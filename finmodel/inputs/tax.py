"""Tax: the regime by its name, its rates, and the pools in which assets are depreciated for tax."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.costs import NO_POOL
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["KzStandard", "Sez", "Tax", "TaxPool"]

_TAX_CODE = "Tax Code of Kazakhstan No. 214-VIII of 18 July 2025, in force 1 January 2026"


class _Regime(Block):
    cit_rate: Figure = figure("Corporate income tax", Unit.RATE, default=0.2, minimum=0, note=_TAX_CODE)
    loss_carry_forward_years: Figure = figure("Losses are carried forward for", Unit.YEARS, default=10, minimum=0, maximum=100)
    write_off_at_end: Figure = figure("What is left of pools is written off at the end", Unit.FLAG, default=1)
    financing_pool: str = word("Pool that takes capitalised financing costs, or none", default="machinery")

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A pool the case does not have."""
        if self.financing_pool not in (*case.tax_pools, NO_POOL):
            known = ", ".join(case.tax_pools) or "none"
            yield ("financing_pool",), f"{self.financing_pool!r} is not one of the tax pools ({known})", "name one of them"


class KzStandard(_Regime):
    """``regime: kz_standard``."""

    regime: Literal["kz_standard"]


class Sez(_Regime):
    """``regime: sez``: relief in a special economic zone."""

    regime: Literal["sez"]
    category: Figure = figure("Investment category", Unit.COUNT, choices=("A", "B", "C"))
    relief_years_by_category: Figure = figure(
        "Years of relief, by category A, B, C", Unit.YEARS, profile=True, default=[7, 15, 25], minimum=0
    )
    relief_rate: Figure = figure("Corporate income tax in relief", Unit.RATE, default=0.0, minimum=0)
    zone_end_year: Figure = figure("Last year of the zone", Unit.COUNT, default=2048, minimum=2000, maximum=2200, whole=True)


Tax = Annotated[KzStandard | Sez, Field(discriminator="regime")]


class TaxPool(Block):
    """One pool under ``tax_pools``."""

    label: Text | None = word("Name shown", default=None)
    method: Literal["declining_balance", "straight_line"] = word("Method", default="declining_balance")
    rate: Figure = figure("Rate a year, declining balance", Unit.RATE, default=0.25, minimum=0)
    life_years: Figure = figure("Life, straight line", Unit.YEARS, default=10, minimum=0.25, maximum=200)
