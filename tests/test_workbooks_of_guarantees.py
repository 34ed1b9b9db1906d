"""The workbook of a deal with guarantees, recalculated: sized, and with the debt held when every guarantee is drawn."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.results import Results
from tests.model.small_case import small_model
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.outputs.workbook.deal import with_inputs
from tests.recalculation import by_formualizer

DEAL = {
    "facilities.mezzanine": {
        "type": "mezzanine_loan", "base_rate": 0.14, "tenor_months": 96, "sizing": {"amount": 100.0},
        "repayment": {"profile": "equal"},
    },
    "facilities.senior.sizing": {"dscr": 1.3, "share": 0.5},
    "reserves": {"dsra": {"months": 6}},
    "tax.cit_rate": 0.2,
    "guarantees": {
        "bridge": {
            "type": "liquidity_guarantee", "covers": ["senior"], "months": 3, "fee_rate": 0.01, "claim_rate": 0.05,
        },
        "policy": {
            "type": "political_risk_insurance", "covers": ["senior", "mezzanine"], "events": "Expropriation",
            "coverage": 0.9, "cap_share": 0.5, "fee_rate": 0.005, "upfront_fee_rate": 0.01, "until_month": 72,
        },
    },
}  # fmt: skip
"""Two facilities and two guarantees, one of them revolving and sized on the debt service that its fee lowers."""

pytestmark = pytest.mark.slow


@cache
def sized() -> Results:
    return evaluate(small_model(DEAL), About("guaranteed", "Guaranteed deal", "KZT million"))


def test_the_workbook_sizes_the_debt_and_the_guarantees_as_the_engine_does(tmp_path: Path) -> None:
    cells = recalculated(sized(), tmp_path, by_formualizer)
    assert disagreements(cells, sized(), tolerance=1e-8, rates=False) == []


def test_with_the_debt_held_hard_years_draw_on_both_as_in_the_engine(tmp_path: Path) -> None:
    hard = with_inputs(replace(sized(), frozen=True), payment__amount=120.0, policy__event=1.0)
    assert min(hard.values["bridge.drawn_total"] or 0, hard.values["policy.drawn_total"] or 0) > 10
    cells = recalculated(hard, tmp_path, by_formualizer)
    assert disagreements(cells, hard, tolerance=1e-8, rates=False) == []
