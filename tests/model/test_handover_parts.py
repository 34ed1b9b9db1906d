"""Concessions that end with their bid, in whole deals: the value is what was bid, and nothing leaks afterwards."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from finmodel.engines.numpy_engine import NumpyEngine
from tests.model.drawn_revenue import cases_that_end
from tests.model.test_whole_cases import SHOCKS, THOROUGH, assert_holds, assert_holds_shocked
from tests.modelled import model_of
from tests.sizes import drawn

TOLERANCE = 1e-4


@settings(THOROUGH, max_examples=8)
@given(cases_that_end())
def test_the_company_s_revenue_is_worth_the_bid_and_the_rest_is_the_authority_s(data: dict[str, Any]) -> None:
    model, terms = model_of(data), data["least_present_value"]["concession"]
    found = NumpyEngine(model.graph, model.periods).run(model.inputs.values)
    assert_holds(model, found)
    kept, worth = found.series("concession.kept_share"), found.series("concession.value_of_period")
    value = np.cumsum(kept * worth)
    ended = np.flatnonzero(found.series("concession.end_flag"))
    if ended.size:
        assert value[ended[0]] >= terms["bid"] - TOLERANCE
        assert value[ended[0] - 1] < terms["bid"] or ended[0] == 0
    for name in data["revenue"]:
        if name not in terms["remaining"]:
            handed = found.series(f"concession_{name}.given").sum()
            still_owed = -found.series(f"concession_{name}.receivable")[-1]
            assert still_owed >= -TOLERANCE
            earned = (found.series(f"{name}.revenue") * (1 - kept)).sum()
            assert handed + still_owed == pytest.approx(earned, abs=TOLERANCE)


@pytest.mark.slow
@settings(THOROUGH, max_examples=drawn(60))
@given(cases_that_end(), SHOCKS)
def test_every_case_that_ends_holds_together(data: dict[str, Any], shocks: list[dict[str, float]]) -> None:
    assert_holds_shocked(data, shocks)
