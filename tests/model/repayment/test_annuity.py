"""Annuity: the same debt service in every period, also where the rate changes."""

import numpy_financial
import pytest

from tests.model.small_case import sized

ANNUITY = {"facilities.senior.sizing": {"amount": 600.0}, "facilities.senior.repayment": {"profile": "annuity"}}


def service(changes: dict[str, object]) -> list[float]:
    found = sized({**ANNUITY, **changes})
    both = found.series("senior.scheduled_interest") + found.series("senior.scheduled_principal")
    return [float(amount) for amount in both]


def test_debt_service_is_the_level_payment_of_the_textbook() -> None:
    level = -numpy_financial.pmt(0.10, 6, 600)
    assert service({}) == pytest.approx([0, 0, *[level] * 6, 0, 0, 0])


def test_debt_service_stays_level_where_the_rate_steps_down() -> None:
    """One payment for six years at 12 %, 12 %, then 8 %: 600 over the sum of the discount factors."""
    found = service({"facilities.senior.base_rate": {"by_year": {2027: 0.12, 2031: 0.08}}})
    factors, factor = 0.0, 1.0
    for rate in (0.12, 0.12, 0.08, 0.08, 0.08, 0.08):
        factor /= 1 + rate
        factors += factor
    assert found[2:8] == pytest.approx([600 / factors] * 6)


def test_grace_leaves_fewer_and_larger_payments() -> None:
    found = service({"facilities.senior.grace_months": 12})
    assert found[2:8] == pytest.approx([60, *[-numpy_financial.pmt(0.10, 5, 600)] * 5])


def test_without_interest_payments_are_equal_parts() -> None:
    assert service({"facilities.senior.base_rate": 0.0})[2:8] == pytest.approx([100] * 6)
