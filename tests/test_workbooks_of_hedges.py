"""The workbook of a deal in dollars with a forward and a swap, recalculated: sized, and held when the dollar jumps."""

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
    "currencies.usd": {"spot": 500.0, "depreciation": {"by_year": {2027: 0.08, 2030: 0.05}},
                       "domestic_rate": 0.15, "foreign_rate": 0.05, "shock_from_month": 24},
    "capex.systems": {"unit_cost": 0.4, "currency": "usd"},
    "facilities.senior.currency": "usd",
    "facilities.senior.step_up_rate": 0.01, "facilities.senior.step_up_month": 60,
    "facilities.tenge": {
        "type": "term_loan", "base_rate": 0.16, "tenor_months": 96, "sizing": {"share": 0.15},
        "repayment": {"profile": "annuity"}, "interest_on": "average_balance",
    },
    "hedges.forward": {"type": "fx_forward", "facility": "senior", "share": 0.6, "credit_spread": 0.004},
    "hedges.swap": {"type": "cross_currency_swap", "facility": "senior", "share": 0.3, "fixed_rate": 0.2},
    "reserves": {"dsra": {"months": 6}},
    "tax.cit_rate": 0.2,
}  # fmt: skip
"""Sculpted dollars, six tenths bought forward and three swapped, beside tenge on their average balance."""

pytestmark = pytest.mark.slow


@cache
def sized() -> Results:
    return evaluate(small_model(DEAL), About("hedged", "Hedged deal", "KZT million"))


def test_the_workbook_sizes_dollars_and_their_hedges_as_the_engine_does(tmp_path: Path) -> None:
    assert sized().values["master_check"] == 1
    cells = recalculated(sized(), tmp_path, by_formualizer)
    assert disagreements(cells, sized(), tolerance=1e-8, rates=False) == []


def test_with_the_debt_held_the_workbook_shocks_the_dollar_as_the_engine_does(tmp_path: Path) -> None:
    held = with_inputs(replace(sized(), frozen=True), usd__shock=0.4)
    assert held.series["senior.interest_paid"] != pytest.approx(sized().series["senior.interest_paid"], rel=0.05)
    assert held.series["forward.hedged_service"] == sized().series["forward.hedged_service"]
    cells = recalculated(held, tmp_path, by_formualizer)
    assert disagreements(cells, held, tolerance=1e-8, rates=False) == []
