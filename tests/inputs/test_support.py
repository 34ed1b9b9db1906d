"""Which instruments of support a case has, and what its inputs would be without each."""

from typing import Any

from finmodel.inputs.support import REVENUE_GUARANTEES, instruments, revenue_guarantees
from tests.model.measures.soft_loan import SOFT
from tests.model.small_case import small_case, small_model

BY_YEAR = {"by_year": {2027: 0.02, 2030: 0.03}}


def without(changes: dict[str, Any]) -> dict[str, Any]:
    found = instruments(small_case(changes), small_model(changes).inputs)
    return {each.name: (each.heading, each.type, each.provider, dict(each.without)) for each in found}


def test_a_concessional_loan_costs_the_markets_price_and_nothing_beside_it() -> None:
    soft = {**SOFT, "margin": 0.01, "pik_margin": 0.02, "step_up_rate": 0.01, "step_up_month": 24}
    expected = dict.fromkeys(
        ("margin", "pik_margin", "step_up_rate", "upfront_fee_rate", "commitment_fee_rate", "agency_fee_amount"), 0.0
    )
    named = {f"soft.{key}": value for key, value in expected.items()} | {"soft.base_rate": 0.15}
    assert without({"facilities.soft": soft}) == {
        "soft": ("facilities", "concessional_loan", "concessional_lender", named)
    }


def test_the_price_takes_the_form_of_what_it_replaces() -> None:
    found = without({"facilities.soft": {**SOFT, "base_rate": BY_YEAR}})["soft"][3]
    assert set(found["soft.base_rate_by_year"]) == {0.15}
    assert len(found["soft.base_rate_by_year"]) > 10
    found = without(
        {"facilities.soft": {**SOFT, "base_rate": BY_YEAR, "market_rate": {"by_year": {2027: 0.2, 2031: 0.1}}}}
    )
    assert found["soft"][3]["soft.base_rate_by_year"][0] == 0.2


def test_a_loan_without_a_market_price_cannot_be_taken_to_the_market() -> None:
    assert without({"facilities.soft": {key: value for key, value in SOFT.items() if key != "market_rate"}}) == {}


def test_a_guarantee_covers_nothing_without_it() -> None:
    cover = {"type": "state_surety", "covers": ["senior"], "amount": 100.0}
    assert without({"guarantees.cover": cover}) == {
        "cover": ("guarantees", "state_surety", "state_budget", {"cover.coverage": 0.0})
    }


def test_a_grant_is_not_paid_without_it_and_its_points_are_none() -> None:
    city = {"type": "capital_grant", "amount": 100.0}
    points = {"type": "interest_subsidy", "facility": "senior", "rate": BY_YEAR, "months": 48, "payer": "damu"}
    found = without({"grants": {"city": city, "help": points}})
    assert found["city"] == ("grants", "capital_grant", "authority", {"city.paid_share": 0.0})
    assert found["help"][2] == "damu"
    assert set(found["help"][3]["help.rate_by_year"]) == {0.0}


def test_without_a_revenue_guarantee_no_floor_is_paid_and_what_is_above_is_still_shared() -> None:
    terms = {
        "label": "Floor",
        "streams": ["payment"],
        "forecast": 300.0,
        "floors": {"near": {"lower": 0.8, "upper": 0.9, "share": 0.5}, "deep": {"upper": 0.8}},
        "sharing": {"high": {"lower": 1.2, "share": 0.5}},
    }
    changes = {"revenue_guarantees.mrg": terms}
    (found,) = revenue_guarantees(small_case(changes), small_model(changes).inputs)
    assert (found.name, found.heading, found.label, found.provider) == ("mrg", REVENUE_GUARANTEES, "Floor", "authority")
    assert found.without == {"mrg_near.share": 0.0, "mrg_deep.share": 0.0}
    assert instruments(small_case(changes), small_model(changes).inputs) == ()


def test_a_guarantee_that_only_shares_high_revenue_is_no_support() -> None:
    shared = {"streams": ["payment"], "forecast": 300.0, "sharing": {"high": {"lower": 1.2, "share": 0.5}}}
    changes = {"revenue_guarantees.mrg": shared}
    assert revenue_guarantees(small_case(changes), small_model(changes).inputs) == ()
