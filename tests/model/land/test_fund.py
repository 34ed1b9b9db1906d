"""The fund: opening, interest, captures and takings, less what it pays for; never overdrawn without a word."""

from pathlib import Path
from typing import Any

import numpy as np
import pytest

from finmodel.engines.numpy_engine import Batch
from finmodel.errors import CaseError
from finmodel.pipeline import run_case
from tests.inputs.good_case import GOOD
from tests.model.small_case import held, sized

BAND = {"upper": 400.0, "area": 100.0, "value": 2.0, "uplift": 0.5, "phase": {"by_year": {2027: 0.5, 2028: 1.0}}}
UPLIFT = {"station": {"land": "station", "capture_rate": 0.5, "bands": {"near": BAND}}}


def funded(case: dict[str, Any] | None = None, **terms: Any) -> Batch:
    """A fund that receives 25 in each of the first two years."""
    return sized(deal(case, **terms))


def deal(case: dict[str, Any] | None = None, **terms: Any) -> dict[str, Any]:
    return {"land": {"uplift": UPLIFT, "fund": terms}, **(case or {})}


def test_the_account_by_hand() -> None:
    found = funded(opening_balance=10.0, interest=0.1, reinvestment={"by_year": {2027: 0.0, 2029: 30.0, 2030: 0.0}})
    assert list(found.series("fund_closing")[:4]) == pytest.approx([36, 64.6, 41.06, 45.166])
    assert found.lines["fund_overdrawn"][0] == 0
    assert found.lines["fund_at_the_end"][0] == pytest.approx(41.06 * 1.1**8)


def test_the_fund_pays_the_grants_and_streams_that_it_is_named_for_when_the_company_receives_them() -> None:
    grants = {"works": {"type": "capital_grant", "amount": 40.0, "drawn": "first"}}
    found = funded(
        {"grants": grants, "revenue.payment.amount": 250.0}, opening_balance=2500.0, pays_for=["works", "payment"]
    )
    assert list(found.series("fund_for_project")[:3]) == pytest.approx([40, 0, 250])
    assert found.series("fund_for_project") == pytest.approx(
        found.series("works.received") + found.series("payment.received")
    )
    assert found.series("party_authority.paid") == pytest.approx(found.series("fund_for_project"))


def test_what_a_grant_on_milestones_does_not_use_comes_back_to_the_fund() -> None:
    grants = {"works": {"type": "capital_grant", "amount": 600.0, "drawn": "on_milestone", "milestones": [0.25, 0.75]}}
    agreed = deal({"grants": grants, "funding": {"drawdown": "pro_rata"}}, opening_balance=1000.0, pays_for=["works"])
    found = held(agreed, {"capex.plant.unit_cost": 500.0})
    assert found.series("works.returned").sum() > 50
    assert found.series("fund_for_project").sum() == pytest.approx(600 - found.series("works.returned").sum())


def test_of_a_viability_gap_the_fund_pays_its_own_sources_and_milestones_as_they_are_certified() -> None:
    grants = {
        "gap": {
            "type": "viability_gap", "bid": 300.0,
            "sources": {"state": {"cap": 0.2, "grantor": "state_budget"}, "city": {"cap": 0.2}},
        },
        "works": {
            "type": "milestone_payments", "taxed": "exempt",
            "milestones": {"half": {"amount": 30.0, "progress": 0.5}, "all": {"amount": 20.0, "progress": 1.0}},
        },
    }  # fmt: skip
    found = funded({"grants": grants}, opening_balance=1000.0, pays_for=["gap", "works"])
    assert found.series("gap_state.received").sum() > 0
    city = found.series("gap_city.received")
    assert city.sum() == pytest.approx(300 - found.lines["gap_state.agreed"][0])
    assert found.series("fund_for_project") == pytest.approx(city + found.series("works.received"))
    assert list(found.series("works.received")[:2]) == pytest.approx([30, 20])


