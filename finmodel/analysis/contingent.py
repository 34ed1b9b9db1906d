"""Contingent liabilities by year: what the risks of the register make the State pay, as expected and at worst."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.risk_sharing import stacked
from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.inputs.risks import Risk
from finmodel.results import RecordRow, Results
from finmodel.units import Unit
from finmodel.yearly import Gather, by_year

__all__ = ["contingent_rows"]

_GUARANTEES, _NET = "public_guarantees", "public_net"

Array = NDArray[np.float64]
Inputs = Mapping[str, float | tuple[float, ...]]


def contingent_rows(results: Results, risks: Mapping[str, Risk], shocks: Mapping[str, Inputs]) -> tuple[RecordRow, ...]:
    """Rows for the table of fiscal commitments: each risk alone on the base case, with the debt as contracted.

    ``shocks`` gives the inputs that a risk changes, by its name. Nothing where no risk moves a figure.
    """
    if not shocks:
        return ()
    engine = NumpyEngine(results.graph, len(results.periods), outputs=[_GUARANTEES, _NET])
    inputs = stacked(results, list(shocks.values()))
    batch = engine.run(inputs, frozen=dict(results.contract), scenarios=len(shocks) + 1)
    paid, net = (_wide(batch.lines[name], len(shocks) + 1) for name in (_GUARANTEES, _NET))
    likely = np.array([risks[name].probability.number for name in shocks])
    expected, worst = (paid[:, 1:] - paid[:, :1]) @ likely, (paid[:, 1:] - paid[:, :1]).max(axis=1)
    return (
        _row(results, "guarantees_expected", "Guarantees, expected: probability × payment", expected),
        _row(results, "guarantees_worst", "Guarantees, the worst single risk", worst),
        _row(results, "risks_expected", "All risks, expected cost to the State", (net[:, :1] - net[:, 1:]) @ likely),
    )


def _wide(values: Array, scenarios: int) -> Array:
    """One column a scenario, also where all are alike."""
    return np.broadcast_to(values, (len(values), scenarios))


def _row(results: Results, key: str, label: str, values: Sequence[float] | Array) -> RecordRow:
    yearly = by_year([float(value) for value in values], results.periods, Gather.SUM)
    return RecordRow(key, label, Unit.MONEY, yearly)
