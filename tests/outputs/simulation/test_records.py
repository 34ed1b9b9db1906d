"""Records of a simulation hold all of it for programs: no blank without a reason, nothing that is not a number."""

import json
from typing import Any

import pytest

from finmodel.outputs.json_results import as_json
from finmodel.outputs.simulation.records import simulation_document
from tests.analysis.simulation.test_kept import FLOORED
from tests.uncertain_case import RISKS, UNCERTAIN, simulation

FOUND = simulation({**UNCERTAIN, **RISKS, "uncertainty.hurdle": 0.12}, 600)
DOCUMENT = simulation_document(FOUND)


def blanks(value: Any, reasoned: bool = False) -> int:
    """Blanks that no record around them gives a reason for."""
    if isinstance(value, dict):
        reasoned = reasoned or "reason" in value or "base_reason" in value
        return sum(blanks(item, reasoned or name in {"first_year"}) for name, item in value.items())
    if isinstance(value, list):
        return sum(blanks(item, reasoned) for item in value)
    return int(value is None and not reasoned)


def test_what_was_asked_for_stands_at_the_top() -> None:
    head = {name: DOCUMENT[name] for name in ("frozen", "method", "seed", "scenarios", "counted", "scenario")}
    assert head == {
        "frozen": True, "method": "latin_hypercube", "seed": 1, "scenarios": 600, "counted": 600, "scenario": "base",
    }  # fmt: skip


def test_it_is_json_with_no_blank_without_a_reason() -> None:
    text = as_json(DOCUMENT)
    assert json.loads(text) == DOCUMENT
    assert "NaN" not in text
    for found in (DOCUMENT, simulation_document(simulation({"risks": RISKS["risks"]}, 3))):
        assert {key: blanks(value) for key, value in found.items() if blanks(value)} == {}


def test_sections_say_what_was_found() -> None:
    irr = DOCUMENT["kpis"]["equity_irr"]
    assert irr["mean"] == pytest.approx(FOUND.kpi("equity_irr").spread.mean)
    assert {*irr["percentiles"]} == {"p1", "p5", "p10", "p25", "p50", "p75", "p90", "p95", "p99"}
    assert DOCUMENT["probabilities"]["default"]["value"] == pytest.approx(FOUND.chance("default").value)
    assert DOCUMENT["parties"]["sponsor"]["value_at_risk_95"] == pytest.approx(FOUND.party("sponsor").value_at_risk)
    assert DOCUMENT["drivers"]["equity_irr"]["drivers"][0]["kind"] in {"variable", "risk"}
    assert len(DOCUMENT["fans"]["dscr"]["periods"]) == len(DOCUMENT["fans"]["dscr"]["percentiles"]["p5"])
    assert DOCUMENT["uncertainty"]["variables"]["cost"]["distribution"] == {
        "type": "pert", "low": -0.05, "mode": 0, "high": 0.3,
    }  # fmt: skip
    assert DOCUMENT["uncertainty"]["hurdle"] == {"value": 0.12, "stated": True}


def test_costs_of_guarantees_are_by_year() -> None:
    found = simulation_document(simulation({**FLOORED, **UNCERTAIN}, 50))["costs"]["floor"]
    assert found["kind"] == "revenue_guarantee"
    assert len(found["years"]) == len(found["mean"]) == len(found["stressed"])
