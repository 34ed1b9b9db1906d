"""A small issuance as data, for tests that need a whole one: changed by dotted path, and computed."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.inputs.document import Document
from finmodel.inputs.issuance import Issuance
from finmodel.inputs.validation import validated
from finmodel.model.assembly import Model
from finmodel.model.issuance_assembly import assemble_issuance

__all__ = ["BOND", "issuance_of", "issued", "small_issuance", "small_issuance_model"]

BOND: dict[str, Any] = {
    "type": "green_bond", "principal": 1000.0, "issue_price": 0.99, "coupon": {"type": "fixed", "rate": 0.12},
    "maturity_date": "2029-09-15",
}  # fmt: skip
"""Three years at 12 %, half-yearly, issued at 99 %."""

SMALL: dict[str, Any] = {
    "project": {"title": "Small issue"},
    "issuance": {"issuer": "municipal", "issue_date": "2026-09-15", "period": "half_year"},
    "bonds": {"first": BOND},
}


def small_issuance(changes: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The data of the small issuance, with each value of ``changes`` put at its dotted path."""
    data = copy.deepcopy(SMALL)
    for path, value in (changes or {}).items():
        *parents, key = path.split(".")
        place = data
        for parent in parents:
            place = place.setdefault(parent, {})
        place[key] = copy.deepcopy(value)
    return data


def issuance_of(data: dict[str, Any]) -> Issuance:
    """The issuance that the data of a file stands for; the test fails with every problem of it."""
    case, problems = validated(Issuance, Document("drawn", data))
    assert case is not None, "\n".join(map(str, problems))
    return case


def small_issuance_model(changes: Mapping[str, Any] | None = None) -> Model:
    """The small issuance as a model."""
    return assemble_issuance(issuance_of(small_issuance(changes)))


def issued(changes: Mapping[str, Any] | None = None) -> Batch:
    """Every line of the small issuance."""
    model = small_issuance_model(changes)
    return NumpyEngine(model.graph, model.periods).run(model.inputs.values)
