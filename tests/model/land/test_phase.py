"""Phase: by calendar year, or by years since completion, which a delay moves."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import held, sized

BAND = {"upper": 400.0, "area": 100.0, "value": 2.0, "uplift": 0.2}


def deal(**phase: Any) -> dict[str, Any]:
    return {"land": {"uplift": {"station": {"land": "a", "capture_rate": 1.0, "bands": {"near": BAND | phase}}}}}


def planned(found: Batch) -> list[float]:
    return list(found.series("station_near.phase_planned"))


def test_by_calendar_the_first_period_of_a_year_reaches_it() -> None:
    stated = deal(phase={"by_year": {2027: 0.0, 2029: 0.4}})
    assert planned(sized({**stated, "timing.period": "half_year"}))[3:6] == pytest.approx([0, 0.4, 0.4])


def test_after_completion_the_share_rises_in_a_straight_line_and_the_last_holds() -> None:
    stated = deal(phase_after_completion=[0.5, 0.8])
    assert planned(sized(stated))[1:6] == pytest.approx([0, 0.5, 0.8, 0.8, 0.8])
    halves = planned(sized({**stated, "timing.period": "half_year"}))
    assert halves[3:9] == pytest.approx([0, 0.25, 0.5, 0.65, 0.8, 0.8])


def test_a_delay_delays_what_follows_completion_and_not_what_follows_the_calendar() -> None:
    late = {"timing.delay_months": 6}
    after, calendar = deal(phase_after_completion=[0.5, 1.0]), deal(phase={"by_year": {2027: 0.0, 2029: 1.0}})
    assert planned(held(after, {**after, **late}))[1:5] == pytest.approx([0, 0.25, 0.75, 1])
    assert planned(held(calendar, {**calendar, **late}))[1:3] == pytest.approx([0, 1])
