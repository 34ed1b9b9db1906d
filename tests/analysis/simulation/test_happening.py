"""Events begin in their years as often as they are likely, and last for parts of the periods of their figures."""

from typing import Any

import numpy as np
import pytest

from finmodel.analysis.simulation.chunks import run_chunk
from finmodel.analysis.simulation.drawing import Drawing
from finmodel.analysis.simulation.happening import Happening, happening
from finmodel.inputs.uncertainty_stated import stated_uncertainty
from tests.inputs.test_uncertainty import AROUND, STRIKE
from tests.model.small_case import held
from tests.uncertain_case import loaded, plan, results

BY_YEAR = {**AROUND, "uncertainty": {"risks": [], "events": {"strike": STRIKE}}}
BY_PERIOD = {**BY_YEAR, "revenue.payment.amount": [0.0, 0.0, *[300.0] * 9], "timing.period": "year"}
RANKS = (np.arange(10_000) + 0.5) / 10_000


def found(changes: dict[str, Any]) -> Happening:
    (event,) = stated_uncertainty(loaded(changes).case).events
    return happening(results(changes), event)


@pytest.mark.parametrize("changes", [BY_YEAR, BY_PERIOD])
def test_an_event_begins_within_its_years_as_often_as_it_is_likely_and_lasts_as_long_as_it_does(
    changes: dict[str, Any],
) -> None:
    one = found(changes)
    lasting = one.shares(RANKS)
    happens = lasting.sum(axis=0) > 0
    assert happens.mean() == pytest.approx(0.25, abs=1e-3)
    assert lasting.sum(axis=0)[happens] == pytest.approx(np.full(happens.sum(), 1.5))
    years = np.array(one.starts)
    assert set(years[lasting.max(axis=1) > 0].tolist()) == {2030.0, 2031.0, 2032.0, 2033.0, 2034.0, 2035.0}


def test_every_year_of_the_window_is_as_likely_for_its_beginning() -> None:
    one = found(BY_YEAR)
    lasting = one.shares(RANKS)
    first = np.array(one.starts)[np.argmax(lasting > 0, axis=0)][lasting.sum(axis=0) > 0]
    shares = [float((first == year).mean()) for year in (2030, 2031, 2032, 2033)]
    assert shares == pytest.approx([0.25] * 4, abs=2e-3)


def test_with_a_hazard_and_no_end_it_lasts_for_good() -> None:
    terms = {"figures": ["revenue.payment.amount"], "way": "value", "size": 0, "hazard": "10 %"}
    one = found({**AROUND, "uncertainty": {"risks": [], "events": {"closure": terms}}})
    lasting = one.shares(RANKS)
    years = np.array(one.starts)
    assert lasting[years == 2032.0].max(axis=0).mean() > lasting[years == 2030.0].max(axis=0).mean()
    closed = (lasting > 0).mean(axis=1)[years == 2030.0]
    assert closed == pytest.approx(1 - np.exp(-0.1 * 3), abs=1e-3)
    assert (np.diff(lasting, axis=0) >= -1e-12).all()


def test_a_scenario_is_the_deal_with_the_event_in_the_years_in_which_it_lasts() -> None:
    made = plan(BY_YEAR, 40)
    drawn = Drawing(made).chunk(0)
    amounts = drawn.inputs["payment.amount_by_year"]
    hit = int(np.argmin(amounts.min(axis=0)))
    assert amounts[:, hit].min() < 300
    computed = run_chunk(made, 0)
    axis = results(BY_YEAR).inputs["payment.amount_by_year"].axis
    by_year = {int(year): float(amount) for year, amount in zip(axis, amounts[:, hit], strict=True)}
    alone = held(AROUND, {"revenue.payment.amount": {"by_year": by_year}})
    assert computed["kpi:equity_irr"][hit] == pytest.approx(alone.value("equity_irr"), abs=1e-9)
    assert computed["driver:strike"][hit] > 0


def test_calendar_months_are_parts_of_a_year() -> None:
    half_years = {**BY_PERIOD, "timing.period": "half_year", "revenue.payment.amount": [*[0.0] * 4, *[300.0] * 17]}
    one = found(half_years)
    assert one.starts[:3] == pytest.approx((2027.0, 2027.5, 2028.0))
    assert one.ends[-1] - one.starts[-1] == pytest.approx(0.5)
