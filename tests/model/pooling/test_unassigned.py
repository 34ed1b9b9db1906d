"""What belongs to no member stands apart, and is in the pool: staff of the programme, a city's share of revenue."""

import pytest

from tests.model.pooling.test_member import JOINED
from tests.model.small_case import sized

PROGRAMME = {**JOINED, "opex.programme": {"unit_cost": 12.0}}


def test_an_item_without_member_is_common() -> None:
    found = sized(PROGRAMME)
    assert list(found.series("pool_common.member_operating_cost")) == [0, 0, *[12] * 8, 0]
    assert found.series("pool_common.member_net").sum() == -96


def test_what_no_item_says_is_common_too() -> None:
    shared = {"revenue_shares": {"city": {"streams": ["payment"], "share": 0.05}}}
    found = sized({**JOINED, **shared})
    assert found.series("pool_common.member_operating_cost")[4] == pytest.approx(15)
    assert found.value("master_check") == 1


def test_preparation_is_common_investment_and_its_grant_common_public_money() -> None:
    grant = {"study": {"type": "preparation_grant", "cost": 30.0, "amount": 20.0}}
    found = sized({**JOINED, "grants": grant})
    assert found.series("pool_common.member_investment")[0] == pytest.approx(30)
    assert found.series("pool_common.member_public").sum() == pytest.approx(20)
