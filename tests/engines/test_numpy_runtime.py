"""What generated code calls: dates as the calendar has them, and every edge decided: zero, blank, outside the grid."""

import calendar
from datetime import date, timedelta

import numpy as np
import pytest
from numpy.typing import ArrayLike, NDArray

from finmodel.engines import numpy_runtime as run

Array = NDArray[np.float64]
EPOCH = date(1899, 12, 30)
BLANK = float("nan")


def array(values: ArrayLike) -> Array:
    return np.asarray(values, dtype=np.float64)


def padded(values: ArrayLike) -> Array:
    """A series as generated code holds it: (period, scenario) with a row of zeros before and after."""
    grid = array(values)
    return np.pad(grid[:, np.newaxis] if grid.ndim == 1 else grid, ((1, 1), (0, 0)))


# --- dates ----------------------------------------------------------------------------------------------------------


def test_every_day_from_1950_to_2100_has_the_year_month_and_day_of_the_calendar() -> None:
    first, last = date(1950, 1, 1), date(2100, 12, 31)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    serials = array([(day - EPOCH).days for day in days])
    assert np.array_equal(run.year(serials), array([day.year for day in days]))
    assert np.array_equal(run.month(serials), array([day.month for day in days]))
    assert np.array_equal(run.day(serials), array([day.day for day in days]))


@pytest.mark.parametrize("months", [-25, -12, -1, 0, 1, 2, 6, 11, 12, 13, 600])
def test_the_end_of_a_month_some_months_on_is_the_calendars(months: int) -> None:
    days = [date(1950, 1, 1) + timedelta(days=37 * n) for n in range(1400)]
    found = run.month_end(array([(day - EPOCH).days for day in days]), array(float(months)))
    for day, serial in zip(days, found, strict=True):
        ahead = day.year * 12 + day.month - 1 + months
        year, month = divmod(ahead, 12)
        last = date(year, month + 1, calendar.monthrange(year, month + 1)[1])
        assert EPOCH + timedelta(days=int(serial)) == last


def test_a_serial_day_is_the_number_a_spreadsheet_shows() -> None:
    assert run.year(array([46023.0])).tolist() == [2026.0]
    assert run.month_end(array([46023.0]), array([1.0])).tolist() == [46081.0]


def test_the_time_of_day_does_not_matter() -> None:
    assert run.day(array([46023.0, 46023.99])).tolist() == [1.0, 1.0]


# --- division, powers, blanks ---------------------------------------------------------------------------------------


def test_a_share_of_nothing_is_nothing() -> None:
    assert run.divide(array([6.0, 6.0, 0.0]), array([3.0, 0.0, 0.0])).tolist() == [2.0, 0.0, 0.0]
    assert run.divide(array([6.0]), array([4.0])).tolist() == [1.5]


def test_a_ratio_to_nothing_is_blank() -> None:
    found = run.ratio(array([6.0, 6.0, 0.0]), array([3.0, 0.0, 0.0]))
    assert np.array_equal(found, [2.0, BLANK, BLANK], equal_nan=True)


def test_a_power_of_what_is_not_positive_is_zero() -> None:
    assert run.power(array([4.0, 0.0, -2.0]), array([0.5, 0.5, 2.0])).tolist() == [2.0, 0.0, 0.0]
    assert run.power(array([4.0, 9.0]), array([0.5])).tolist() == [2.0, 3.0]


def test_a_blank_is_filled_and_a_number_is_kept() -> None:
    assert run.filled(array([BLANK, 2.0]), array([7.0, 7.0])).tolist() == [7.0, 2.0]


def test_a_choice_shared_by_all_scenarios_and_one_of_each_scenario() -> None:
    a, b = array([1.0, 2.0]), array([3.0, 4.0])
    assert run.where(np.array([True, False]), a, b).tolist() == [1.0, 4.0]
    assert run.where(array(1.0) > array(0.0), a, b) is a
    assert run.where(array(0.0) > array(0.0), a, b) is b


# --- reductions -----------------------------------------------------------------------------------------------------


