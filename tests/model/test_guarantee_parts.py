"""Guarantees of every kind on small layered deals: what each is made of, and what must hold however a deal goes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

import numpy as np
import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.model.guarantee_parts import TRIGGERS
from tests.model.small_case import small_model

Array = NDArray[np.float64]

LOAN = {"type": "term_loan", "base_rate": 0.10, "tenor_months": 96, "default_margin": 0.02}
DEBT = {
    "facilities.senior.sizing": {"dscr": 1.3, "share": 0.4},
    "facilities.fund": {**LOAN, "base_rate": 0.05, "sizing": {"share": 0.2}, "repayment": {"profile": "annuity"}},
    "facilities.mezzanine": {**LOAN, "rank": 2, "sizing": {"amount": 80.0}, "repayment": {"profile": "equal"}},
    "tax.cit_rate": 0.2,
    "opex.staff": {"unit_cost": 50.0},
    "distributions": {"lockup_dscr": 1.1, "minimum_cash": 5.0},
}
FEES = {"fee_rate": 0.01, "upfront_fee_rate": 0.01, "claim_rate": 0.08}
BOTH, ALL = ["senior", "fund"], ["senior", "fund", "mezzanine"]
DEALS: Mapping[str, dict[str, Any]] = {
    "cash reserve": {
        **DEBT,
        "facilities.fund.sweep": {"share": 0.5},
        "reserves": {"dsra": {"months": 6}},
        "guarantees": {
            "bridge": {"type": "liquidity_guarantee", "covers": BOTH, "months": 3, **FEES},
            "first": {"type": "first_loss_guarantee", "covers": ALL, "amount": 60.0, **FEES},
            "half": {
                "type": "partial_credit_guarantee", "covers": ["senior"], "coverage": 0.5, "cap_share": 0.4, **FEES,
            },
        },
    },
    "letter of credit": {
        **DEBT,
        "reserves": {"dsra": {"months": 6, "type": "letter_of_credit", "letter_of_credit_fee": 0.01}},
        "guarantees": {
            "late": {
                "type": "export_credit_cover", "covers": ["fund"], "coverage": 0.9, "cap_share": 0.9, "from_month": 60,
            },
            "policy": {
                "type": "political_risk_insurance", "covers": BOTH, "events": "Expropriation", "coverage": 0.9,
                "amount": 250.0, "event": {"by_year": {2027: 0.0, 2030: 1.0}}, **FEES,
            },
            "surety": {"type": "state_surety", "covers": ["mezzanine"], "cap_share": 0.5, "until_month": 84, **FEES},
        },
    },
}  # fmt: skip
"""Two deals of two pari passu lenders and a junior one, with guarantees of six kinds in several orders."""

TOLERANCE = 1e-6

_YEARS = st.lists(st.sampled_from([0.0, 40.0, 120.0, 180.0, 240.0, 300.0, 420.0]), min_size=11, max_size=11)
SHOCKS = st.fixed_dictionaries(
    {"revenue": st.lists(_YEARS, min_size=12, max_size=12), "delay": st.sampled_from([0, 6, 18]), "held": st.booleans()}
)
"""A dozen courses that revenue may take by year, a delay, and whether the debt is as contracted or sized on them."""


@cache
def contracted(deal: str) -> Batch:
    model = small_model(DEALS[deal] | {"revenue.payment.amount": {"by_year": {2027: 300.0}}})
    return NumpyEngine(model.graph, model.periods).run(model.inputs.values)


def run(deal: str, shocks: Mapping[str, Any]) -> Batch:
    """Every course in a column of its own."""
    model = small_model(DEALS[deal] | {"revenue.payment.amount": {"by_year": {2027: 300.0}}})
    width = len(np.atleast_1d(model.inputs.values["payment.amount_by_year"]))
    inputs: dict[str, Any] = dict(model.inputs.values)
    inputs["payment.amount_by_year"] = np.array(shocks["revenue"]).T[:width]
    inputs["delay_months"] = float(shocks["delay"])
    agreed = {name: contracted(deal).lines[name] for name in model.graph.freezable} if shocks["held"] else None
    return NumpyEngine(model.graph, model.periods).run(inputs, frozen=agreed)


def series(found: Batch, name: str) -> Array:
    """A line by period and course, also where all courses are alike."""
    return np.broadcast_to(found.lines[name], (len(found.lines[name]), found.scenarios))


def named(deal: str, *, kind: str = "") -> list[str]:
    return [key for key, terms in DEALS[deal]["guarantees"].items() if kind in terms["type"]]


def pairs(deal: str) -> list[tuple[str, str]]:
    return [(key, name) for key, terms in DEALS[deal]["guarantees"].items() for name in terms["covers"]]


@pytest.mark.slow
@pytest.mark.parametrize("deal", DEALS)
@settings(max_examples=12, deadline=None, derandomize=True, database=None, phases=[Phase.generate])
@given(shocks=SHOCKS)
def test_whatever_happens_guarantees_keep_to_their_terms_and_layers_to_their_order(
    deal: str, shocks: dict[str, Any]
) -> None:
    found = run(deal, shocks)
    assert_no_more_than_the_cap(found, deal)
    assert_no_more_than_the_loss(found, deal)
    assert_claims_are_what_was_paid(found, deal)
    assert_no_layer_is_paid_while_a_better_one_is_short(found, deal)
    assert series(found, "cash_closing").min() > -TOLERANCE
    assert np.min(found.lines["master_check"]) == 1


def assert_no_more_than_the_cap(found: Batch, deal: str) -> None:
    for key in named(deal):
        paid, cap = series(found, f"{key}.paid"), found.lines[f"{key}.highest_amount"]
        assert paid.min() >= 0, key
        outstanding = series(found, f"{key}.used") if key in named(deal, kind="liquidity") else paid.cumsum(axis=0)
        assert (outstanding <= cap + TOLERANCE).all(), key
        assert series(found, f"{key}.left").min() >= 0, key


def assert_no_more_than_the_loss(found: Batch, deal: str) -> None:
    """Of each lender's shortfall: all guarantors together no more than it, each no more than its share of it."""
    for facility in ("senior", "fund", "mezzanine"):
        paid = [series(found, f"{key}_{name}.guarantor_paid") for key, name in pairs(deal) if name == facility]
        lacking = series(found, f"{facility}.newly_lacking")
        assert (sum(paid) <= lacking + TOLERANCE).all(), facility
        assert (series(found, f"{facility}.overdue") >= -TOLERANCE).all(), facility
    for key, terms in DEALS[deal]["guarantees"].items():
        share = terms.get("coverage", 1.0)
        assert (series(found, f"{key}.paid") <= share * series(found, f"{key}.covered_lacking") + TOLERANCE).all(), key


