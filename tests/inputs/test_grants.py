"""Grants of a case: what each kind must say, and the parties that it brings in."""

from pathlib import Path

import pytest

from finmodel.inputs.grants import CapitalGrant, InterestSubsidy, PreparationGrant
from finmodel.inputs.risks import parties_of, public_parties
from tests.inputs.good_case import load, said
from tests.model.small_case import small
from tests.modelled import case_of

CITY = "grants.city={type: capital_grant, "


def test_a_grant_is_drawn_pro_rata_and_lowers_no_tax_base_unless_it_says_otherwise(tmp_path: Path) -> None:
    grant = load(tmp_path, overrides=[CITY + "amount: 100}"]).case.grants["city"]
    assert isinstance(grant, CapitalGrant)
    assert (grant.grantor, grant.drawn, grant.tax_pool, grant.limits) == ("authority", "pro_rata", "none", ("amount",))


@pytest.mark.parametrize(
    "terms",
    [
        "share: 30 %",
        "amount: 100, share: 30 %, capex_share: 40 %",
        "amount: 100, drawn: first, tax_pool: machinery",
        "amount: 100, drawn: on_milestone, milestones: [100 %]",
        "amount: 100, drawn: on_milestone, milestones: [100 %], bridge: {rate: 12 %}",
        "amount: 100, drawn: reimbursement, reimbursement_months: 6, bridge: {rate: {by_year: {2027: 12 %}}}",
        "amount: 0",
    ],
)
def test_a_grant_that_says_what_it_needs_is_accepted(terms: str, tmp_path: Path) -> None:
    assert said(tmp_path, overrides=[CITY + terms + "}"]) == []


def test_preparation_may_be_granted_in_full(tmp_path: Path) -> None:
    grant = load(tmp_path, overrides=["grants.studies={type: preparation_grant, cost: 10, amount: 10}"]).case.grants
    assert isinstance(grant["studies"], PreparationGrant)
    assert grant["studies"].repaid == "at_close"


def test_two_facilities_may_each_have_a_subsidy(tmp_path: Path) -> None:
    bond = "type: bond, base_rate: 10 %, tenor_months: 60, sizing: {share: 10 %}, repayment: {profile: equal}"
    second = f"facilities.fund={{{bond}}}"
    terms = "{type: interest_subsidy, facility: %s, rate: 2 %%, months: 24}"
    overrides = [second, "grants.one=" + terms % "senior", "grants.two=" + terms % "fund"]
    assert isinstance(load(tmp_path, overrides=overrides).case.grants["two"], InterestSubsidy)


def test_grantors_are_of_the_public_side_and_those_they_work_with_are_parties() -> None:
    grants = {
        "city": {
            "type": "capital_grant", "amount": 1.0, "grantor": "green_fund", "drawn": "reimbursement",
            "reimbursement_months": 12, "bridge": {"rate": 0.1, "lender": "city_bank"},
        },
        "studies": {"type": "preparation_grant", "cost": 2.0, "amount": 1.0, "adviser": "consultant"},
        "help": {"type": "interest_subsidy", "facility": "senior", "rate": 0.01, "months": 12, "payer": "damu"},
    }  # fmt: skip
    case = case_of(small({"grants": grants}))
    assert {"green_fund", "preparation_fund", "damu"} <= set(public_parties(case))
    assert {"city_bank", "consultant", "green_fund", "damu"} <= set(parties_of(case))
    assert not {"city_bank", "consultant"} & set(public_parties(case))
