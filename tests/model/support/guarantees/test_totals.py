"""What guarantees came to: each one, all together, and fees above the highest amount."""

import pytest

from tests.model.support.guarantees.guaranteed_deal import as_planned, guarantee, shocked

FIRST = guarantee("first_loss_guarantee", amount=100.0)
BRIDGE = guarantee("liquidity_guarantee", amount=80.0, fee_rate=0.01)


def test_cover_is_added_up_over_all_guarantees() -> None:
    assert as_planned(first=FIRST, bridge=BRIDGE).value("guarantee_cover") == pytest.approx(180)


def test_a_guarantee_says_what_was_drawn_what_is_left_and_the_worst_of_its_claim() -> None:
    found = shocked({2030: 90, 2031: 180, 2032: 60}, bridge=BRIDGE)
    fee = 0.8
    assert found.series("senior.newly_lacking")[3] == pytest.approx(60 + fee)
    drawn = found.series("bridge.paid")
    assert found.value("bridge.drawn_total") == pytest.approx(drawn.sum())
    assert found.value("guarantees_drawn") == pytest.approx(drawn.sum())
    assert found.value("bridge.left_at_least") == pytest.approx(0)
    assert found.value("bridge.left_at_end") == pytest.approx(80)
    assert found.value("bridge.claim_highest") == pytest.approx(80)


@pytest.mark.parametrize(("rate", "above"), [(0.02, 0), (0.20, 1)])
def test_fees_above_the_highest_amount_are_flagged(rate: float, above: float) -> None:
    assert as_planned(first={**FIRST, "fee_rate": rate}).value("first.fees_above_cap") == above
