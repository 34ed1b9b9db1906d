"""Viability gap: a bid or a share of the caps, paid by one source after the other, each up to its share of cost."""

from typing import Any

import pytest

from tests.model.small_case import held, sized
from tests.model.support.grants.plain_deal import PLAIN

SOURCES = {"ministry": {"cap": 0.2, "grantor": "state_budget"}, "city": {"cap": 0.15}}


def gapped(changes: dict[str, Any] | None = None, **terms: Any) -> dict[str, Any]:
    """Uses of 1,000; the ministry pays up to 200, the city up to 150 more."""
    gap = {"type": "viability_gap", "sources": SOURCES, **terms}
    return {**PLAIN, "grants": {"gap": gap}, **(changes or {})}


def test_the_first_source_pays_up_to_its_cap_and_the_next_what_is_left() -> None:
    found = sized(gapped(bid=260.0))
    assert found.value("gap_ministry.agreed") == pytest.approx(200)
    assert found.value("gap_city.agreed") == pytest.approx(60)
    assert (found.value("gap.agreed"), found.value("gap.share_of_cost")) == pytest.approx((260, 0.26))
    assert found.value("gap.highest_grant") == pytest.approx(350)
    assert list(found.series("party_state_budget.paid")[:2]) == pytest.approx([100, 100])
    assert list(found.series("party_authority.paid")[:2]) == pytest.approx([30, 30])
    assert found.value("sponsor_commitment") == pytest.approx(1000 - 260 - 400)
    assert found.value("master_check") == 1


def test_a_small_bid_is_the_first_source_s_alone() -> None:
    found = sized(gapped(bid=120.0))
    assert (found.value("gap_ministry.agreed"), found.value("gap_city.agreed")) == pytest.approx((120, 0))


def test_a_share_of_the_caps_is_granted_of_all_that_they_allow() -> None:
    assert sized(gapped(granted_share=1.0)).value("gap.agreed") == pytest.approx(350)
    assert sized(gapped(granted_share=0.6)).value("gap.agreed") == pytest.approx(210)
    assert sized(gapped(granted_share=0.0)).value("gap.agreed") == pytest.approx(0)


def test_caps_are_of_all_uses_or_of_the_works_alone() -> None:
    dear = {"facilities.senior.upfront_fee_rate": 0.05}
    assert sized(gapped(dear, granted_share=1.0)).value("gap.project_cost") == pytest.approx(1020)
    assert sized(gapped(dear, granted_share=1.0, cost="capex")).value("gap.agreed") == pytest.approx(350)


def test_a_bid_above_the_caps_is_flagged() -> None:
    assert sized(gapped(bid=350.0)).value("gap.above_caps") == 0
    assert sized(gapped(bid=351.0)).value("gap.above_caps") == 1


def test_what_was_agreed_holds_whatever_the_works_cost() -> None:
    found = held(gapped(granted_share=1.0), {"capex.plant.overrun": 0.5})
    assert found.value("gap.agreed") == pytest.approx(350)
    assert found.value("support_total") == pytest.approx(500)


def test_it_is_drawn_in_every_way_that_grants_are() -> None:
    bridge = {"rate": 0.1}
    for terms in (
        {"drawn": "first"},
        {"drawn": "on_milestone", "milestones": [0.5, 0.5]},
        {"drawn": "reimbursement", "reimbursement_months": 12, "bridge": bridge},
    ):
        found = sized(gapped(bid=260.0, **terms))
        assert found.series("grants_received").sum() == pytest.approx(260), terms
        assert found.value("master_check") == 1, terms