def assert_claims_are_what_was_paid(found: Batch, deal: str) -> None:
    """Never negative; what is paid and not repaid is owed, with interest."""
    for key in named(deal):
        owed = series(found, f"{key}.claim_closing")
        moved = series(found, f"{key}.paid") + series(found, f"{key}.claim_interest")
        repaid = series(found, f"{key}.claim_repaid")
        assert min(owed.min(), repaid.min()) >= -TOLERANCE, key
        assert np.abs((moved - repaid).sum(axis=0) - owed[-1]).max() < TOLERANCE, key


def assert_no_layer_is_paid_while_a_better_one_is_short(found: Batch, deal: str) -> None:
    """From the company's money: seniors, the reserve, juniors, guarantors in their order, then sponsors."""
    short = series(found, "debt_service_due") - series(found, "debt_service_paid")
    layers = [("rank_2.paid", short)]
    short = short + series(found, "rank_2.due") - series(found, "rank_2.paid")
    for key in named(deal):
        layers.append((f"{key}.claim_repaid", short))
        short = short + series(found, f"{key}.claim_closing")
    if "fund.swept" in found.lines:
        layers.append(("fund.swept", short))
    layers.append(("distributions_paid", short))
    for name, better in layers:
        assert series(found, name)[better > TOLERANCE].max(initial=0.0) < TOLERANCE, name


@pytest.mark.parametrize("deal", DEALS)
def test_hard_years_draw_on_every_guarantee(deal: str) -> None:
    """So that the courses above are no empty promise."""
    hard = [300.0, 300.0, 300.0, 180.0, 40.0, 0.0, 120.0, 40.0, 0.0, 0.0, 0.0]
    found = run(deal, {"revenue": [hard] * 12, "delay": 0, "held": True})
    assert all(found.value(f"{key}.drawn_total") > 1 for key in named(deal))


@pytest.mark.parametrize("kind", TRIGGERS)
def test_money_of_every_kind_goes_from_its_guarantor_to_the_lender_it_covers(kind: str) -> None:
    terms: dict[str, Any] = {"type": kind, "covers": ["senior"], "guarantor": "fund", "coverage": 1.0, "amount": 10.0}
    if TRIGGERS[kind].name == "guarantee_named_event":
        terms |= {"events": "Breach"}
    graph = small_model({"guarantees": {"one": terms}}).graph
    assert [line.name for line in graph.tagged(payer="fund")] == ["one_senior.guarantor_paid"]
    assert {line.name for line in graph.tagged(payee="fund")} == {
        "one.guarantee_upfront_fee", "one.fee_in_construction", "one.fee_in_operation", "one.claim_repaid",
    }  # fmt: skip
    (paid,) = graph.tagged(guaranteed="senior")
    assert paid.tags["guaranteed_tier"] == "senior"


def test_a_case_without_guarantees_has_none_of_their_lines() -> None:
    assert [name for name in small_model().graph.lines if "guarant" in name or "claim" in name] == []
