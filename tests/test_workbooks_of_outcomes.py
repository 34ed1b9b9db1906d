"""The workbook of a deal paid for outcomes and savings, recalculated: sized, and held when achievement fails."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.results import Results
from tests.model.small_case import small_model
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.outputs.workbook.deal import with_inputs
from tests.recalculation import by_formualizer

DEAL: dict[str, Any] = {
    "indices": {"cpi": {"rate": 0.08}},
    "revenue.payment.amount": 150.0,
    "revenue.signals": {
        "type": "pay_for_performance", "indexation": {"cpi": 0.5}, "cap": 160.0, "total_cap": 900.0,
        "minimum_fee": 10.0, "return_cap": {"rate": 0.05, "returned_to": "provider"},
        "impact_bond": {"top_up": 0.1, "top_up_above": 50.0, "management_fee": 2.0, "management_index": "cpi"},
        "verification": {"verifier": "auditor", "lag_periods": 1, "cost": 3.0, "cost_share": 0.02, "index": "cpi"},
        "outcomes": {
            "time": {"baseline": 100.0, "measured": {"by_year": {2029: 120.0, 2031: 140.0}}, "rate": 2.0, "cap": 60.0,
                     "error": 0.05, "attribution": 0.8, "saving": 3.0, "saving_index": "cpi"},
            "accidents": {"baseline": 50.0, "measured": 35.0, "better": "lower", "mode": "binary", "target": 40.0,
                          "reward": 40.0},
            "requests": {"baseline": 0.0, "measured": 25.0, "mode": "tiered",
                         "tiers": {"basic": {"above": 0.0, "rate": 1.0}, "good": {"above": 10.0, "rate": 2.0}}},
        },
    },
    "revenue.lights": {"type": "energy_performance", "model": "guaranteed_savings", "baseline": 1000.0,
                       "measured": 620.0, "tariff": 0.03, "tariff_index": "cpi", "service_fee": 10.0,
                       "guaranteed": 350.0, "excess_share": 0.5},
    "revenue.heat": {"type": "energy_performance", "model": "first_out", "baseline": 500.0, "measured": 300.0,
                     "tariff": 0.1, "payback_amount": 60.0, "payback_return": 0.1},
    "revenue.cooling": {"type": "energy_performance", "model": "shared_savings", "baseline": 500.0, "measured": 300.0,
                        "tariff": 0.1, "savings_share": 0.6, "total_cap": 50.0},
    "tax.cit_rate": 0.2,
}  # fmt: skip
"""Three rate cards, all caps, that on the return too, a lag; three energy contracts."""

pytestmark = pytest.mark.slow


@cache
def sized() -> Results:
    return evaluate(small_model(DEAL), About("outcomes", "Paid for outcomes", "KZT million"))


def test_the_workbook_pays_for_outcomes_as_the_engine_does(tmp_path: Path) -> None:
    assert sized().values["master_check"] == 1
    assert (sized().values["signals.returned_total"] or 0) > 1
    cells = recalculated(sized(), tmp_path, by_formualizer)
    assert disagreements(cells, sized(), tolerance=1e-8, rates=False) == []


def test_with_the_debt_held_the_workbook_fails_outcomes_as_the_engine_does(tmp_path: Path) -> None:
    held = with_inputs(replace(sized(), frozen=True), signals__achievement=0.4, lights__achievement=0.5)
    assert held.series["signals.revenue"] != pytest.approx(sized().series["signals.revenue"], rel=0.05)
    assert held.series["senior.scheduled_closing"] == sized().series["senior.scheduled_closing"]
    cells = recalculated(held, tmp_path, by_formualizer)
    assert disagreements(cells, held, tolerance=1e-8, rates=False) == []
