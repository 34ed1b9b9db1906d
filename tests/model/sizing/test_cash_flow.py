"""Cash flow to size on: none in any period of service is said, whatever other limits there are."""

from tests.model.small_case import sized


def test_a_deal_that_earns_something_has_cash_flow_to_size_on() -> None:
    assert sized().value("senior.without_cash_flow") == 0


def test_costs_above_revenue_in_every_period_leave_nothing_to_size_on() -> None:
    found = sized({"revenue.payment.amount": 49.0})
    assert found.value("senior.without_cash_flow") == 1
    assert found.value("senior.commitment") == 0


def test_one_good_period_is_enough() -> None:
    found = sized({"revenue.payment.amount": {"by_year": {2027: 0.0, 2030: 300.0, 2031: 0.0}}})
    assert found.value("senior.without_cash_flow") == 0
