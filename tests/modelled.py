"""A case given as data, modelled: what a test needs when the numbers of a case are the point, not its file."""

from __future__ import annotations

from typing import Any

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.inputs.case import Case
from finmodel.inputs.document import Document
from finmodel.inputs.validation import validated
from finmodel.model.assembly import Model, assemble

__all__ = ["case_of", "model_of", "modelled"]


def case_of(data: dict[str, Any]) -> Case:
    """The case that the data of a file stands for; the test fails with every problem of it."""
    case, problems = validated(Case, Document("drawn", data))
    assert case is not None, "\n".join(map(str, problems))
    return case


def model_of(data: dict[str, Any]) -> Model:
    """The model of such a case."""
    return assemble(case_of(data))


def modelled(data: dict[str, Any]) -> Batch:
    """Every line of such a case, debt re-sized."""
    model = model_of(data)
    return NumpyEngine(model.graph, model.periods).run(model.inputs.values)
