"""Fiscal: who is the State, limits and what they are shares of, and where the asset stands in public accounts."""

from pathlib import Path

import pytest

from finmodel.inputs.fact import Fact
from finmodel.inputs.fiscal import Fiscal, state_parties
from tests.inputs.good_case import load, said


def stated(tmp_path: Path, fiscal: str) -> Fiscal:
    found = load(tmp_path, overrides=[f"fiscal={{{fiscal}}}"]).case.fiscal
    assert found is not None
    return found


def test_the_state_is_authority_and_budget_and_never_the_users(tmp_path: Path) -> None:
    assert state_parties(load(tmp_path).case) == ("authority", "state_budget")
    paying = load(tmp_path, overrides=["fiscal={}", "revenue.lighting.payer=city"]).case
    assert state_parties(paying) == ("authority", "state_budget", "city")
    tolls = load(tmp_path, overrides=["fiscal={}", "revenue.lighting.payer=users"]).case
    assert state_parties(tolls) == ("authority", "state_budget")


def test_a_donor_that_grants_money_is_not_the_state_unless_it_is_named(tmp_path: Path) -> None:
    grants = "grants={studies: {type: preparation_grant, grantor: donor, cost: 4, amount: 3}}"
    assert state_parties(load(tmp_path, overrides=["fiscal={}", grants]).case) == ("authority", "state_budget")
    named = "fiscal={parties: [authority, donor]}"
    assert state_parties(load(tmp_path, overrides=[named, grants]).case) == ("authority", "donor")


def test_a_case_may_name_the_parties_that_are_the_state(tmp_path: Path) -> None:
    case = load(tmp_path, overrides=["fiscal={parties: [authority, sponsor, authority]}"]).case
    assert state_parties(case) == ("authority", "sponsor")


def test_the_company_is_not_the_state_and_neither_is_who_has_no_part_in_the_deal(tmp_path: Path) -> None:
    for party in ("company", "nobody"):
        (found,) = said(tmp_path, overrides=[f"fiscal={{parties: [authority, {party}]}}"])
        assert f'"{party}" is not known here' in found
        assert "write one of: sponsor, authority" in found


def test_budget_and_product_may_grow_or_be_given_by_year_and_not_both(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=["fiscal={budget: 1000, budget_growth: 5 %, gdp: {by_year: {2027: 9}}}"]) == []
    assert len(said(tmp_path, overrides=["fiscal={gdp: {by_year: {2027: 9}}, gdp_growth: 5 %}"])) == 1


def test_a_limit_is_an_amount_or_a_share_of_a_budget(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=["fiscal={ppp_limit: 100}"]) == []
    assert said(tmp_path, overrides=["fiscal={budget: 1000, ppp_limit_share: 10 %, affordability_limit: 5 %}"]) == []
    assert len(said(tmp_path, overrides=["fiscal={ppp_limit_share: 10 %, affordability_limit: 5 %}"])) == 2


def test_a_ceiling_is_a_present_value_and_has_a_rate(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=["fiscal={payment_ceiling: 100, fiscal_discount_rate: 12 %}"]) == []
    assert len(said(tmp_path, overrides=["fiscal={payment_ceiling: 100}"])) == 1


def accounting(fiscal: Fiscal, *, users_pay: bool = False, state_pays: bool = True) -> tuple[Fact, ...]:
    return fiscal.classification(users_pay=users_pay, state_pays=state_pays)


def test_nothing_is_said_of_accounts_where_the_case_does_not_say_who_controls_what(tmp_path: Path) -> None:
    assert accounting(stated(tmp_path, "controls_service: true")) == ()
    assert accounting(stated(tmp_path, "construction_risk: private")) == ()


@pytest.mark.parametrize(
    ("users_pay", "state_pays", "against"),
    [
        (False, True, "against a financial liability."),
        (True, False, "against a grant of right."),
        (True, True, "against a financial liability and a grant of right."),
    ],
)
def test_control_of_service_and_residual_puts_the_asset_on_the_states_balance_sheet(
    users_pay: bool, state_pays: bool, against: str, tmp_path: Path
) -> None:
    fiscal = stated(tmp_path, "controls_service: true, controls_residual: true")
    (fact,) = accounting(fiscal, users_pay=users_pay, state_pays=state_pays)
    assert fact.text.startswith("The asset is on the State's balance sheet")
    assert fact.text.endswith(against)
    assert (fact.status, "IPSAS 32" in fact.source) == ("derived", True)


def test_without_both_controls_the_asset_is_not_the_states(tmp_path: Path) -> None:
    for controls in ("true, controls_residual: false", "false, controls_residual: true"):
        (fact,) = accounting(stated(tmp_path, f"controls_service: {controls}"))
        assert fact.text.startswith("The asset is not on the State's balance sheet")


@pytest.mark.parametrize(
    ("risks", "off"),
    [
        ("construction_risk: private, availability_risk: private", True),
        ("construction_risk: private, demand_risk: private, availability_risk: public", True),
        ("construction_risk: private, demand_risk: public", False),
        ("construction_risk: public, availability_risk: private", False),
    ],
)
def test_a_ppp_is_off_balance_sheet_where_construction_and_one_operating_risk_are_private(
    risks: str, off: bool, tmp_path: Path
) -> None:
    (fact,) = accounting(stated(tmp_path, risks))
    assert fact.text.startswith("Off" if off else "On")
