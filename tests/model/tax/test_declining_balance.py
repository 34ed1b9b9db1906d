"""Declining balance: the rate a year on what is left, the same in periods of any length."""

import pytest

from tests.model.small_case import sized

ALONE = {"tax.financing_pool": "none"}


@pytest.mark.parametrize(("period", "count"), [("month", 12), ("quarter", 4), ("half_year", 2), ("year", 1)])
def test_a_year_takes_a_quarter_of_what_is_left_however_it_is_divided(period: str, count: int) -> None:
    found = sized({**ALONE, "timing.period": period}).series("machinery.depreciation")
    first = 2 * count
    assert found[first : first + count].sum() == pytest.approx(250)
    assert found[first + count : first + 2 * count].sum() == pytest.approx(187.5)


def test_a_part_of_a_period_in_operation_takes_its_part_of_the_year() -> None:
    found = sized({**ALONE, "timing.construction_months": 21, "timing.operation_months": 99})
    assert found.series("machinery.depreciation")[1] == pytest.approx(1000 * (1 - 0.75**0.25))


def test_a_rate_of_a_hundred_percent_takes_everything_at_once() -> None:
    found = sized({**ALONE, "tax_pools": {"machinery": {"rate": 1.0}}})
    assert list(found.series("machinery.depreciation")[2:4]) == pytest.approx([1000, 0])
