"""Tax: the regime by its name, its rates, and the pools in which assets are depreciated for tax."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.costs import NO_POOL
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["KzStandard", "Sez", "Tax", "TaxPool"]

_TAX_CODE = "Tax Code of Kazakhstan No. 214-VIII of 18 July 2025, in force 1 January 2026"
_LOSSES = "Summary of deductions in Kazakhstan's corporate income tax: losses are carried forward up to 10 years"
_DEPRECIATION = "Summary of Kazakhstan's tax depreciation under the former code, machinery; to be checked for 2026"
_RELIEF = "Tax agency of Kazakhstan on agreements after 1 January 2024: 7, 15, 25 years by investment category"
_THRESHOLDS = "Tax agency of Kazakhstan on agreements after 1 January 2024: below 3.0, to 14.5, above 14.5 million MCI"
_MCI = "Monthly calculation index (MCI) of Kazakhstan for 2026"
_ZONE = "AIFC report of 2025: special economic zone Alatau, 0 % corporate income tax, status until 2048"


class _Regime(Block):
    cit_rate: Figure = figure(
        "Corporate income tax",
        Unit.RATE,
        default={"value": 0.2, "source": _TAX_CODE, "as_of": "2026-01", "status": "seen"},
        minimum=0,
    )
    loss_carry_forward_years: Figure = figure(
        "Losses are carried forward for",
        Unit.YEARS,
        default={"value": 10, "source": _LOSSES, "as_of": "2024", "status": "seen"},
        minimum=0,
        maximum=100,
    )
    write_off_at_end: Figure = figure("What is left of pools is written off at the end", Unit.FLAG, default=1)
    financing_pool: str = word("Pool that takes capitalised financing costs, or none", default="machinery")

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A pool the case does not have."""
        if self.financing_pool not in (*case.tax_pools, NO_POOL):
            yield (("financing_pool",), *not_there(self.financing_pool, (*case.tax_pools, NO_POOL), "tax_pools"))


class KzStandard(_Regime):
    """``regime: kz_standard``."""

    regime: Literal["kz_standard"]


class Sez(_Regime):
    """``regime: sez``: relief in a special economic zone."""

    regime: Literal["sez"]
    category: Figure = figure("Investment category", Unit.COUNT, choices=("A", "B", "C"))
    relief_years_by_category: Figure = figure(
        "Years of relief, by category A, B, C",
        Unit.YEARS,
        profile=True,
        default={"value": [7, 15, 25], "source": _RELIEF, "as_of": "2024-01", "status": "seen"},
        minimum=0,
    )
    relief_rate: Figure = figure(
        "Corporate income tax in relief",
        Unit.RATE,
        default={"value": 0.0, "source": _ZONE, "as_of": "2025", "status": "seen"},
        minimum=0,
    )
    zone_end_year: Figure = figure(
        "Last year of the zone",
        Unit.CALENDAR_YEAR,
        default={"value": 2048, "source": _ZONE, "as_of": "2025", "status": "seen"},
        minimum=2000,
        maximum=2200,
        whole=True,
    )
    agreement_end: Figure | None = figure(
        "Last day of the activity agreement", Unit.DATE, default=None, note="Relief never lasts longer."
    )
    category_thresholds: Figure = figure(
        "Project cost from which a category holds, B and C",
        Unit.COUNT,
        profile=True,
        default={"value": [3_000_000, 14_500_000], "source": _THRESHOLDS, "as_of": "2024-01", "status": "seen"},
        minimum=0,
        note="In monthly calculation indices. B begins at the first and ends at the second, above which is C.",
    )
    monthly_calculation_index: Figure = figure(
        "Monthly calculation index",
        Unit.COUNT,
        default={"value": 4325, "source": _MCI, "as_of": "2026-01", "status": "seen"},
        minimum=1,
        note="In whole units of the currency, whatever one unit of money stands for.",
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """An agreement that is over before it begins, or that outlives the zone; thresholds that are not two."""
        yield from super().inconsistencies(case)
        if self.agreement_end is not None:
            last, zone = self.agreement_end.day, int(self.zone_end_year.number)
            if last <= case.timing.start.day:
                yield ("agreement_end",), f"{last} is before financial close", "give the last day of the agreement"
            elif last.year > zone:
                yield ("agreement_end",), f"{last} is after the zone ends in {zone}", f"give a day up to {zone}-12-31"
        thresholds = self.category_thresholds.numbers
        if len(thresholds) != 2 or thresholds[0] >= thresholds[-1]:
            remedy = "give two: where B begins, and above which is C"
            yield ("category_thresholds",), "are not two numbers that rise", remedy


Tax = Annotated[KzStandard | Sez, Field(discriminator="regime")]


class TaxPool(Block):
    """One pool under ``tax_pools``."""

    label: Text | None = word("Name shown", default=None)
    method: Literal["declining_balance", "straight_line"] = word("Method", default="declining_balance")
    rate: Figure = figure(
        "Rate a year, declining balance",
        Unit.RATE,
        default={"value": 0.25, "source": _DEPRECIATION, "as_of": "2024-02", "status": "unverified"},
        minimum=0,
    )
    life_years: Figure = figure("Life, straight line", Unit.YEARS, default=10, minimum=0.25, maximum=200)
