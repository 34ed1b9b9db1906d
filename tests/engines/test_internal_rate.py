"""Internal rates: right beside other libraries, the root a reader expects of several, blank where there is none."""

from datetime import date, timedelta

import numpy as np
import numpy_financial
import pytest
import pyxirr
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import ArrayLike, NDArray

from finmodel.engines import internal_rate
from finmodel.engines.internal_rate import internal_rates, sign_changes

Array = NDArray[np.float64]


def column(values: ArrayLike) -> Array:
    return np.asarray(values, dtype=np.float64).reshape(-1, 1)


def spaced(count: int, days: float) -> Array:
    """Dates a number of days apart."""
    return column([days * n for n in range(count)])


def yearly(flows: ArrayLike) -> float:
    """The rate of flows that lie 365 days apart."""
    given_flows = column(flows)
    return float(internal_rates(given_flows, spaced(len(given_flows), 365.0))[0])


def worth(flows: ArrayLike, days: ArrayLike, rate: float) -> float:
    return float(np.sum(np.asarray(flows) * (1.0 + rate) ** (-np.asarray(days) / 365.0)))


def test_a_loan_repaid_with_ten_percent_after_a_year_earns_ten_percent() -> None:
    assert yearly([-100, 110]) == pytest.approx(0.10, abs=1e-15)


def test_a_year_is_365_days_even_in_a_leap_year() -> None:
    found = internal_rates(column([-100, 110]), column([45000, 45366]))
    assert found[0] == pytest.approx(1.1 ** (365 / 366) - 1, abs=1e-14)


@pytest.mark.slow
def test_thousands_of_random_projects_have_the_rate_that_pyxirr_finds() -> None:
    random = np.random.default_rng(20261006)
    compared = 0
    for _ in range(3000):
        length = int(random.integers(2, 61))
        outlays = int(random.integers(1, length))
        flows = np.concatenate([-random.lognormal(3, 2, outlays), random.lognormal(3, 2, length - outlays)])
        days = np.cumsum(random.integers(1, 200, length))
        dates = [date(2026, 1, 1) + timedelta(days=int(day)) for day in days]
        theirs = pyxirr.xirr(dates, [float(flow) for flow in flows])
        ours = float(internal_rates(column(flows), column(days))[0])
        if theirs is None or not -0.99 < theirs < 100:
            continue
        compared += 1
        assert ours == pytest.approx(theirs, rel=1e-6, abs=1e-7)
        size = worth(np.abs(flows), days, ours)
        assert abs(worth(flows, days, ours)) <= 1e-12 * size
    assert compared > 2000


def test_a_batch_has_the_rates_of_its_columns() -> None:
    random = np.random.default_rng(1)
    flows = np.concatenate([-random.uniform(50, 100, (4, 500)), random.uniform(-5, 40, (36, 500))])
    days = spaced(40, 182.5)
    batch = internal_rates(flows, days)
    one_by_one = [internal_rates(flows[:, n : n + 1], days)[0] for n in range(500)]
    assert np.array_equal(batch, one_by_one, equal_nan=True)
    for width in (2, 3, 7, 64):
        parts = [internal_rates(flows[:, n : n + width], days) for n in range(0, 500, width)]
        assert np.array_equal(batch, np.concatenate(parts), equal_nan=True)


