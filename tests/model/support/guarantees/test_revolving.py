"""A liquidity guarantee: what is repaid can be drawn again."""

import pytest

from tests.model.support.guarantees.guaranteed_deal import guarantee, shocked

SWINGS = {2030: 90.0, 2031: 180.0, 2032: 60.0}
"""60 lack in 2030, 40 are over in 2031, 70 lack in 2032."""


def test_what_the_company_repays_is_there_again() -> None:
    found = shocked(SWINGS, bridge=guarantee("liquidity_guarantee", amount=80.0))
    assert list(found.series("bridge.paid")[3:6]) == pytest.approx([60, 0, 60])
    assert list(found.series("bridge.used")[3:6]) == pytest.approx([60, 20, 80])
    assert found.series("arrears")[5] == pytest.approx(10)


def test_any_other_guarantee_can_be_used_once() -> None:
    found = shocked(SWINGS, first=guarantee("first_loss_guarantee", amount=80.0))
    assert list(found.series("first.paid")[3:6]) == pytest.approx([60, 0, 20])
    assert found.value("first.left_at_end") == 0


def test_interest_on_the_claim_is_repaid_first_and_is_no_use_of_the_amount() -> None:
    """6 of the 40 that are over pay interest, 34 restore the amount: 54 of 80 can be drawn."""
    found = shocked(SWINGS, bridge=guarantee("liquidity_guarantee", amount=80.0, claim_rate=0.10))
    assert found.series("bridge.claim_closing")[4] == pytest.approx(66 - 40)
    assert list(found.series("bridge.used")[3:5]) == pytest.approx([60, 26])
    assert found.series("bridge.paid")[5] == pytest.approx(54)
