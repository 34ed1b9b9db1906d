"""What is kept of a scenario is what its lines say: results, flags, present values, costs by calendar year."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from finmodel.analysis.simulation.kept import kept_lines, kept_values
from finmodel.engines.numpy_engine import NumpyEngine
from tests.uncertain_case import results

FLOORED: dict[str, Any] = {
    "revenue": {
        "trips": {"type": "usage", "payer": "users", "volume": 100, "tariff": {"by_year": {2027: 1.0}}},
        "payment": {"type": "availability_payment", "amount": 200.0},
    },
    "revenue_guarantees": {
        "floor": {
            "streams": ["trips"],
            "forecast": 100,
            "floors": {"all": {"upper": "120 %"}},
        }
    },
}


def kept(changes: dict[str, Any]) -> tuple[dict[str, np.ndarray], dict[str, np.ndarray]]:
    found = results(changes)
    lines = kept_lines(found)
    engine = NumpyEngine(found.graph, len(found.periods))
    batch = engine.run(found.inputs.values, frozen=dict(found.contract), scenarios=3)
    return kept_values(lines, batch), dict(batch.lines)


def test_key_results_and_flags_are_those_of_the_deal_in_every_scenario() -> None:
    values, lines = kept({})
    assert values["kpi:equity_irr"].shape == (3,)
    assert values["kpi:equity_irr"][2] == lines["equity_irr"][0]
    assert values["flag:default"].tolist() == [False] * 3
    assert values["flag:check_fails"].tolist() == [False] * 3


def test_parties_and_the_company_together_have_nothing() -> None:
    values, _ = kept({})
    total = sum(x for name, x in values.items() if name.startswith("party:"))
    assert np.abs(total).max() < 1e-6


def test_an_integrity_check_that_does_not_hold_is_seen() -> None:
    found = results({})
    lines = kept_lines(found)
    batch = NumpyEngine(found.graph, len(found.periods)).run(found.inputs.values, frozen=dict(found.contract))
    spoiled = {**batch.lines, lines.checks[0]: np.array([np.nan])}
    assert kept_values(lines, replace(batch, lines=spoiled))["flag:check_fails"].tolist() == [True]


def test_a_revenue_guarantee_costs_its_guarantor_by_year_what_it_pays() -> None:
    values, lines = kept(FLOORED)
    found = results(FLOORED)
    yearly = values["cost:floor"][:, 0]
    assert yearly.sum() == pytest.approx(lines["floor.received"].sum(), rel=1e-6)
    assert yearly.max() == pytest.approx(20)
    worth = (lines["floor.received"] * lines["project_discount_factor"]).sum()
    assert values["worth:floor"][0] == pytest.approx(worth)
    (cost,) = kept_lines(found).costs
    assert (cost.kind, cost.payer) == ("revenue_guarantee", "authority")
