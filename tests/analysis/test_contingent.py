"""Contingent liabilities by year: what risks make a State that stands surety pay, as expected and at worst."""

from typing import Any

import pytest

from finmodel.analysis.contingent import contingent_rows
from finmodel.inputs.flatten import changed_inputs, flatten
from finmodel.inputs.risks import Risk
from finmodel.results import RecordRow, Results
from tests.analysis.test_by_year import results
from tests.model.small_case import small, small_case, small_model
from tests.modelled import case_of

DEAL: dict[str, Any] = {
    "fiscal": {},
    "guarantees": {"surety": {"type": "state_surety", "covers": ["senior"], "amount": 500.0}},
}


def rows(chances: dict[str, float], shocks: dict[str, dict[str, Any]]) -> tuple[Results, dict[str, RecordRow]]:
    run, base = results(small_model(DEAL)), small_case(DEAL)
    flat = flatten(base, base.grid(), years=range(2027, 2038))
    moved = {}
    for name, changes in shocks.items():
        variant = case_of(small({**DEAL, **changes}))
        moved[name] = changed_inputs(flat, variant, base.grid())
    risks = {name: Risk.model_validate({"id": "revenue", "probability": chance}) for name, chance in chances.items()}
    return run, {row.line: row for row in contingent_rows(run, risks, moved)}


def test_nothing_is_computed_where_no_risk_moves_a_figure() -> None:
    assert rows({"listed": 0.5}, {})[1] == {}


def test_what_is_expected_is_probability_times_payment_and_the_worst_is_the_dearest_risk() -> None:
    """Payments of 120 in each of the years leave 70 against 166.35: the surety pays 96.35 a year, up to 500."""
    poor = {"revenue.payment.amount": 120.0}
    run, found = rows({"poor": 0.10, "dear": 0.20}, {"poor": poor, "dear": {"opex.staff.unit_cost": 60.0}})
    service = float(run.series["scheduled_debt_service"][2] or 0)
    assert found["guarantees_worst"].values[2] == pytest.approx(service - 70)
    assert found["guarantees_expected"].values[2] == pytest.approx(0.10 * (service - 70))
    assert sum(value or 0 for value in found["guarantees_worst"].values) == pytest.approx(500)
    assert found["guarantees_expected"].values[0] == 0


def test_what_the_state_saves_when_it_pays_less_is_taken_off_what_it_pays_as_surety() -> None:
    run, found = rows({"poor": 0.10}, {"poor": {"revenue.payment.amount": 120.0}})
    service = float(run.series["scheduled_debt_service"][2] or 0)
    assert found["risks_expected"].values[2] == pytest.approx(0.10 * (service - 70) - 0.10 * (300 - 120))
