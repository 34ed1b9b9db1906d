"""The workbook of a blended deal agrees with the engine: grant elements, subsidies, mobilisation and targets live."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.results import Results
from tests.model.measures.soft_loan import SOFT
from tests.model.small_case import small_model
from tests.outputs.workbook.agreement import disagreements, recalculated
from tests.outputs.workbook.deal import with_inputs
from tests.recalculation import by_formualizer

DEAL: dict[str, Any] = {
    "currencies.usd": {"spot": 500.0, "depreciation": 0.05},
    "facilities.senior.market_rate": {"by_year": {2027: 0.1, 2030: 0.12}},
    "facilities.senior.base_rate": {"by_year": {2027: 0.1}},
    "facilities.soft": {**SOFT, "upfront_fee_rate": 0.01},
    "facilities.dollars": {**SOFT, "currency": "usd", "market_rate": 0.08, "construction_interest": "added"},
    "guarantees.cover": {"type": "first_loss_guarantee", "covers": ["senior"], "amount": 100.0, "fee_rate": 0.01,
                         "market_fee_rate": 0.03},
    "grants.city": {"type": "capital_grant", "amount": 50.0},
    "grants.help": {"type": "interest_subsidy", "facility": "senior", "rate": 0.02, "months": 60, "payer": "damu"},
    "grants.studies": {"type": "preparation_grant", "cost": 20.0, "amount": 10.0, "recoverable": 0.5},
    "funding.shareholders": {"authority": 0.1},
    "concessionality": {"targets": {"equity_irr": 0.2, "dscr_minimum": 1.2, "llcr_minimum": 1.2, "private_share": 0.5,
                                    "payments": {"payment": 310.0}}},
}  # fmt: skip
"""Everything that is measured, in one deal: loans at fixed and moving rates and in dollars, grants, a guarantee."""


pytestmark = pytest.mark.slow


@cache
def sized() -> Results:
    return evaluate(small_model(DEAL), About("blended", "Blended deal", "KZT million"))


def test_every_measure_is_live_in_the_workbook(tmp_path: Path) -> None:
    assert all(check.ok for check in sized().checks.values() if check.kind == "integrity")
    cells = recalculated(sized(), tmp_path, by_formualizer)
    assert disagreements(cells, sized(), tolerance=1e-8, rates=False) == []


def test_with_the_debt_held_measures_follow_the_inputs(tmp_path: Path) -> None:
    softer = with_inputs(replace(sized(), frozen=True), soft__base_rate=0.01, dac_rate=0.09, cover__fee_rate=0.0)
    assert (softer.values["subsidy_total"] or 0) > (sized().values["subsidy_total"] or 0)
    cells = recalculated(softer, tmp_path, by_formualizer)
    assert disagreements(cells, softer, tolerance=1e-8, rates=False) == []