def test_the_company_passes_on_the_share_of_a_stream_that_the_fund_takes_in() -> None:
    plots = {"type": "plain_stream", "payer": "buyers", "amount": [0.0, 0.0, 80.0, 40.0]}
    case = {"revenue.plots": plots, "working_capital": {"receivable_days": 73}, "tax.cit_rate": 0.2}
    found = funded(case, takes_in={"plots": 0.75})
    assert found.series("fund_takings") == pytest.approx(0.75 * found.series("plots.received"))
    assert found.series("party_authority.received").sum() == pytest.approx(0.75 * 120)
    assert found.series("plots_to_fund.payable") == pytest.approx(0.75 * found.series("plots.receivable"))
    assert found.lines["parties_zero_check"][0] == pytest.approx(0, abs=1e-9)
    assert found.lines["master_check"][0] == 1
    assert found.series("ebitda") == pytest.approx(
        sized({**case, "revenue.plots": {**plots, "amount": [0.0, 0.0, 20.0, 10.0]}}).series("ebitda")
    )


def test_land_sold_and_land_let_by_the_company_reach_the_fund_when_buyers_and_tenants_have_paid() -> None:
    streams = {
        "revenue.sales": {
            "type": "land_sale", "area": 30.0, "sold": {"by_year": {2027: 0.0, 2029: 10.0, 2031: 0.0}}, "price": 4.0,
            "share_at_signing": 0.4, "rest_after_periods": 1, "cost_share": 0.02,
        },
        "revenue.leases": {"type": "land_lease", "area": 20.0, "vacancy": 0.5, "rent": 1.5},
    }  # fmt: skip
    found = funded(streams, takes_in={"sales": 0.5, "leases": 1.0})
    sold, let = found.series("sales.received"), found.series("leases.received")
    assert sold.sum() == pytest.approx(80)
    assert let.sum() > 0
    assert found.series("fund_takings") == pytest.approx(0.5 * sold + let)
    assert found.lines["master_check"][0] == 1


def test_receipts_and_payments_add_up_to_the_balance() -> None:
    found = funded(opening_balance=10.0, interest=0.07, reinvestment=3.0)
    earned, received = found.series("fund_interest_earned"), found.series("fund_income")
    spent = found.series("fund_spent")
    assert found.series("fund_closing") == pytest.approx(10 + np.cumsum(earned + received - spent))
    assert found.lines["fund_coverage"][0] == pytest.approx((10 + earned.sum() + received.sum()) / spent.sum())


def test_an_overdrawn_fund_is_told_by_how_much_and_earns_nothing() -> None:
    found = funded(interest=0.1, reinvestment={"by_year": {2027: 60.0, 2028: 0.0}})
    assert list(found.series("fund_closing")[:2]) == pytest.approx([-35, -10])
    assert (found.lines["fund_overdrawn"][0], found.lines["fund_overdrawn_flag"][0]) == (pytest.approx(35), 1)


def test_a_plan_that_overdraws_the_fund_is_refused_and_told_what_to_do(tmp_path: Path) -> None:
    station = (
        "{land: s, capture_rate: 50 %, bands: {near: {upper: 400, area: 100, value: 2, uplift: 50 %, phase: 100 %}}}"
    )
    case = tmp_path / "case.yaml"
    case.write_text(f"{GOOD}land:\n  uplift: {{station: {station}}}\n  fund: {{reinvestment: 60}}\n", encoding="utf-8")
    with pytest.raises(CaseError) as refused:
        run_case(case)
    (problem,) = refused.value.problems
    assert "land.fund: the fund is to pay more than it has: at worst it lacks 370.00; let it pay" in str(problem)


def test_a_deal_once_signed_is_not_refused_when_less_is_captured() -> None:
    agreed = deal(opening_balance=10.0, reinvestment={"by_year": {2027: 30.0, 2028: 0.0}})
    land = {**agreed["land"], "uplift": {"station": {**UPLIFT["station"], "collection": 0.0}}}
    found = held(agreed, {"land": land})
    assert found.lines["fund_overdrawn"][0] == pytest.approx(20)
