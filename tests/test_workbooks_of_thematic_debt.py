"""The workbook of a deal with thematic debt, recalculated: sized, and held when targets are missed."""

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

PLAIN: dict[str, Any] = {"day_count": "30_360", "tenor_months": 96}
DEAL: dict[str, Any] = {
    "facilities": {
        "notes": {
            "type": "green_bond", "base_rate": 0.10, "placed": "at_close",
            "proceeds_rate": 0.04, "issue_price": 0.97, "listing_cost_amount": 2.0,
            "listing_fee_amount": 0.5, "review_cost_amount": 1.5, "review_fee_amount": 0.4,
            "sizing": {"share": 0.2}, "repayment": {"profile": "equal"}, **PLAIN,
        },
        "linked": {
            "type": "sustainability_linked_loan", "base_rate": 0.11, "sizing": {"share": 0.25},
            "repayment": {"profile": "balloon", "balloon": 0.5}, **PLAIN,
            "targets": {"energy": {"indicator": "kWh", "path": 390.0, "target": 400.0, "step_up_rate": 0.0025,
                                   "observation_date": "2030-12-31", "step_down_rate": 0.001,
                                   "premium_rate": 0.005, "miss_probability": 0.3}},
            "margin_ratchet": {"indicator": "%", "path": {"by_period": [0, 90, 99, 97, 94, 99, 99, 99, 99, 99, 99]},
                               "bands": {"poor": {"upper": 95, "adjustment": 0.002},
                                         "good": {"lower": 98, "adjustment": -0.001}}},
        },
        "lease": {
            "type": "sukuk_ijara", "base_rate": 0.105, "sizing": {"share": 0.15}, "repayment": {"profile": "annuity"},
            "leased_share": 0.3, "minimum_asset_cover": 2.2, "tradability_share": 0.51, "insured_share": 0.4,
            "takaful_rate": 0.004, "servicing_amount": 3.0, **PLAIN,
        },
    },
    "tax.cit_rate": 0.2,
}  # fmt: skip
"""A green bond, a loan with a target and a ratchet, and a sukuk whose asset cover fails for some time."""

pytestmark = pytest.mark.slow


@cache
def sized() -> Results:
    return evaluate(small_model(DEAL), About("thematic", "Thematic debt", "KZT million"))


def test_the_workbook_computes_thematic_debt_as_the_engine_does(tmp_path: Path) -> None:
    assert sized().values["master_check"] == 1
    assert (sized().values["lease.asset_cover_breaches"] or 0) > 1
    assert (sized().values["linked.expected_steps_cost"] or 0) > 0.1
    cells = recalculated(sized(), tmp_path, by_formualizer)
    assert disagreements(cells, sized(), tolerance=1e-8, rates=False) == []


def test_with_the_debt_held_the_workbook_misses_the_target_as_the_engine_does(tmp_path: Path) -> None:
    held = with_inputs(replace(sized(), frozen=True), linked_energy__path=450.0)
    assert held.values["linked_energy.missed"] == 1
    assert held.series["linked.rate"][5] != sized().series["linked.rate"][5]
    assert held.series["linked.scheduled_closing"] == sized().series["linked.scheduled_closing"]
    cells = recalculated(held, tmp_path, by_formualizer)
    assert disagreements(cells, held, tolerance=1e-8, rates=False) == []
