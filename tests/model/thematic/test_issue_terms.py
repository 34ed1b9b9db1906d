"""Issue terms: discount and listing are uses of funds, and the all-in rate has them in it."""

from typing import Any

import pytest

from tests.model.small_case import sized
from tests.model.thematic.linked_deal import bullet

TERMS: dict[str, Any] = {"issue_price": 0.95, "listing_cost_amount": 2.0, "listing_fee_amount": 1.0}


def test_discount_and_listing_are_paid_at_financial_close() -> None:
    found = sized(bullet(**TERMS))
    assert found.series("senior.issue_discount")[0] == pytest.approx(5)
    assert found.value("total_uses") == pytest.approx(1000 + 5 + 2)
    assert found.value("master_check") == 1


def test_the_fee_of_listing_is_paid_while_the_bond_is_in_service() -> None:
    assert list(sized(bullet(**TERMS)).series("senior.listing_fee")[:7]) == pytest.approx([0, 1, 1, 1, 1, 1, 0])


def test_the_venue_receives_what_the_company_pays_it() -> None:
    assert sized(bullet(**TERMS)).series("party_exchange.net").sum() == pytest.approx(2 + 5 * 1)


def test_above_par_the_bond_brings_more_than_its_face() -> None:
    found = sized(bullet(issue_price=1.02))
    assert found.series("senior.issue_discount")[0] == pytest.approx(-2)
    assert found.value("total_uses") == pytest.approx(998)


def test_the_all_in_rate_is_the_coupon_at_par_and_more_below_it() -> None:
    """By hand: 100 at 95, coupons of 15 for five years: 16.54 %."""
    assert sized(bullet()).value("senior.cost_rate") == pytest.approx(0.15, abs=2e-4)
    assert sized(bullet(issue_price=0.95)).value("senior.cost_rate") == pytest.approx(0.1654, abs=3e-4)
