"""Some parts of the model run alone, with everything they read from elsewhere given outright."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.expr.graph import build
from finmodel.expr.line import Shape, Variable
from finmodel.expr.section import Part
from finmodel.units import Unit

__all__ = ["run_parts"]


def run_parts(parts: Sequence[Part], periods: int, given: Mapping[str, float | Sequence[float]]) -> Batch:
    """The lines of ``parts``; each name in ``given`` is an input: one number, or one for each period."""
    variables = [
        Variable(name, name, Unit.NUMBER, Shape.SCALAR if isinstance(value, (int, float)) else Shape.SERIES)
        for name, value in given.items()
    ]
    return NumpyEngine(build(parts, variables), periods).run({name: list_of(value) for name, value in given.items()})


def list_of(value: float | Sequence[float]) -> float | list[float]:
    """The value as the engine takes it."""
    return float(value) if isinstance(value, (int, float)) else [float(item) for item in value]
