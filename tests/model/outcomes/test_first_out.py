"""First-out: all savings until the agreed amount is paid back."""

import pytest

from tests.model.outcomes.energy_case import lights


def test_all_savings_are_the_companys_until_the_amount_is_paid_back() -> None:
    found = lights("first_out")
    assert found.series("lights.revenue") == pytest.approx([0, 0, 11.4, 11.4, 11.4, 11.4, 4.4, 0, 0, 0, 0])
    assert found.series("lights.payback_closing")[[1, 2, 5, 6]] == pytest.approx([50, 38.6, 4.4, 0])
    assert found.value("lights.never_paid_back") == pytest.approx(0)


def test_what_is_not_paid_back_earns_the_agreed_return_once_in_operation() -> None:
    """50 at 10 % is 55 less 11.4: 43.6."""
    found = lights("first_out", payback_return=0.1)
    assert found.series("lights.payback_opening")[:4] == pytest.approx([50, 50, 50, 43.6])


def test_what_savings_never_pay_back_is_said() -> None:
    """Eight years of 1.14."""
    found = lights("first_out", achievement=0.1)
    assert found.value("lights.never_paid_back") == pytest.approx(50 - 8 * 1.14)
    assert found.value("master_check") == 1