def test_a_total_is_added_in_the_order_of_the_periods_whatever_stands_beside() -> None:
    values = np.random.default_rng(5).lognormal(0, 6, (60, 33))
    expected = []
    for column in values.T:
        added = 0.0
        for value in column:
            added += float(value)
        expected.append(added)
    for width in (1, 2, 3, 8, 33):
        parts = [run.total(padded(values[:, n : n + width])) for n in range(0, 33, width)]
        assert np.concatenate(parts).tolist() == expected
    assert run.total(padded(np.asfortranarray(values))).tolist() == expected


def test_a_sum_of_products_of_a_series_of_all_and_a_series_of_each_scenario() -> None:
    found = run.sum_product(padded([1.0, 2.0]), padded([[3.0, 5.0], [4.0, 6.0]]))
    assert found.tolist() == [11.0, 17.0]


def test_lowest_highest_and_average_pass_over_blanks() -> None:
    values = padded([[BLANK, 1.0, BLANK], [2.0, -3.0, BLANK], [4.0, 5.0, BLANK]])
    assert np.array_equal(run.lowest(values), [2.0, -3.0, BLANK], equal_nan=True)
    assert np.array_equal(run.highest(values), [4.0, 5.0, BLANK], equal_nan=True)
    assert np.array_equal(run.average(values), [3.0, 1.0, BLANK], equal_nan=True)


def test_the_zeros_around_the_grid_are_not_part_of_it() -> None:
    values = padded([3.0, 5.0])
    assert (run.lowest(values).item(), run.average(values).item()) == (3.0, 4.0)
    assert run.highest(padded([-3.0, -5.0])).item() == -3.0


def test_the_first_period_of_a_flag_is_counted_from_one_and_zero_is_never() -> None:
    assert run.first_where(padded([[0, 1, 0], [1, 1, 0], [1, 0, 0]])).tolist() == [2.0, 1.0, 0.0]


def test_the_internal_rate_is_that_of_the_grid() -> None:
    assert run.internal_rate(padded([-100.0, 110.0]), padded([46000.0, 46365.0])).item() == pytest.approx(0.1)


# --- positions ------------------------------------------------------------------------------------------------------


def test_a_position_is_counted_from_one_and_outside_is_zero() -> None:
    positions = array([-3.0, 0.0, 1.0, 3.0, 4.0, 99.0])
    assert run.at(padded([10.0, 20.0, 30.0]), positions).tolist() == [0.0, 0.0, 10.0, 30.0, 0.0, 0.0]


def test_a_position_may_be_one_for_all_or_one_for_each_scenario() -> None:
    each = padded([[10.0, 100.0], [20.0, 200.0]])
    assert run.at(each, array(2.0)).tolist() == [20.0, 200.0]
    assert run.at(each, array([2.0])).tolist() == [20.0, 200.0]
    assert run.at(each, array([1.0, 2.0])).tolist() == [10.0, 200.0]
    assert run.at(padded([10.0, 20.0]), array([1.0, 2.0])).tolist() == [10.0, 20.0]
    assert run.at(each, array([[1.0], [2.0], [3.0]])).tolist() == [[10.0, 100.0], [20.0, 200.0], [0.0, 0.0]]
    assert run.at(each, array([[1.0, 2.0], [2.0, 1.0]])).tolist() == [[10.0, 200.0], [20.0, 100.0]]


def test_looking_back_is_at_least_one_period_and_before_the_first_is_zero() -> None:
    values = padded([10.0, 20.0, 30.0, 40.0])
    assert run.earlier(values, array([2.0]))[:, 0].tolist() == [0.0, 0.0, 10.0, 20.0]
    assert run.earlier(values, array([0.0]))[:, 0].tolist() == [0.0, 10.0, 20.0, 30.0]
    assert run.earlier(values, array([-5.0]))[:, 0].tolist() == [0.0, 10.0, 20.0, 30.0]
    assert run.earlier(values, array([1.9]))[:, 0].tolist() == [0.0, 10.0, 20.0, 30.0]
    assert run.earlier(values, array([99.0]))[:, 0].tolist() == [0.0, 0.0, 0.0, 0.0]


