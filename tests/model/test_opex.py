"""Operating expenditure: by the year and the months in operation, stepped by index, paid when suppliers wait."""

import pytest

from tests.model.small_case import held, sized


def test_a_cost_a_year_runs_with_the_months_of_operation() -> None:
    found = sized({"timing.construction_months": 15, "timing.operation_months": 100})
    assert list(found.series("staff.cost")[:3]) == pytest.approx([0, 50 * 9 / 12, 50])
    assert found.series("opex_total").sum() == pytest.approx(50 * 100 / 12)


def test_cost_is_quantity_times_price_times_index_with_the_overrun() -> None:
    item = {"quantity": 10, "unit_cost": 5, "index": "wage", "overrun": 0.10}
    found = sized({"opex": {"staff": item}, "indices": {"wage": {"rate": 0.06}}})
    assert found.series("staff.cost")[3] == pytest.approx(50 * 1.06**3 * 1.10)


def test_quantity_and_price_may_step_with_the_years() -> None:
    item = {"quantity": {"by_year": {2027: 1, 2030: 2}}, "unit_cost": {"by_year": {2027: 50, 2031: 60}}}
    found = sized({"opex": {"staff": item}})
    assert list(found.series("staff.cost")[:6]) == pytest.approx([0, 0, 50, 100, 120, 120])


def test_what_is_paid_lags_what_is_incurred_by_the_days_of_the_suppliers() -> None:
    """73 days are a fifth of a year: a fifth of each year's cost is paid in the next."""
    found = sized({"working_capital": {"payable_days": 73}})
    assert list(found.series("staff.paid")[2:11]) == pytest.approx([40] + [50] * 7 + [10])
    assert list(found.series("staff.payable")[2:11]) == pytest.approx([10] * 8 + [0])


def test_payment_may_take_longer_than_a_period() -> None:
    """73 days are 2.4 months: nothing is paid for two months, and six tenths of a month's cost in the third."""
    found = sized({"working_capital": {"payable_days": 73}, "timing.period": "month"})
    month = 50 / 12
    assert list(found.series("staff.paid")[24:28]) == pytest.approx([0, 0, 0.6 * month, month])
    assert found.series("staff.paid").sum() == pytest.approx(400)


def test_totals_add_every_item() -> None:
    found = sized({"opex.energy": {"unit_cost": 7}})
    assert found.series("opex_total")[4] == pytest.approx(57)
    assert found.series("opex_paid")[4] == pytest.approx(57)


def test_a_delay_saves_the_costs_of_the_months_that_are_lost() -> None:
    found = held({}, {"timing.delay_months": 6})
    assert found.series("opex_total").sum() == pytest.approx(50 * 7.5)
