"""Terms of a bond: a trade states a yield or a price, and figures keep their bounds."""

from typing import Any

import pytest

from tests.model.bonds.small_bonds import problems_with

DAY = {"settlement_date": "2028-03-18"}


@pytest.mark.parametrize(
    ("trade", "said"),
    [
        (DAY, "states neither a yield nor a price"),
        (DAY | {"price": 99.0, "yield_rate": 0.15}, "states a yield and a price"),
        (DAY | {"price": 0}, "0 is below 0.01"),
    ],
)
def test_a_trade_states_a_yield_or_a_price(trade: dict[str, Any], said: str) -> None:
    assert said in "\n".join(problems_with({"bonds.green.trades": {"one": trade}}))


def test_a_negative_coupon_is_refused() -> None:
    assert "is below 0 %" in "\n".join(problems_with({"bonds.green.coupon.rate": -0.01}))
