"""Drawn first: the grant pays everything until it is used."""

import pytest

from tests.model.small_case import sized
from tests.model.support.grants.plain_deal import granted


def test_the_grant_pays_before_debt_and_equity() -> None:
    """600 granted: all 500 of the first year, 100 of the second; 400 are left to the lender."""
    found = sized(granted(amount=600.0, drawn="first"))
    assert list(found.series("city.used")[:3]) == pytest.approx([500, 100, 0])
    assert list(found.series("city.received")[:3]) == pytest.approx([500, 100, 0])
    assert list(found.series("senior.drawdown")[:3]) == pytest.approx([0, 400, 0])


def test_less_interest_is_paid_during_construction_than_pro_rata() -> None:
    """At 10 % the lender draws nothing in the first year instead of 160."""
    early = sized(granted(amount=600.0, drawn="first", **{"facilities.senior.base_rate": 0.1}))
    even = sized(granted(amount=600.0, **{"facilities.senior.base_rate": 0.1}))
    assert early.value("total_uses") == pytest.approx(1000)
    drawn = even.series("senior.drawdown")[0]
    assert even.value("total_uses") == pytest.approx(1000 + 0.1 * drawn)
    assert drawn > 150
