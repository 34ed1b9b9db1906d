"""Deals that cannot be: what is said, where, with which amounts, and nothing of a deal that can."""

import copy
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.refusals import REFUSALS, refusals
from finmodel.inputs.document import Document
from tests.model.green.green_deal import GREEN
from tests.model.green.test_project import JUNIOR
from tests.model.refinancing.deals import refinanced
from tests.model.small_case import small, small_model

DEAR = {"type": "first_loss_guarantee", "covers": ["senior"], "amount": 50.0, "fee_rate": 0.2}
"""20 % a year for ten years on 50: twice what it can ever pay."""


def said(changes: Mapping[str, Any]) -> list[str]:
    results = evaluate(small_model(changes), About("small", "Small deal", "KZT million"))
    return [str(problem) for problem in refusals(results, Document("case.yaml", small(changes)))]


def test_a_deal_that_can_be_is_not_refused() -> None:
    assert said({}) == []
    assert said({"guarantees": {"first": {**DEAR, "fee_rate": 0.02}}}) == []


def test_debt_that_pays_for_everything_is_refused_at_the_loan_that_does() -> None:
    (message,) = said({"facilities.senior.sizing": {"amount": 5000.0}, "facilities.senior.repayment.profile": "equal"})
    assert "facilities.senior.sizing: the limits stated allow more debt than the total uses of 1,050.00" in message
    assert "add a limit: sizing.gearing or sizing.amount" in message


def test_refinancing_of_what_is_spent_after_the_issue_is_refused_at_its_day() -> None:
    (message,) = said(
        GREEN | {"green.projects.solar.refinanced_share": 0.5, "green.projects.solar.spent_from": "2027-02-01"}
    )
    assert "green.projects.solar.spent_from: the spending that is to be refinanced begins after the proceeds" in message
    assert "take refinanced_share and spent_from out: later spending is new" in message


def test_a_guarantee_that_costs_more_than_it_can_pay_is_refused_with_both_amounts() -> None:
    (message,) = said({"guarantees": {"first": DEAR}})
    assert "guarantees.first.fee_rate: the fees of" in message
    assert "are above the 50.00 that the guarantor pays at most; lower fee_rate" in message


def test_a_bid_above_what_its_sources_may_pay_is_refused_with_both_amounts() -> None:
    gap = {"type": "viability_gap", "bid": 300.0, "cost": "capex", "sources": {"state": {"cap": 0.2}}}
    (message,) = said({"grants": {"gap": gap}})
    assert "grants.gap.bid: the bid of 300.00 is above the 200.00 that the caps of all sources allow" in message


def test_a_guarantee_of_nothing_costs_nothing_and_is_not_refused() -> None:
    assert said({"guarantees": {"first": {**DEAR, "amount": 0.0}}}) == []


def test_debt_sized_on_cash_that_never_comes_is_refused_with_the_limit_that_binds() -> None:
    (message,) = said({"revenue.payment.amount": 10.0})
    assert "facilities.senior.sizing: the binding limit is DSCR: CFADS for sizing is positive in no period" in message


def test_a_new_loan_that_cannot_replace_the_old_one_is_refused_with_the_limit_that_binds() -> None:
    messages = said(refinanced({"amount": 250.0, "balance": 1.0}, break_cost_rate=0.01))
    assert messages == [
        "case.yaml:1:1: refinancing.fresh.sizing: the new loan of 250.00, less its fee, and cash do not reach for the "
        "404.00 that the old one takes with its break cost: the binding limit is the amount; raise that limit, choose "
        "a later month, or drop the refinancing"
    ]
    assert said(refinanced()) == []


def test_a_deal_once_signed_is_not_asked_again() -> None:
    results = evaluate(small_model({"guarantees": {"first": DEAR}}), About("small", "Small deal", "KZT million"))
    assert list(refusals(replace(results, frozen=True), Document("case.yaml", {}))) == []


def test_grants_are_refused_above_all_uses_and_where_they_come_when_others_have_paid() -> None:
    """250 of 1,000 are still to be paid for when 400 come with the last of four milestones."""
    loan = {"facilities.senior.sizing": {"amount": 100.0}, "facilities.senior.repayment": {"profile": "equal"}}
    deal = {"timing.period": "half_year", "facilities.senior.base_rate": 0.0, **loan}
    grant = {"type": "capital_grant", "amount": 400.0, "drawn": "on_milestone", "milestones": [0, 0, 0, 1.0]}
    assert said({**deal, "grants": {"city": grant}}) == [
        "case.yaml:1:1: grants.city.milestones: of the grant, 150.00 come when debt and equity have already paid for "
        "the uses; take earlier milestones, or state a bridge loan"
    ]
    assert said({**deal, "grants": {"city": {**grant, "amount": 2000.0}}}) == [
        "case.yaml:1:1: grants.city: with this grant, grants pay for more than the total uses of 1,000.00; "
        "lower it, or state its share of uses"
    ]


def green(**changes: Any) -> list[str]:
    return said({**copy.deepcopy(GREEN), **{path.replace("__", "."): value for path, value in changes.items()}})


def test_allocations_are_refused_beyond_proceeds_beyond_what_is_eligible_and_twice() -> None:
    """Of 350 that come in 2027, 360 are allocated; of 540 eligible 550; of 540 by two loans 400 and 150."""
    row = {"instrument": "senior", "project": "solar", "year": 2027}
    assert green() == []
    assert green(green__allocations__solar_2027={**row, "amount": 360}) == [
        "case.yaml:1:1: green.allocations: Proceeds of Senior: at the end of a period 10.00 more is allocated than has "
        "come in; allocate less or later, or state share instead of amount"
    ]
    less = {"green__allocations__water_2028": {"instrument": "senior", "project": "water", "year": 2028, "amount": 100}}
    assert green(**less, green__allocations__solar_2028={**row, "year": 2028, "amount": 250}) == [
        "case.yaml:1:1: green.projects.solar: one instrument allocates more than the 540.00 that is eligible and not "
        "allocated elsewhere: 550.00 in all; allocate less, or correct signed_amount, eligible_share or "
        "allocated_elsewhere"
    ]
    second = {"instrument": "mezzanine", "project": "solar", "year": 2028, "amount": 150}
    loans = {"facilities.senior.sizing": {"amount": 700.0}, "facilities.senior.repayment": {"profile": "equal"}}
    assert green(**loans, facilities__mezzanine=JUNIOR, green__allocations__second=second) == [
        "case.yaml:1:1: green.projects.solar: instruments together allocate 550.00, more than the 540.00 that is "
        "eligible: part of it counts twice; let one of them allocate no more than the others leave"
    ]


def test_what_a_review_tells_as_findings_it_does_not_refuse() -> None:
    row = {"instrument": "senior", "project": "solar", "year": 2027, "amount": 600}
    deal = {**copy.deepcopy(GREEN), "green.allocations.solar_2027": row}
    over = evaluate(small_model(deal), About("small", "Small deal", "KZT million"))
    dear = evaluate(small_model({"guarantees": {"first": DEAR}}), About("small", "Small deal", "KZT million"))
    document = Document("case.yaml", small({}))
    assert len(list(refusals(over, document))) == 2
    assert list(refusals(over, document, left_to_review=True)) == []
    assert len(list(refusals(dear, document, left_to_review=True))) == 1


@pytest.mark.parametrize("word", REFUSALS)
def test_every_refusal_says_what_to_do(word: str) -> None:
    assert REFUSALS[word].remedy
    assert not REFUSALS[word].what.endswith(".")
