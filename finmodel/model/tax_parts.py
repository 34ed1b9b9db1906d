"""Which tax sections a case is made of: its regime, its pools, one computation for each cash flow that is taxed."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.section import Part
from finmodel.inputs.case import Case
from finmodel.model.tax.computation import computation
from finmodel.model.tax.declining_balance import declining_balance
from finmodel.model.tax.deductions import deductions
from finmodel.model.tax.depreciation import tax_depreciation
from finmodel.model.tax.kz_standard import kz_standard
from finmodel.model.tax.pool import financing_pool, pool
from finmodel.model.tax.sez import sez
from finmodel.model.tax.straight_line import straight_line

__all__ = ["tax_parts"]

_REGIMES = {"kz_standard": kz_standard, "sez": sez}
_METHODS = {"declining_balance": declining_balance, "straight_line": straight_line}


def tax_parts(case: Case) -> Iterable[Part]:
    """The regime, the pools, and tax as it turns out, without debt, and in each sizing case."""
    yield _REGIMES[case.tax.regime].part()
    for name, block in case.tax_pools.items():
        sections = [_METHODS[block.method]]
        if name == case.tax.financing_pool:
            sections.append(financing_pool)
        yield pool.instance(name, *sections, label=block.label or name.capitalize())
    yield tax_depreciation.part()
    yield deductions.part()
    for name, label, result, interest in (
        ("tax_actual", "Tax as it turns out", "taxable_result", "deductible_actual"),
        ("tax_unlevered", "Tax without debt", "ebitda", "nothing"),
    ):
        yield computation.instance(
            name, label=label, links={"result_before_tax": result, "deductible_interest": interest}
        )
