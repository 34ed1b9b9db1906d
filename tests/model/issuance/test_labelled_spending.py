"""Labelled proceeds are paid out as allocated, by hand; what is left helps to redeem the bonds."""

import pytest

from tests.model.green_issuance import GREEN_ISSUE
from tests.model.small_issuance import issued


def test_proceeds_wait_until_they_are_allocated_and_earn_interest_meanwhile() -> None:
    run = issued(GREEN_ISSUE)
    assert run.series("paid_to_projects").tolist() == pytest.approx([700, 0, 400, *[0] * 5])
    assert run.series("proceeds_interest").tolist() == pytest.approx([0, 29.5, 29.5, *[9.5] * 4, 0])
    assert run.series("cash_closing").tolist() == pytest.approx([590, 590, *[190] * 4, 0, 0])


def test_interest_on_what_waits_serves_debt_and_what_is_left_helps_to_redeem_the_last_bond() -> None:
    run = issued(GREEN_ISSUE)
    assert run.series("proceeds_used").tolist() == pytest.approx([0, 29.5, 29.5, 9.5, 9.5, 9.5, 190 + 9.5, 0])
    assert run.series("own_funds_paid")[1] == pytest.approx(60 + 0.5 - 29.5)
    assert run.series("own_funds_paid")[6] == pytest.approx(1060 + 0.5 - 199.5)
    assert run.value("cash_left_check") == pytest.approx(0)
    assert run.value("master_check") == 1


def test_a_bond_without_a_label_can_be_allocated_too() -> None:
    plain = {"instrument": "plain", "project": "roofs", "year": 2026, "amount": 100.0}
    run = issued({**GREEN_ISSUE, "green.allocations.of_plain": plain})
    assert run.series("paid_to_projects")[0] == pytest.approx(400 + 100)
    assert run.value("master_check") == 1
