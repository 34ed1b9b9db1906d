"""The workbook of a pool with phases, recalculated: sized, and held when a phase becomes dearer than was planned."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.results import Results
from tests.model.pooling.test_member import JOINED
from tests.model.small_case import small_model
from tests.outputs.workbook.agreement import disagreements, together
from tests.outputs.workbook.deal import with_inputs

DEAL = {
    **JOINED,
    "pool.dates": {"soon": {"year": 2030}, "end": {"year": 2036}},
    "pool.kept_months": 12,
    "vat": {"vat_rate": 0.16, "vat_refund_months": 12},
    "tax.cit_rate": 0.2,
}
"""Two members, a phase with a public share, cash kept a year ahead, VAT and tax."""

pytestmark = pytest.mark.slow


@cache
def pooled() -> Results:
    return evaluate(small_model(DEAL), About("pool", "Two towns", "KZT million"))


def test_the_workbook_joins_members_and_with_the_debt_held_shareholders_pay_for_a_dearer_phase(tmp_path: Path) -> None:
    assert pooled().values["master_check"] == 1
    held = with_inputs(replace(pooled(), frozen=True), second__investment_factor=1.5)
    assert (held.values["phases_equity_total"] or 0) > (pooled().values["phases_equity_total"] or 0) + 50
    as_sized, cells = together([pooled(), held], tmp_path)
    assert disagreements(as_sized, pooled(), tolerance=1e-8, rates=False) == []
    assert disagreements(cells, held, tolerance=1e-8, rates=False) == []