def test_eight_rounds_are_enough_for_any_ordinary_project(monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(2)
    flows = np.concatenate([-random.uniform(10, 100, (4, 1000)), random.uniform(-2, 60, (36, 1000))])
    days = spaced(40, 182.5)
    patient = internal_rates(flows, days)
    monkeypatch.setattr(internal_rate, "_ROUNDS", 8)
    assert np.array_equal(internal_rates(flows, days), patient, equal_nan=True)


def test_each_scenario_may_have_dates_of_its_own() -> None:
    flows = np.array([[-100.0, -100.0], [110.0, 110.0]])
    days = np.array([[0.0, 0.0], [365.0, 730.0]])
    assert internal_rates(flows, days) == pytest.approx([0.10, 1.1**0.5 - 1], abs=1e-14)
    assert internal_rates(flows[:, :1], days) == pytest.approx([0.10, 1.1**0.5 - 1], abs=1e-14)


def test_yearly_flows_have_the_rate_that_numpy_financial_finds() -> None:
    random = np.random.default_rng(7)
    for _ in range(300):
        flows = np.concatenate([-random.uniform(10, 100, 3), random.uniform(1, 60, 20)])
        assert yearly(flows) == pytest.approx(float(numpy_financial.irr(flows)), rel=1e-8, abs=1e-9)


def test_flows_that_end_with_a_cost_of_hand_back_keep_the_rate_a_reader_expects() -> None:
    flows = [-1678.87, 771.96, 1814.05, 3520.30, 3552.95, 3584.99, 4789.91, -1]
    assert yearly(flows) == pytest.approx(1.00427, abs=5e-6)


def test_of_two_rates_the_one_nearest_to_ten_percent_is_taken() -> None:
    assert yearly([-100, 230, -132]) == pytest.approx(0.10, abs=1e-12)
    assert yearly([100, -230, 132]) == pytest.approx(0.10, abs=1e-12)


@pytest.mark.parametrize(("near", "far"), [(0.05, 0.30), (0.12, -0.5), (0.25, 5.0), (0.08, 0.13), (0.14, 0.05)])
def test_the_nearer_of_two_rates_is_found_wherever_they_lie(near: float, far: float) -> None:
    flows = np.polynomial.polynomial.polyfromroots([1 + near, 1 + far])[::-1]
    assert yearly(flows) == pytest.approx(near, abs=1e-9)


def test_two_rates_close_together_are_found() -> None:
    flows = np.polynomial.polynomial.polyfromroots([1.10, 1.12])[::-1]
    assert yearly(flows) == pytest.approx(0.10, abs=1e-9)


@pytest.mark.parametrize("flows", [[0, 0, 0], [100, 10], [-100, -10, 0], [0, 5, 0], [-100]])
def test_flows_that_never_change_sign_have_no_rate(flows: list[float]) -> None:
    assert np.isnan(yearly(flows))


def test_flows_that_are_worth_something_at_any_rate_have_no_rate() -> None:
    assert np.isnan(yearly([100, -100, 100]))


def test_a_rate_beyond_the_range_searched_is_none() -> None:
    assert np.isnan(yearly([-100, 0.01]))
    assert np.isnan(yearly([-0.01, 100]))


@pytest.mark.parametrize("rate", [-0.998, -0.99, -0.5, -0.01, 0.0, 1e-9, 0.02, 0.1, 0.5, 3.0, 50.0, 900.0])
def test_rates_from_nearly_total_loss_to_ninety_thousand_percent_are_found(rate: float) -> None:
    for years in (1, 5, 25):
        flows = [-100.0] + [0.0] * (years - 1) + [100 * (1 + rate) ** years]
        assert yearly(flows) == pytest.approx(rate, rel=1e-9, abs=1e-12)


@pytest.mark.parametrize("scale", [1e-290, 1e-12, 1.0, 1e12, 1e290])
def test_the_scale_of_the_flows_does_not_matter(scale: float) -> None:
    flows = np.array([-100.0, -50.0, 20.0, 80.0, 90.0])
    assert yearly(flows * scale) == pytest.approx(yearly(flows), rel=1e-12)


def test_zeros_before_and_after_do_not_matter() -> None:
    flows = [-100.0, 30.0, 40.0, 50.0]
    assert yearly([0.0] * 30 + flows + [0.0] * 30) == pytest.approx(yearly(flows), rel=1e-11)


def test_a_hundred_years_of_months_are_no_trouble() -> None:
    flows = np.concatenate([[-1000.0], np.full(1200, 10.0)])
    days = np.arange(1201) * 365 / 12
    found = float(internal_rates(column(flows), column(days))[0])
    assert worth(flows, days, found) == pytest.approx(0.0, abs=1e-8)


def test_three_centuries_are_no_trouble() -> None:
    flows = np.concatenate([np.full(150, -10.0), np.full(150, 30.0)])
    days = 365.0 * np.arange(300)
    found = float(internal_rates(column(flows), column(days))[0])
    assert found == pytest.approx(3 ** (1 / 150) - 1, rel=1e-9)
    losing = np.concatenate([np.full(290, -10.0), np.full(10, 30.0)])
    found = float(internal_rates(column(losing), column(days))[0])
    assert abs(worth(losing, days, found)) <= 1e-9 * worth(np.abs(losing), days, found)


def test_two_days_are_enough() -> None:
    found = internal_rates(column([-100, 100.01]), column([45000, 45001]))
    assert found[0] == pytest.approx(1.0001**365 - 1, rel=1e-10)


amounts = st.floats(-1000, 1000, allow_nan=False).map(lambda x: round(x, 2))


@settings(deadline=None)
@given(st.lists(amounts, min_size=2, max_size=30))
def test_at_its_rate_a_project_is_worth_nothing(flows: list[float]) -> None:
    days = 365.0 * np.arange(len(flows))
    found = yearly(flows)
    if not np.isnan(found):
        size = worth(np.abs(flows), days, found)
        assert abs(worth(flows, days, found)) <= 1e-9 * size


@settings(deadline=None)
@given(st.lists(amounts, min_size=2, max_size=12))
def test_where_no_rate_is_found_the_present_value_never_changes_sign(flows: list[float]) -> None:
    if np.isnan(yearly(flows)) and any(flows):
        days = 365.0 * np.arange(len(flows))
        rates = np.exp(np.linspace(np.log(1e-3), np.log(1e3), 500)) - 1
        signs = {np.sign(worth(flows, days, float(rate))) for rate in rates}
        assert len(signs) == 1


def test_sign_changes_pass_over_zeros() -> None:
    flows = np.array([[-1.0, -1.0, 0.0, 1.0], [0.0, 0.0, 0.0, 0.0], [-1.0, 1.0, 0.0, -2.0], [2.0, -1.0, 0.0, 3.0]])
    assert sign_changes(flows).tolist() == [1, 2, 0, 2]
