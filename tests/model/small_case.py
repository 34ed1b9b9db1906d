"""A small PPP deal as data, for tests that need whole cases: changed by dotted path, sized, or held as contracted."""

from __future__ import annotations

import copy
import json
from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.inputs.case import Case
from finmodel.model.assembly import Model
from tests.modelled import case_of, model_of

__all__ = ["fitted", "held", "serial", "sized", "small", "small_case", "small_model"]

Changes = Mapping[str, Any]

SMALL: dict[str, Any] = {
    "project": {"title": "Small deal"},
    "timing": {"start": "2027-01-01", "period": "year", "construction_months": 24, "operation_months": 96},
    "capex": {"plant": {"unit_cost": 1000.0}},
    "opex": {"staff": {"unit_cost": 50.0}},
    "revenue": {"payment": {"type": "availability_payment", "amount": 300.0}},
    "facilities": {
        "senior": {
            "type": "term_loan",
            "base_rate": 0.10,
            "day_count": "30_360",
            "tenor_months": 96,
            "sizing": {"dscr": 1.30, "gearing": 0.70},
        }
    },
    "tax_pools": {"machinery": {"rate": 0.25}},
    "tax": {"regime": "kz_standard", "cit_rate": 0.0},
}
"""Two years of construction at 500 a year, eight years of 300 less 50, a loan of eight years at 10 %."""


def small(changes: Changes | None = None) -> dict[str, Any]:
    """The data of the small deal, with each value of ``changes`` put at its dotted path."""
    data = copy.deepcopy(SMALL)
    for path, value in (changes or {}).items():
        *parents, key = path.split(".")
        place = data
        for parent in parents:
            place = place.setdefault(parent, {})
        place[key] = copy.deepcopy(value)
    return data


def small_case(changes: Changes | None = None) -> Case:
    """The small deal as a case."""
    return case_of(small(changes))


def small_model(changes: Changes | None = None) -> Model:
    """The small deal as a model; assembled once for the same changes."""
    return _model(json.dumps(changes or {}))


def sized(changes: Changes | None = None) -> Batch:
    """Every line of the small deal with its debt sized; computed once for the same changes."""
    return _sized(json.dumps(changes or {}))


@cache
def _sized(changes: str) -> Batch:
    model = _model(changes)
    return NumpyEngine(model.graph, model.periods).run(model.inputs.values)


@cache
def _model(changes: str) -> Model:
    return model_of(small(json.loads(changes)))


def held(changes: Changes, scenario: Changes) -> Batch:
    """The deal contracted with ``changes`` and then met by ``scenario``: nothing is sized again."""
    return _held(json.dumps(changes), json.dumps({**changes, **scenario}))


@cache
def _held(contract: str, changes: str) -> Batch:
    base, model = _sized(contract), _model(changes)
    agreed = {name: fitted(base.lines[name], model.periods) for name in _model(contract).graph.freezable}
    return NumpyEngine(model.graph, model.periods).run(model.inputs.values, frozen=agreed)


def fitted(values: NDArray[np.float64], periods: int) -> NDArray[np.float64]:
    """What was agreed by period, on a grid of another length: nothing is agreed for the periods beyond."""
    if values.ndim == 1:
        return values
    return np.pad(values, ((0, max(periods - len(values), 0)), (0, 0)))[:periods]


def serial(year: int, month: int, day: int) -> float:
    """A date as the model counts it: in days since 30 December 1899."""
    return float((date(year, month, day) - date(1899, 12, 30)).days)
