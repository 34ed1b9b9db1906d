"""A loan that is linked to a target and to which nothing is lacking, whole or with one thing changed."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from functools import cache
from typing import Any

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.review.findings import linked_findings
from finmodel.analysis.review.linked_material import LinkedMaterial
from finmodel.model.assembly import assemble
from finmodel.review import Finding
from tests.analysis.review.cases import changed
from tests.modelled import case_of

__all__ = ["ENERGY", "OTHER", "RATCHET", "WHERE", "linked_data", "linked_found", "linked_material"]

WHERE = "facilities.senior.targets.energy"
SAID: Mapping[str, Any] = {
    "indicator": "Energy of street lights",
    "unit": "MWh a year",
    "materiality": "The largest cost of the city's lights",
    "method": "Meters of the cabinets",
    "history": "24 600, 24 300 and 24 000 in the three years before",
    "benchmark": "Cities of the region: 18 000 for as many lights",
    "calibration": "Beyond what LED brings by itself",
    "plan": "LED by 2028, dimming from 2029",
    "fallback": "Recalculated by the verifier",
    "reported": "Yearly, on the city's page",
    "verified_by": "An independent engineer",
    "external_review": {"kind": "second_party_opinion", "state": "published", "reviewer": "A reviewer"},
}
ENERGY: Mapping[str, Any] = {
    **SAID,
    "baseline": {"value": 24000, "source": "Meters", "status": "seen"},
    "baseline_year": 2026,
    "path": {"by_year": {2027: 22000, 2032: 12000}},
    "target": 12500,
    "observation_date": "2032-12-31",
    "verification_months": 4,
    "step_up_rate": 0.0025,
    "miss_probability": 0.3,
}
OTHER: Mapping[str, Any] = {**ENERGY, "label": "Faults", "indicator": "Faults of lights", "calibration": None}
RATCHET: Mapping[str, Any] = {**SAID, "path": 15000, "bands": {"much": {"lower": 14000, "adjustment": 0.002}}}
_GONE = ("green", "taxonomy", "emissions")


def linked_data(changes: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The data of the case; each change stands at its dotted path."""
    loan = {
        "facilities.senior.type": "sustainability_linked_loan",
        "facilities.senior.targets": {"energy": copy.deepcopy(ENERGY)},
    }
    whole = {**dict.fromkeys(_GONE), **loan, **(changes or {})}
    return changed(whole)


def linked_material(changes: Mapping[str, Any] | None = None) -> LinkedMaterial:
    """What the rules see of it."""
    case = case_of(linked_data(changes))
    return LinkedMaterial(case, evaluate(assemble(case), About("linked", "Linked", "KZT million")))


@cache
def _whole() -> LinkedMaterial:
    return linked_material()


def linked_found(changes: Mapping[str, Any] | None = None) -> tuple[Finding, ...]:
    """What is found in it."""
    return linked_findings(linked_material(changes) if changes else _whole())
