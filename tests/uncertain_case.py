"""The small deal with figures that are not known: loaded, planned and simulated, once for the same question."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.simulation.parts import Parts
from finmodel.analysis.simulation.plan import Plan
from finmodel.analysis.simulation.running import run_plan
from finmodel.analysis.simulation.simulating import Wanted, planned, simulated
from finmodel.inputs.case import Case
from finmodel.inputs.document import Document
from finmodel.inputs.loader import LoadedCase
from finmodel.inputs.scenarios import shocks
from finmodel.inputs.uncertainty_varying import varying
from finmodel.model.assembly import assemble
from finmodel.results import Results
from finmodel.simulated import Simulation
from tests.model.small_case import small
from tests.modelled import case_of

__all__ = ["PAYMENT", "RISKS", "UNCERTAIN", "case_file", "loaded", "plan", "results", "ran", "simulation"]

Changes = Mapping[str, Any]

COST = {
    "figures": ["capex.*.overrun"],
    "way": "add",
    "distribution": {"type": "pert", "low": "-5 %", "mode": 0, "high": "30 %"},
}
PAYMENT = {
    "figures": ["revenue.payment.amount"],
    "way": "times",
    "distribution": {"type": "normal", "mean": 1, "deviation": 0.08},
}
UNCERTAIN: dict[str, Any] = {"uncertainty.variables": {"cost": COST, "payment_level": PAYMENT}}
RISKS: dict[str, Any] = {
    "risks": {
        "dear_staff": {"id": "design", "probability": "30 %", "set": {"opex.staff.overrun": {"add": "40 %"}}},
        "low_payment": {"id": "revenue", "probability": "20 %", "set": {"revenue.payment.amount": {"times": 0.7}}},
    }
}


def loaded(changes: Changes | None = None) -> LoadedCase[Case]:
    """The small deal with changes, as it is loaded from a file."""
    return _loaded(json.dumps(changes or {}))


@cache
def _loaded(changes: str) -> LoadedCase[Case]:
    data = small(json.loads(changes))
    document, case = Document("case", data), case_of(data)
    risks, problems = shocks(Case, document, case)
    assert problems == []
    return varying(LoadedCase(case, case, Path("small.yaml"), "0" * 64, document, {}, risks=risks))


def results(changes: Changes | None = None) -> Results:
    """Its results, sized."""
    return _results(json.dumps(changes or {}))


@cache
def _results(changes: str) -> Results:
    return evaluate(assemble(_loaded(changes).case), About("small", "Small deal", "KZT million"))


def plan(changes: Changes | None = None, scenarios: int = 500, **wanted: Any) -> Plan:
    """The plan of a simulation of it."""
    given = UNCERTAIN if changes is None else changes
    return planned(results(given), loaded(given), Wanted(scenarios, **wanted))


def ran(changes: Changes | None = None, scenarios: int = 500, **wanted: Any) -> Parts:
    """All parts of a simulation, in memory."""
    parts = Parts()
    run_plan(plan(changes, scenarios, **wanted), parts)
    return parts


def simulation(changes: Changes | None = None, scenarios: int = 500, **wanted: Any) -> Simulation:
    """What a simulation of it finds; made once for the same question."""
    return _simulation(json.dumps(UNCERTAIN if changes is None else changes), scenarios, json.dumps(wanted))


@cache
def _simulation(changes: str, scenarios: int, wanted: str) -> Simulation:
    given = json.loads(changes)
    return simulated(results(given), loaded(given).case, plan(given, scenarios, **json.loads(wanted)), Parts())


def case_file(folder: Path, changes: Changes | None = None) -> Path:
    """The deal as a file; JSON is YAML."""
    path = folder / "small.yaml"
    path.write_text(json.dumps(small(UNCERTAIN if changes is None else changes)), encoding="utf-8")
    return path
