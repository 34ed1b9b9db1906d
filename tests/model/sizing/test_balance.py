"""Balance limit: a multiple of what is replaced, with its costs."""

import pytest

from tests.model.refinancing.deals import refinanced
from tests.model.small_case import sized


def test_it_is_the_scheduled_balance_with_break_cost_and_fee() -> None:
    found = sized(refinanced({"balance": 1.1}, break_cost_rate=0.05, upfront_fee_rate=0.02))
    assert found.value("fresh.balance_capacity") == pytest.approx(1.1 * 400 * 1.05 / 0.98)
