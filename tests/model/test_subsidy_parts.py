"""Operating subsidies in whole deals: never above a cap, never above the gap, and nothing else than their mode says."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from tests.model.drawn_revenue import cases_with_agreements
from tests.model.test_whole_cases import THOROUGH
from tests.modelled import model_of

TOLERANCE = 1e-6


@settings(THOROUGH, max_examples=10)
@given(cases_with_agreements())
def test_a_subsidy_is_never_above_its_caps_nor_above_the_gap(data: dict[str, Any]) -> None:
    model, terms = model_of(data), data["revenue"]["help"]
    found = NumpyEngine(model.graph, model.periods).run(model.inputs.values)
    paid = found.series("help.revenue")
    assert paid.min() >= 0
    assert paid.sum() <= terms.get("total_cap", np.inf) + TOLERANCE
    assert found.series("help.received").sum() == pytest.approx(paid.sum())
    if "cap" in terms:
        years = (found.series("operation_share") * found.series("year_fraction")).cumsum()
        highest = terms["cap"] * found.series("help.indexation").max() * years
        assert (paid.cumsum() <= highest + TOLERANCE).all()
    if terms["mode"] == "gap":
        assert_within_the_gap(found, terms)


def assert_within_the_gap(found: Batch, terms: dict[str, Any]) -> None:
    """With what streams earn, it never comes to more than is required; it is nothing where nothing is lacking."""
    paid, gap = found.series("help.revenue"), found.series("help.gap")
    assert gap.min() >= 0
    assert (paid <= terms["share"] * gap + TOLERANCE).all()
    settled = found.series("help.revenue_to_settle") + paid
    enough = np.maximum(found.series("help.required_to_settle"), found.series("help.revenue_to_settle"))
    assert (settled <= enough + TOLERANCE).all()
