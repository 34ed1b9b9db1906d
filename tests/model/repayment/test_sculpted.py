"""Sculpted: debt service follows the cash flow at the target cover, or above it where another limit binds."""

import pytest

from tests.model.small_case import sized

GROWING = {"revenue.payment.amount": {"by_year": {2027: 250, 2030: 270, 2031: 300, 2033: 340}}}


def test_cover_is_the_target_in_every_period_where_cash_flow_is_the_limit() -> None:
    found = sized({**GROWING, "facilities.senior.sizing": {"dscr": 1.3}})
    assert list(found.series("dscr")[2:8]) == pytest.approx([1.3] * 6)
    service = found.series("cfads")[2:8] / 1.3
    assert list(found.series("scheduled_debt_service")[2:8]) == pytest.approx(list(service))


def test_debt_is_the_value_of_the_target_debt_service_at_the_loan_s_own_rate() -> None:
    found = sized({**GROWING, "facilities.senior.sizing": {"dscr": 1.3}})
    cash = [200, 220, 250, 250, 290, 290]
    value = sum(cfads / 1.3 / 1.1 ** (number + 1) for number, cfads in enumerate(cash))
    assert found.value("senior.commitment") == pytest.approx(value)


def test_a_target_by_year_sculpts_each_year_to_its_own_cover() -> None:
    found = sized({**GROWING, "facilities.senior.sizing": {"dscr": {"by_year": {2027: 1.5, 2032: 1.2}}}})
    assert list(found.series("dscr")[2:8]) == pytest.approx([1.5, 1.5, 1.5, 1.2, 1.2, 1.2])


def test_debt_below_its_capacity_is_scaled_and_has_one_higher_cover_throughout() -> None:
    found = sized({**GROWING, "facilities.senior.sizing": {"dscr": 1.3, "amount": 500.0}})
    cover = found.value("senior.dscr_capacity") / 500 * 1.3
    assert list(found.series("dscr")[2:8]) == pytest.approx([cover] * 6)
    assert list(found.series("senior.scheduled_closing")[8:]) == pytest.approx([0] * 3, abs=1e-9)


def test_fees_are_paid_before_interest_and_count_into_the_cover() -> None:
    found = sized({"facilities.senior.sizing": {"dscr": 1.3}, "facilities.senior.agency_fee_amount": 6.0})
    assert list(found.series("dscr")[2:8]) == pytest.approx([1.3] * 6)
    service = found.series("senior.scheduled_interest") + found.series("senior.scheduled_principal")
    assert service[2] == pytest.approx(250 / 1.3 - 6)


def test_sculpting_with_grace_repays_from_the_cash_flow_of_the_years_that_remain() -> None:
    found = sized({"facilities.senior.sizing": {"dscr": 1.3}, "facilities.senior.grace_months": 24})
    value = sum(250 / 1.3 / 1.1**year for year in (1, 2, 3, 4))
    assert found.value("senior.commitment") == pytest.approx(value)
    assert list(found.series("senior.scheduled_principal")[2:4]) == pytest.approx([0, 0])
    assert list(found.series("dscr")[4:8]) == pytest.approx([1.3] * 4)
