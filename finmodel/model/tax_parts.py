"""Which tax sections a case is made of: its regime, its pools, one computation for each cash flow that is taxed."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part
from finmodel.inputs.case import Case
from finmodel.inputs.costs import NO_POOL
from finmodel.inputs.grant_terms import ConstructionGrant
from finmodel.inputs.milestone_payments import MilestonePayments
from finmodel.inputs.tax import Sez
from finmodel.model.tax.computation import computation
from finmodel.model.tax.declining_balance import declining_balance
from finmodel.model.tax.deductions import deductions
from finmodel.model.tax.depreciation import tax_depreciation
from finmodel.model.tax.granted_pool import granted_pool
from finmodel.model.tax.kz_standard import kz_standard
from finmodel.model.tax.pool import financing_pool, pool
from finmodel.model.tax.sez import sez
from finmodel.model.tax.sez_category import THOUSANDS, sez_category
from finmodel.model.tax.straight_line import straight_line

__all__ = ["WITHOUT_DEBT", "tax_parts"]

_REGIMES = {"kz_standard": kz_standard, "sez": sez}
_METHODS = {"declining_balance": declining_balance, "straight_line": straight_line}

WITHOUT_DEBT = {"deductible_interest": "nothing", "tax_depreciation_total": "tax_depreciation_works"}
"""What a computation of tax reads instead, where it is to be as if there were no debt."""


def tax_parts(case: Case) -> Iterable[Part]:
    """The regime, the pools, and tax as it turns out, without debt, and in each sizing case."""
    yield _REGIMES[case.tax.regime].part()
    if isinstance(case.tax, Sez) and _thresholds_hold(case, case.tax):
        yield sez_category(THOUSANDS[case.project.money]).part()
    for name, block in case.tax_pools.items():
        lowered = [granted_pool] if name in _granted(case) else []
        label = block.label or name.capitalize()
        yield pool.instance(name, _METHODS[block.method], *lowered, label=label, roles={"cost": "works"})
    if case.tax.financing_pool != NO_POOL:
        yield _financing_pool(case, case.tax.financing_pool)
    yield tax_depreciation.part()
    yield deductions.part()
    for name, label, links in (
        (
            "tax_actual",
            "Tax as it turns out",
            {"result_before_tax": "taxable_result", "deductible_interest": "deductible_actual"},
        ),
        ("tax_unlevered", "Tax without debt", {"result_before_tax": "ebitda", **WITHOUT_DEBT}),
    ):
        yield computation.instance(name, label=label, links=links)


def _granted(case: Case) -> set[str]:
    """The pools that grants lower."""
    lowering = (grant for grant in case.grants.values() if isinstance(grant, (ConstructionGrant, MilestonePayments)))
    return {grant.tax_pool for grant in lowering}


def _thresholds_hold(case: Case, zone: Sez) -> bool:
    """Whether the index that thresholds are counted in is one of the case's currency."""
    return case.project.currency == "KZT" or zone.monthly_calculation_index.provenance.stated


def _financing_pool(case: Case, name: str) -> Part:
    """Capitalised financing costs, depreciated as the pool that takes them and apart from its works."""
    block = case.tax_pools[name]
    return pool.instance(
        "capitalised_financing",
        _METHODS[block.method],
        financing_pool,
        label="Capitalised financing costs",
        roles={"cost": "financing"},
        links={figure: f"{name}.{figure}" for figure in ("rate", "life_years")},
    )
