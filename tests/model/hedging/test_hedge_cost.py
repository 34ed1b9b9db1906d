"""Cost of hedges: every net payment, in total and in present value, and how much of it is the banks' charge."""

import pytest

from tests.model.hedging.hedged_deals import AMOUNT, FORWARD, RATE_SWAP, hedged
from tests.model.small_case import sized


def test_all_net_payments_are_counted_those_during_construction_too() -> None:
    found = sized(hedged({**FORWARD, "credit_spread": 0.01}, RATE_SWAP, **AMOUNT))
    forward, swap = found.series("first.settlement"), found.series("second.net_payment")
    assert found.value("first.cost_total") == pytest.approx(forward.sum())
    assert found.value("second.cost_total") == pytest.approx(swap.sum())
    assert found.value("hedge_cost_total") == pytest.approx(forward.sum() + swap.sum())
    assert found.series("second.construction_settlement")[1] > 0


def test_the_present_value_is_at_the_project_s_rate() -> None:
    found = sized(hedged(FORWARD, **AMOUNT))
    discounted = (found.series("first.settlement") * found.series("project_discount_factor")).sum()
    assert found.value("hedge_cost_present_value") == pytest.approx(discounted)
