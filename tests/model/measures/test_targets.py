"""What a deal has to spare above each target, or lacks."""

import pytest

from tests.model.measures.soft_loan import SOFT
from tests.model.small_case import sized

TARGETS = {
    "equity_irr": 0.2,
    "dscr_minimum": 1.25,
    "llcr_minimum": 1.3,
    "private_share": 0.5,
    "payments": {"payment": 310.0},
}


def test_each_target_is_compared_with_what_it_is_about() -> None:
    found = sized({"facilities.soft": SOFT, "concessionality": {"targets": TARGETS}})
    assert found.value("irr_to_spare") == pytest.approx(found.value("equity_irr") - 0.2)
    assert found.value("dscr_to_spare") == pytest.approx(found.value("dscr_minimum") - 1.25)
    assert found.value("llcr_to_spare") == pytest.approx(found.value("llcr_minimum") - 1.3)
    assert found.value("private_share_to_spare") == pytest.approx(found.value("private_share") - 0.5)
    assert found.value("payment_limit.payment_to_spare") == pytest.approx(10)


def test_the_limit_of_a_payment_meets_its_highest_amount_in_operation() -> None:
    amounts = {"by_year": {2027: 900.0, 2029: 280.0, 2032: 320.0}}
    found = sized({"revenue.payment.amount": amounts, "concessionality": {"targets": {"payments": {"payment": 310.0}}}})
    assert found.value("payment_limit.payment_to_spare") == pytest.approx(-10)


def test_a_return_that_does_not_exist_misses_its_target() -> None:
    found = sized({"revenue.payment.amount": 0.0, "facilities.senior.sizing": {"amount": 0.0},
                   "facilities.senior.repayment": {"profile": "annuity"},
                   "concessionality": {"targets": {"equity_irr": 0.1, "dscr_minimum": 1.2}}})  # fmt: skip
    assert found.value("irr_to_spare") == pytest.approx(-1.1)
    assert found.value("dscr_to_spare") == 0


def test_what_is_not_asked_for_is_not_there() -> None:
    found = sized({"concessionality": {"targets": {"dscr_minimum": 1.2}}})
    assert "dscr_to_spare" in found.lines
    assert "irr_to_spare" not in found.lines
