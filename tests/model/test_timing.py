"""Time: dates in any month, leap years, delays, ramp-up, periods that completion or the end cuts in two."""

import pytest

from finmodel.engines.numpy_engine import Batch
from finmodel.model.timing import timing
from tests.model.small_case import serial
from tests.oracles.sections import run_parts


def time(periods: int, **changes: float) -> Batch:
    """A grid of half-years from 1 July 2027, 18 months of construction and five years of operation."""
    given = {
        "start": serial(2027, 7, 1),
        "period_months": 6.0,
        "construction_months": 18.0,
        "operation_months": 60.0,
        "delay_months": 0.0,
        "delay_extends_concession": 0.0,
        "ramp_up_start": 1.0,
        "ramp_up_months": 0.0,
        "table_first_year": 2027.0,
        "table_years": 4.0,
    }
    return run_parts([timing.part()], periods, {**given, **changes})


def test_half_years_from_july_end_in_december_and_june_and_count_leap_days() -> None:
    found = time(4)
    assert list(found.series("period_start")) == [
        serial(2027, 7, 1),
        serial(2028, 1, 1),
        serial(2028, 7, 1),
        serial(2029, 1, 1),
    ]
    assert list(found.series("period_end")) == [
        serial(2027, 12, 31),
        serial(2028, 6, 30),
        serial(2028, 12, 31),
        serial(2029, 6, 30),
    ]
    assert list(found.series("days")) == [184, 182, 184, 181]


@pytest.mark.parametrize(("months", "days"), [(1, 29), (3, 29 + 31 + 30), (6, 182), (12, 366)])
def test_a_period_of_any_length_may_begin_in_february_of_a_leap_year(months: float, days: float) -> None:
    found = time(2, start=serial(2028, 2, 1), period_months=months)
    assert found.series("days")[0] == days
    assert found.series("period_start")[1] == serial(2028, 2, 1) + days
    assert found.series("days_30_360")[0] == pytest.approx(months / 12)
    assert found.series("days_act_365")[0] == pytest.approx(days / 365)
    assert found.series("days_act_360")[0] == pytest.approx(days / 360)


def test_a_calendar_year_begins_with_the_first_period_that_begins_in_it() -> None:
    found = time(5)
    assert list(found.series("calendar_year")) == [2027, 2028, 2028, 2029, 2029]
    assert list(found.series("new_year_flag")) == [0, 1, 0, 1, 0]


def test_years_outside_a_table_take_its_nearest_column() -> None:
    found = time(8, table_first_year=2028.0, table_years=2.0)
    assert list(found.series("year_position")) == [1, 1, 1, 2, 2, 2, 2, 2]


def test_construction_and_operation_follow_each_other_without_a_gap() -> None:
    found = time(15)
    assert list(found.series("construction_flag")) == [1] * 3 + [0] * 12
    assert list(found.series("operation_share")) == [0] * 3 + [1] * 10 + [0] * 2
    assert list(found.series("completion_flag")).index(1) == 2
    assert list(found.series("last_operation_flag")).index(1) == 12
    assert found.value("completion_date") == serial(2028, 12, 31)
    assert found.value("operation_start") == serial(2029, 1, 1)
    assert found.value("operation_end") == serial(2033, 12, 31)
    assert list(found.series("final_flag")) == [0] * 14 + [1]


def test_a_delay_of_four_months_takes_them_from_operation() -> None:
    found = time(15, delay_months=4.0)
    assert found.series("operation_share")[3] == pytest.approx(2 / 6)
    assert found.series("construction_flag")[3] == 1
    assert found.series("completion_flag")[3] == 1
    assert sum(found.series("operation_share")) * 6 == pytest.approx(56)
    assert found.value("operation_end") == serial(2033, 12, 31)


def test_a_delay_that_extends_the_concession_takes_nothing_from_operation() -> None:
    found = time(15, delay_months=4.0, delay_extends_concession=1.0)
    assert sum(found.series("operation_share")) * 6 == pytest.approx(60)
    assert found.series("operation_share")[13] == pytest.approx(4 / 6)
    assert found.value("operation_end") == serial(2034, 4, 30)


def test_completion_on_the_last_day_of_a_period_leaves_the_next_one_whole() -> None:
    found = time(15)
    assert list(found.series("completion_flag") + found.series("operation_share"))[:4] == [0, 0, 1, 1]


def test_a_grid_that_ends_before_operation_is_reported_with_the_days_missing() -> None:
    assert time(12).value("timeline_check") == 184
    assert time(13).value("timeline_check") == 0


def test_ramp_up_is_the_mean_share_of_service_over_the_period() -> None:
    """From 60 % in a straight line over nine months: 73.3 % in the middle of six, then 93.3 %, then full service."""
    found = time(15, ramp_up_start=0.6, ramp_up_months=9.0)
    first_half_year = 0.6 + 0.4 * 3 / 9
    second = (3 * (0.6 + 0.4 * 7.5 / 9) + 3 * 1.0) / 6
    assert list(found.series("ramp_up")[3:6]) == pytest.approx([first_half_year, second, 1.0])


def test_ramp_up_brings_the_same_service_in_a_year_as_in_its_months() -> None:
    shapes = {"ramp_up_start": 0.5, "ramp_up_months": 7.0, "construction_months": 12.0}
    by_year = time(3, period_months=12.0, **shapes)
    by_month = time(36, period_months=1.0, **shapes)
    assert by_year.series("ramp_up")[1] == pytest.approx(by_month.series("ramp_up")[12:24].mean())
    assert by_year.series("ramp_up")[1] == pytest.approx(1 - 0.5 * 3.5 / 12)


def test_without_months_of_ramp_up_service_is_full_from_the_first_day() -> None:
    found = time(40, period_months=1.0, ramp_up_start=0.5)
    assert list(found.series("ramp_up")[18:]) == [1] * 22


def test_ramp_up_begins_when_operation_really_begins() -> None:
    found = time(15, ramp_up_start=0.5, ramp_up_months=6.0, delay_months=6.0)
    assert list(found.series("ramp_up")[4:6]) == pytest.approx([0.75, 1.0])


def test_progress_counts_planned_periods_and_a_delay_slows_it() -> None:
    assert list(time(5).series("progress")) == pytest.approx([1, 2, 3, 3, 3])
    assert list(time(8, delay_months=18.0).series("progress")) == pytest.approx([0.5, 1, 1.5, 2, 2.5, 3, 3, 3])


def test_the_last_planned_period_of_construction_may_be_a_short_one() -> None:
    found = time(5, construction_months=20.0)
    assert found.value("construction_periods") == 4
    assert list(found.series("progress")) == pytest.approx([1, 2, 3, 4, 4])
    slow = time(8, construction_months=20.0, delay_months=20.0)
    assert list(slow.series("progress")) == pytest.approx([0.5, 1, 1.5, 2, 2.5, 3, 4, 4])
