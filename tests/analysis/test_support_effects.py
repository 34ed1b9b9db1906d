"""With and without an instrument: the same as two deals apart, by party, sized anew and signed."""

from __future__ import annotations

from typing import Any

import pytest

from finmodel.analysis.columns import Inputs
from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.support_effects import support_effects
from finmodel.inputs.support import instruments
from finmodel.results import SupportComparison, SupportEffect
from tests.model.measures.soft_loan import SOFT
from tests.model.small_case import held, sized, small_case, small_model

DEAL: dict[str, Any] = {
    "valuation": {"convention": "periods", "project_discount_rate": 0.10},
    "facilities.soft": {**SOFT, "upfront_fee_rate": 0.01},
}
MARKET = {**DEAL, "facilities.soft": {**SOFT, "base_rate": 0.15}}
FIRST_LOSS = {"type": "first_loss_guarantee", "covers": ["senior"], "amount": 100.0, "fee_rate": 0.01}
GUARANTEED = {**DEAL, "guarantees.cover": FIRST_LOSS}


def effects(deal: dict[str, Any], shocks: dict[str, Inputs] | None = None) -> dict[str, SupportEffect]:
    model = small_model(deal)
    results = evaluate(model, About("small", "Small deal", "KZT million"))
    found = support_effects(results, instruments(small_case(deal), model.inputs), shocks or {})
    return {effect.name: effect for effect in found}


def assert_nothing_is_lost(each: SupportComparison) -> None:
    assert abs(sum(each.parties.values())) < 1e-8 * max(map(abs, each.parties.values()))


def test_sized_anew_it_is_the_deal_priced_by_the_market() -> None:
    found = effects(DEAL)["soft"].resized
    assert found.without_it is not None
    priced = sized(MARKET)
    assert found.without_it.equity_irr == pytest.approx(priced.value("equity_irr"))
    assert found.without_it.total_uses == pytest.approx(priced.value("total_uses"))
    assert found.without_it.concessionality == pytest.approx(0, abs=1e-12)
    assert found.with_it.equity_irr == pytest.approx(sized(DEAL).value("equity_irr"))
    for party in ("sponsor", "senior_lender", "concessional_lender"):
        name = f"party_{party}.present_value"
        assert found.parties[party] == pytest.approx(sized(DEAL).value(name) - priced.value(name)), party
    assert_nothing_is_lost(found)


def test_a_unit_of_public_money_goes_to_those_who_have_it() -> None:
    found = effects(DEAL)["soft"].resized
    assert found.cost == pytest.approx(-found.parties["concessional_lender"])
    assert found.per_unit["concessional_lender"] == pytest.approx(-1)
    assert found.per_unit["sponsor"] == pytest.approx(found.parties["sponsor"] / (found.cost or 0))
    assert sum(found.per_unit.values()) == pytest.approx(0, abs=1e-9)


def test_signed_the_market_is_paid_on_the_same_debt() -> None:
    found = effects(DEAL)["soft"].signed
    assert found.without_it is not None
    dear = held(DEAL, {"facilities.soft": MARKET["facilities.soft"]})
    assert found.without_it.equity_irr == pytest.approx(dear.value("equity_irr"))
    assert found.without_it.total_debt == pytest.approx(sized(DEAL).value("debt_commitment"))
    assert_nothing_is_lost(found)


def test_under_a_risk_it_is_the_deal_with_both_changes() -> None:
    found = effects(DEAL, {"less": {"payment.amount": 250.0}})["soft"].risks["less"]
    assert found.without_it is not None
    less = {"revenue.payment.amount": 250.0}
    assert found.with_it.dscr_minimum == pytest.approx(held(DEAL, less).value("dscr_minimum"))
    both = held(DEAL, {**less, "facilities.soft": MARKET["facilities.soft"]})
    assert found.without_it.dscr_minimum == pytest.approx(both.value("dscr_minimum"))


def test_a_risk_to_the_price_of_the_loan_is_a_risk_to_the_markets_price_too() -> None:
    found = effects(DEAL, {"rates": {"soft.base_rate": 0.05}})["soft"].risks["rates"]
    assert found.without_it is not None
    both = held(DEAL, {"facilities.soft": {**SOFT, "base_rate": 0.18}})
    assert found.without_it.equity_irr == pytest.approx(both.value("equity_irr"))


def test_a_guarantee_moves_the_lenders_loss_when_the_risk_happens_and_costs_only_then() -> None:
    found = effects(GUARANTEED, {"less": {"payment.amount": 120.0}})["cover"]
    assert found.signed.cost is None
    assert found.signed.per_unit == {}
    assert found.signed.parties["guarantor"] > 0
    less = found.risks["less"]
    assert less.without_it is not None
    assert less.without_it.lenders_loss > less.with_it.lenders_loss + 10
    assert less.cost is not None
    assert less.cost > 10
    assert less.parties["senior_lender"] > 10
    assert_nothing_is_lost(less)


def test_a_grant_that_is_not_paid_to_a_signed_deal_is_paid_by_the_sponsors() -> None:
    grant = {"type": "capital_grant", "grantor": "city", "amount": 100.0, "drawn": "first"}
    found = effects({**DEAL, "grants.help": grant})["help"]
    assert found.signed.cost == pytest.approx(100)
    assert found.signed.per_unit["city"] == pytest.approx(-1)
    assert found.signed.parties["sponsor"] > 90
    assert_nothing_is_lost(found.signed)
    assert found.resized.without_it is not None
    assert found.resized.without_it.equity_irr == pytest.approx(sized(DEAL).value("equity_irr"))
    assert_nothing_is_lost(found.resized)


def test_a_deal_that_cannot_be_made_without_support_is_said_to_be_none() -> None:
    """The two loans of 980 and 100 pay for all that is built once the fee of 40 % is not there to be paid."""
    soft = {**SOFT, "sizing": {"amount": 980.0}, "upfront_fee_rate": 0.4, "market_rate": 0.02}
    senior = {"facilities.senior.sizing": {"amount": 100.0}, "facilities.senior.repayment": {"profile": "equal"}}
    found = effects({"facilities.soft": soft, **senior})["soft"].resized
    assert found.trouble.endswith(".without_equity")
    assert (found.without_it, dict(found.parties), found.cost) == (None, {}, None)


def test_a_case_without_support_has_no_effects() -> None:
    assert effects({}) == {}
