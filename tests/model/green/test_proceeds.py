"""Proceeds: what comes in, what waits and where, whether more is allocated than there is, and whether it is in time."""

import pytest

from tests.model.green.green_deal import green_deal
from tests.model.small_case import serial


def test_what_is_not_allocated_waits_where_the_framework_says() -> None:
    """350 come in 2027 and 374.5 in 2028, with interest; 300 are allocated in each year."""
    found = green_deal()
    assert found.series("senior.drawdown")[:2] == pytest.approx([350, 374.5])
    assert found.series("proceeds_of_senior.unallocated")[:3] == pytest.approx([50, 124.5, 124.5])
    assert found.series("bills.held")[:2] == pytest.approx([37.5, 93.375])
    assert found.value("green_allocated_share") == pytest.approx(600 / 724.5)


def test_more_than_has_come_in_so_far_is_too_much_even_if_more_comes_later() -> None:
    early = {"instrument": "senior", "project": "solar", "year": 2027, "amount": 360}
    found = green_deal(green__allocations__solar_2027=early)
    assert found.value("proceeds_of_senior.overdrawn") == pytest.approx(10)
    assert found.value("proceeds_of_senior.above_proceeds") == 1
    assert green_deal().value("proceeds_of_senior.above_proceeds") == 0


def test_proceeds_come_from_the_first_day_of_the_first_period_with_any() -> None:
    assert green_deal().value("proceeds_of_senior.proceeds_from") == serial(2027, 1, 1)


@pytest.mark.parametrize(("months", "late", "last"), [(12, 124.5, (2027, 12, 31)), (24, 124.5, (2028, 12, 31))])
def test_what_waits_beyond_the_time_allowed_is_told(months: int, late: float, last: tuple[int, int, int]) -> None:
    found = green_deal(green__management__allocation_months=months)
    assert found.value("proceeds_of_senior.allocate_by") == serial(*last)
    assert found.value("proceeds_of_senior.late") == pytest.approx(late)


def test_nothing_is_late_once_all_is_allocated() -> None:
    rest = {"instrument": "senior", "project": "solar", "year": 2029, "amount": 124.5}
    found = green_deal(green__allocations__solar_2029=rest, green__management__allocation_months=36)
    assert found.value("proceeds_of_senior.late") == pytest.approx(0)
    found = green_deal(green__allocations__solar_2029=rest, green__management__allocation_months=24)
    assert found.value("proceeds_of_senior.late") == pytest.approx(124.5), "at the end of 2028 it still waits"
