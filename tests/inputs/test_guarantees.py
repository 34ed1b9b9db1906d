"""Guarantees in a case file: what each kind must say, what it says unless told, and names that would clash."""

from pathlib import Path
from typing import Any

import pytest

from finmodel.inputs.guarantees import PartialRiskGuarantee, PoliticalRiskInsurance, pair_name
from finmodel.inputs.risks import parties_of
from tests.inputs.good_case import edited, load, said
from tests.model.small_case import small
from tests.modelled import case_of

LEAST: dict[str, dict[str, Any]] = {
    "first_loss_guarantee": {"amount": 10.0},
    "partial_credit_guarantee": {"amount": 10.0, "coverage": 0.5},
    "partial_risk_guarantee": {"amount": 10.0, "events": "Breach by the authority"},
    "liquidity_guarantee": {"months": 6},
    "political_risk_insurance": {"cap_share": 0.95, "coverage": 0.95, "events": "Transfer, expropriation, war"},
    "export_credit_cover": {"cap_share": 0.85, "coverage": 0.95},
    "state_surety": {"cap_share": 1.0},
}
"""The least that each kind must say beside what it covers."""


def guaranteed(kind: str, **words: Any) -> dict[str, Any]:
    return small({"guarantees": {"one": {"type": kind, "covers": ["senior"], **LEAST[kind], **words}}})


@pytest.mark.parametrize("kind", LEAST)
def test_every_kind_can_be_stated_and_costs_nothing_unless_it_says_so(kind: str) -> None:
    one = case_of(guaranteed(kind)).guarantees["one"]
    assert (one.fee_rate.number, one.upfront_fee_rate.number, one.claim_rate.number) == (0, 0, 0)
    assert (one.from_month.number, one.until_month) == (0, None)


@pytest.mark.parametrize(
    ("kind", "guarantor"),
    [
        ("first_loss_guarantee", "guarantor"),
        ("political_risk_insurance", "insurer"),
        ("export_credit_cover", "export_credit_agency"),
        ("state_surety", "state_budget"),
    ],
)
def test_each_kind_has_its_usual_guarantor_who_is_a_party_of_the_case(kind: str, guarantor: str) -> None:
    case = case_of(guaranteed(kind))
    assert case.guarantees["one"].guarantor == guarantor
    assert guarantor in parties_of(case)


def test_a_named_guarantor_is_a_party_that_may_bear_a_risk(tmp_path: Path) -> None:
    first = "guarantees:\n  first: {type: first_loss_guarantee, covers: [senior], amount: 9, guarantor: fund}\n"
    risk = "risks:\n  late: {id: completion, probability: 10 %, shares: {fund: 100 %}}\nscenarios:"
    assert said(tmp_path, edited("scenarios:", first + risk)) == []


@pytest.mark.parametrize(
    "kind", ["first_loss_guarantee", "partial_risk_guarantee", "liquidity_guarantee", "state_surety"]
)
def test_a_whole_shortfall_is_covered_by_the_kinds_that_usually_do(kind: str) -> None:
    assert case_of(guaranteed(kind)).guarantees["one"].coverage.number == 1


@pytest.mark.parametrize("kind", ["partial_risk_guarantee", "political_risk_insurance"])
def test_no_named_event_happens_unless_a_risk_says_so(kind: str) -> None:
    policy = case_of(guaranteed(kind)).guarantees["one"]
    assert isinstance(policy, PartialRiskGuarantee | PoliticalRiskInsurance)
    assert policy.event.number == 0


def test_the_event_is_a_figure_that_a_risk_can_set(tmp_path: Path) -> None:
    policy = "{type: partial_risk_guarantee, covers: [senior], amount: 9, events: Breach}"
    risk = "breach: {id: changeInLaw, probability: 1 %, set: {guarantees.policy.event: 100 %}}"
    text = edited("scenarios:", f"guarantees:\n  policy: {policy}\nrisks:\n  {risk}\nscenarios:")
    happened = load(tmp_path, text).risks["breach"].case.guarantees["policy"]
    assert isinstance(happened, PartialRiskGuarantee)
    assert happened.event.number == 1


def test_what_a_guarantee_pays_to_a_facility_is_named_after_both() -> None:
    assert pair_name("first_loss", "senior") == "first_loss_senior"


def test_two_guarantees_whose_pairs_would_have_one_name_are_refused(tmp_path: Path) -> None:
    """What ``a`` pays for ``b_senior`` and what ``a_b`` pays for ``senior`` would both be ``a_b_senior``."""
    loan = "{type: term_loan, base_rate: 14 %, tenor_months: 60, sizing: {amount: 10}}"
    first, second = ("{type: state_surety, covers: [" + name + "], amount: 9}" for name in ("b_senior", "senior"))
    changes = [f"facilities.b_senior={loan}", f"guarantees={{a: {first}, a_b: {second}}}"]
    messages = said(tmp_path, overrides=changes)
    assert [message.partition(" would")[2] for message in messages if "would be called a_b_senior" in message] == [
        " be called a_b_senior, and that name is taken; rename a",
        " be called a_b_senior, and that name is taken; rename a_b",
    ]


def test_names_that_the_model_uses_itself_are_taken(tmp_path: Path) -> None:
    loan = "{type: term_loan, base_rate: 14 %, tenor_months: 60, sizing: {amount: 10}, repayment: {profile: equal}}"
    surety = "{type: state_surety, covers: [base], amount: 9}"
    found = said(tmp_path, overrides=[f"facilities.base={loan}", f"guarantees.sizing={surety}"])
    assert any("would be called sizing_base" in message for message in found)
