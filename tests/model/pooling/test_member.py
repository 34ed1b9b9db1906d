"""A member by hand: its own items, its cash flow, what it needs alone, its return and its weight."""

from typing import Any

import pytest

from tests.model.small_case import sized

JOINED: dict[str, Any] = {
    "pool": {"members": {"old": {}, "new": {"label": "New town"}}},
    "capex.plant.member": "old",
    "opex.staff.member": "old",
    "revenue.payment.member": "old",
    "revenue.more": {
        "type": "availability_payment", "amount": {"by_year": {2027: 0.0, 2031: 100.0}}, "member": "new",
    },
    "lifecycle": {"renewal": {"unit_cost": 40.0, "interval_years": 4, "member": "new"}},
    "phases": {
        "second": {"investment": {"by_year": {2027: 0.0, 2030: 400.0, 2031: 0.0}}, "public_share": 0.25,
                   "member": "new"}
    },
}  # fmt: skip
"""Old: 1 000 in two years, then 300 less 50 for eight. New: 400 in 2030, a quarter of it public, then 100 a year."""


def test_a_member_has_what_names_it() -> None:
    found = sized(JOINED)
    assert list(found.series("pool_old.member_net")) == [-500, -500, *[250] * 8, 0]
    assert list(found.series("pool_new.member_net")) == [0, 0, 0, -300, 100, 60, 100, 100, 100, 100, 0]


def test_its_need_is_the_lowest_of_its_cash_flow_so_far() -> None:
    found = sized(JOINED)
    assert found.value("pool_old.member_need") == 1000
    assert found.value("pool_new.member_need") == 300


def test_grants_for_a_member_are_its_public_money() -> None:
    grant = {"works": {"type": "capital_grant", "amount": 200.0, "member": "old"}}
    found = sized({**JOINED, "grants": grant})
    assert found.series("pool_old.member_public").sum() == pytest.approx(200)
    assert found.value("pool_old.member_need") == pytest.approx(800)


def test_its_return_counts_from_its_own_first_flow() -> None:
    found = sized(JOINED)
    rate = found.value("pool_new.member_irr")
    flows = [-300, 100, 60, 100, 100, 100, 100]
    days = [0, 365, 731, 1096, 1461, 1826, 2192]
    assert sum(flow / (1 + rate) ** (day / 365) for flow, day in zip(flows, days, strict=True)) == pytest.approx(
        0, abs=1e-6
    )


def test_shares_are_of_all_periods() -> None:
    found = sized(JOINED)
    assert found.value("pool_old.member_revenue_share") == pytest.approx(2400 / 3000)
    assert found.value("pool_new.member_investment_share") == pytest.approx(400 / 1400)