def test_each_scenario_may_look_back_its_own_way() -> None:
    values = padded([[10.0, 1.0], [20.0, 2.0], [30.0, 3.0]])
    assert run.earlier(values, array([1.0, 2.0])).tolist() == [[0.0, 0.0], [10.0, 0.0], [20.0, 1.0]]
    assert run.earlier(padded([10.0, 20.0, 30.0]), array([1.0, 2.0])).tolist() == [[0, 0], [10, 0], [20, 10]]
    assert run.earlier(values, array([1.0])).tolist() == [[0.0, 0.0], [10.0, 1.0], [20.0, 2.0]]


def test_a_row_looks_back_as_the_whole_grid_does() -> None:
    values = padded(np.arange(12.0).reshape(6, 2))
    for periods in (array([2.0]), array([1.0, 3.0])):
        by_row = [run.earlier_row(values, t, periods) for t in range(1, 7)]
        assert np.array_equal(np.stack(by_row), run.earlier(values, periods))


# --- room and rows --------------------------------------------------------------------------------------------------


def test_room_for_a_series_has_zeros_around_it() -> None:
    room = run.series(3, 2)
    assert room.shape == (5, 2)
    assert room[0].tolist() == room[-1].tolist() == [0.0, 0.0]


def test_the_rows_of_a_narrow_series_are_single_numbers_and_of_a_wide_one_its_own_rows() -> None:
    wide = padded([[1.0, 2.0], [3.0, 4.0]])
    rows = run.rows(wide, 2)
    rows[1][...] = 9.0
    assert wide[1].tolist() == [9.0, 9.0]
    narrow = run.rows(padded([1.0, 3.0]), 2)
    assert [row.shape for row in narrow] == [()] * 4
    assert [float(row) for row in narrow] == [0.0, 1.0, 3.0, 0.0]


def test_a_single_value_is_given_the_width_of_a_loop() -> None:
    assert run.wide(array([2.0]), 3).tolist() == [2.0, 2.0, 2.0]
    own = array([1.0, 2.0, 3.0])
    assert run.wide(own, 3) is own
    assert run.single(2.0).tolist() == [2.0]


def test_the_list_of_names_is_what_generated_code_may_call() -> None:
    public = {n for n, found in vars(run).items() if getattr(found, "__module__", "") == run.__name__}
    assert set(run.__all__) == {name for name in public if not name.startswith("_")}


def test_rows_are_picked_by_place_and_by_lag_with_zeros_outside() -> None:
    rows = [np.zeros(2), np.ones(2), np.full(2, 2.0), np.zeros(2)]
    assert run.row_at(rows, np.array(2.0)) is rows[2]
    assert run.row_at(rows, np.array(9.0)) is rows[3]
    assert run.row_at(rows, np.array(np.inf)) is rows[3]
    assert [row[0] for row in run.rows_at(rows, [np.array(-1.0), np.array(1.5)])] == [0.0, 1.0]
    assert [row[0] for row in run.rows_before(rows, np.array(1.0), 2)] == [0.0, 1.0]
    assert [row[0] for row in run.rows_before(rows, np.array(0.0), 2)] == [0.0, 1.0]


def test_quotients_can_be_put_into_a_row_even_into_one_they_are_made_of() -> None:
    left, right = np.array([6.0, 1.0]), np.array([3.0, 0.0])
    assert run.divide_into(left, right).tolist() == [2.0, 0.0]
    assert run.ratio_into(left, right, right) is right
    assert np.array_equal(right, [2.0, np.nan], equal_nan=True)
    assert run.divide_into(left, np.array(2.0), left).tolist() == [3.0, 0.5]


def test_what_all_share_is_read_as_plain_numbers() -> None:
    assert [value.shape for value in run.each(np.ones((3, 1)))] == [()] * 3
    assert run.one(np.array([2.0])).shape == ()
    assert run.number(np.array([True, False])).tolist() == [1.0, 0.0]
    assert run.padded(np.ones((1, 2))).tolist() == [[0, 0], [1, 1], [0, 0]]
    assert run.choose(np.array([True, False]), np.ones(2), np.zeros(2)).tolist() == [1.0, 0.0]
