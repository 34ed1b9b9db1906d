"""Milestone payments: certified by progress or by date, a source of funds, taxed as stated; a delay delays them."""

from typing import Any

import pytest

from tests.model.small_case import held, sized
from tests.model.support.grants.plain_deal import PLAIN

HALVES = [250.0] * 4


def paid(changes: dict[str, Any] | None = None, **terms: Any) -> dict[str, Any]:
    """Works of 250 each half-year; 200 are paid at 40 % of the works and 100 in September of the second year."""
    milestones = {
        "frame": {"amount": 200.0, "progress": 0.4},
        "roof": {"amount": 100.0, "date": "2028-09-15"},
    }
    payments = {"type": "milestone_payments", "taxed": "exempt", "milestones": milestones, **terms}
    return {**PLAIN, "timing.period": "half_year", "grants": {"city": payments}, **(changes or {})}


def test_each_milestone_is_paid_when_it_is_reached_and_lowers_what_others_pay() -> None:
    found = sized(paid())
    assert list(found.series("city.received")[:5]) == pytest.approx([0, 200, 0, 100, 0])
    assert list(found.series("city_frame.reached")[:4]) == [0, 1, 1, 1]
    assert list(found.series("party_authority.paid")[:4]) == pytest.approx([0, 200, 0, 100])
    assert list(found.series("uses")[:4]) == pytest.approx(HALVES)
    assert found.value("sponsor_commitment") == pytest.approx(1000 - 300 - 400)
    assert found.series("assets_closing")[3] == pytest.approx(700)
    assert found.value("support_total") == pytest.approx(0)
    assert found.value("master_check") == 1


def test_progress_is_of_planned_cost_so_that_an_overrun_reaches_nothing_sooner() -> None:
    found = held(paid(), {"capex.plant.overrun": 0.5})
    assert list(found.series("city.received")[:5]) == pytest.approx([0, 200, 0, 100, 0])


def test_items_count_by_their_planned_cost() -> None:
    """A quarter of 1,000 and all of 400 are done by the end of the first half-year: 650 of 1,400 are 46 %."""
    tools = {"unit_cost": 400.0, "spend": [1.0]}
    found = sized(paid({"capex": {"plant": {"unit_cost": 1000.0}, "tools": tools}}))
    assert list(found.series("city.received")[:4]) == pytest.approx([200, 0, 0, 100])
    assert found.series("city.works_done")[0] == pytest.approx(650)


def test_a_delay_shifts_what_is_certified_whether_by_progress_or_by_date() -> None:
    """A year late, a third slower: 40 % are done in the third half-year, month 21 of the plan in the sixth."""
    found = held(paid(), {"timing.delay_months": 12})
    assert list(found.series("city.received")[:7]) == pytest.approx([0, 0, 200, 0, 0, 100, 0])
    assert found.value("master_check") == 1


def test_payments_taxed_as_income_cost_their_tax_when_received() -> None:
    found = sized(paid({"tax.cit_rate": 0.2}, taxed="as_income"))
    assert list(found.series("city.milestone_tax")[:4]) == pytest.approx([0, 40, 0, 20])
    assert list(found.series("uses")[:4]) == pytest.approx([250, 290, 250, 270])
    assert found.series("assets_closing")[3] == pytest.approx(1000 - 300 + 60)
    assert found.series("machinery.additions").sum() == pytest.approx(1000)
    assert found.series("party_state_budget.received")[1] == pytest.approx(40)
    assert found.value("master_check") == 1


def test_payments_may_lower_what_assets_cost_for_tax() -> None:
    found = sized(paid(taxed="lowers_cost", tax_pool="machinery"))
    assert found.series("machinery.additions").sum() == pytest.approx(700)
    assert found.value("total_uses") == pytest.approx(1000)


def test_what_the_works_leave_is_the_company_s() -> None:
    """600 come at half of the works, which then cost 125 each half-year: 225 are left in the end."""
    frame = {"frame": {"amount": 600.0, "progress": 0.5}}
    found = held(paid(milestones=frame), {"capex.plant.overrun": -0.5})
    assert list(found.series("city.used")[:4]) == pytest.approx([0, 125, 125, 125])
    assert list(found.series("city.kept")[:5]) == pytest.approx([0, 0, 0, 225, 0])
    assert found.series("cash_closing")[3] == pytest.approx(225)
    assert found.series("party_authority.received").sum() == pytest.approx(0)
    assert found.value("master_check") == 1


def test_payments_that_come_too_late_are_flagged_by_plan_and_bridged_on_request() -> None:
    late = {"handover": {"amount": 400.0, "progress": 1.0}}
    found = sized(paid(milestones=late))
    assert found.value("city.late") == 1
    bridged = sized(paid(milestones=late, bridge={"rate": 0.0}))
    assert bridged.value("city.late") == 0
    assert list(bridged.series("city.bridge_closing")[:4]) == pytest.approx([100, 200, 300, 0])
    assert list(bridged.series("city.used")[:4]) == pytest.approx([100, 100, 100, 100])
    assert bridged.value("master_check") == 1


def test_a_payer_who_pays_half_leaves_the_rest_to_the_sponsors() -> None:
    found = held(paid(), {"grants": paid(paid_share=0.5)["grants"]})
    assert list(found.series("city.received")[:4]) == pytest.approx([0, 100, 0, 50])
    assert found.value("support_total") == pytest.approx(150)
    assert found.value("master_check") == 1
