"""What green tables read: values by calendar year, labels, and nothing where the model has no such line."""

import pytest

from tests.analysis.green.reported import source


def test_a_line_is_added_up_by_the_year_in_which_periods_begin() -> None:
    found = source()
    drawn = found.in_years("senior.drawdown")
    assert [drawn[year] for year in (2027, 2028, 2029)] == pytest.approx([350, 374.5, 0])
    assert found.at_ends("green_unallocated")[2028] == pytest.approx(124.5)


def test_a_line_that_is_not_there_has_no_value() -> None:
    found = source()
    assert found.value("solar.nothing_of_the_kind") is None
    assert found.in_years("solar.nothing_of_the_kind") == {}
    assert found.at_ends("solar.nothing_of_the_kind") == {}


def test_instruments_and_measures_come_in_the_order_of_the_case() -> None:
    found = source()
    assert found.instruments == ("senior",)
    assert list(found.measures("solar")) == ["ghg", "electricity_generated", "capacity_installed"]
    assert found.kind("solar", "ghg").unit == "t CO2e"
