"""What the State pays and receives, by kind: every cash line of its parties is counted once."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import held, sized

PAYING = {"tax.cit_rate": 0.20, "vat": {"vat_rate": 0.16, "vat_refund_months": 12}, "fiscal": {}}


def values(found: Batch, name: str) -> list[float]:
    return [float(value) for value in found.series(name)]


def test_a_case_without_a_budget_has_no_such_lines() -> None:
    assert "public_paid" not in sized().lines


def test_the_authority_pays_for_the_service_and_the_budget_receives_tax_and_pays_vat_back() -> None:
    found = sized(PAYING)
    assert values(found, "public_service_payments") == pytest.approx([0, 0] + [300] * 8 + [0])
    assert values(found, "public_vat")[:4] == pytest.approx([80, 80 - 80, -80, 0])
    assert values(found, "public_tax") == pytest.approx(values(found, "tax_paid"))
    assert max(values(found, "public_tax")) > 10
    for nothing in ("public_grants", "public_equity", "public_guarantees", "public_subsidies", "public_other_receipts"):
        assert values(found, nothing) == pytest.approx([0] * 11)


def test_the_net_effect_is_that_of_the_parties_of_the_state() -> None:
    found = sized(PAYING)
    parties = found.series("party_authority.net") + found.series("party_state_budget.net")
    assert values(found, "public_net") == pytest.approx(list(parties))


def test_what_users_pay_is_no_payment_of_the_state() -> None:
    found = sized({**PAYING, "revenue": {"fares": {"type": "plain_stream", "payer": "users", "amount": 300.0}}})
    assert values(found, "public_service_payments") == pytest.approx([0] * 11)


def test_a_party_is_the_state_where_the_case_says_so() -> None:
    users = {
        "revenue": {"fares": {"type": "plain_stream", "payer": "holding", "amount": {"by_period": [0] + [300] * 8}}}
    }
    found = sized({**PAYING, **users, "fiscal": {"parties": ["holding"]}})
    assert sum(values(found, "public_service_payments")) == pytest.approx(8 * 300)
    assert values(found, "public_tax") == pytest.approx([0] * 11)
    assert values(found, "public_vat") == pytest.approx([0] * 11)


def test_a_loan_of_the_state_is_lent_and_comes_back_and_is_no_commitment() -> None:
    found = sized({**PAYING, "facilities.senior.lender": "state_budget"})
    assert sum(values(found, "public_loans")) == pytest.approx(float(found.series("senior.drawdown").sum()))
    assert values(found, "public_commitments") == pytest.approx(values(found, "public_service_payments"))
    service = found.series("senior.interest_paid") + found.series("senior.principal_paid")
    during = found.series("senior.interest_during_construction")
    assert values(found, "public_other_receipts") == pytest.approx(list(service + during))


def test_the_states_shareholding_pays_in_and_receives() -> None:
    found = sized({**PAYING, "fiscal": {"parties": ["authority", "state_budget", "sponsor"]}})
    assert values(found, "public_equity") == pytest.approx(values(found, "equity_invested"))
    assert values(found, "public_distributions") == pytest.approx(values(found, "equity_received"))


def guaranteed(terms: dict[str, Any]) -> Batch:
    cover = {"guarantees": {"surety": {"type": "state_surety", "covers": ["senior"], "amount": 500.0, **terms}}}
    years = {year: 150.0 if year == 2030 else 300.0 for year in range(2027, 2038)}
    return held({**PAYING, **cover}, {"revenue.payment.amount": {"by_year": years}})


def test_a_surety_of_the_state_is_a_guarantee_called_and_its_fee_and_claim_are_other_receipts() -> None:
    found = guaranteed({"fee_rate": 0.01})
    assert sum(values(found, "public_guarantees")) == pytest.approx(float(found.series("surety.paid").sum()))
    assert sum(values(found, "public_guarantees")) > 30
    assert sum(values(found, "public_subsidies")) == pytest.approx(0, abs=1e-6)
    fees = found.value("surety.fees_total")
    repaid = float(found.series("surety.claim_repaid").sum())
    assert sum(values(found, "public_other_receipts")) == pytest.approx(fees + repaid)


def test_a_grant_and_an_interest_subsidy_of_the_authority_are_commitments_of_their_kind() -> None:
    grants = {
        "city": {"type": "capital_grant", "amount": 200.0},
        "cheaper": {"type": "interest_subsidy", "facility": "senior", "rate": 0.02, "months": 60},
    }
    found = sized({**PAYING, "grants": grants})
    assert sum(values(found, "public_grants")) == pytest.approx(200)
    subsidy = float(found.series("senior.interest_subsidy_received").sum())
    assert subsidy > 20
    assert sum(values(found, "public_subsidies")) == pytest.approx(subsidy)
    assert sum(values(found, "public_commitments")) == pytest.approx(8 * 300 + 200 + subsidy)


def test_an_authority_that_holds_shares_pays_in_and_receives_its_part() -> None:
    found = sized({**PAYING, "funding": {"shareholders": {"authority": 0.25}}})
    assert values(found, "public_equity") == pytest.approx(list(0.25 * found.series("equity_invested")))
    assert values(found, "public_distributions") == pytest.approx(list(0.25 * found.series("equity_received")))
    assert values(found, "public_subsidies") == pytest.approx([0] * 11, abs=1e-9)


def test_top_ups_of_guaranteed_revenue_have_a_row_of_their_own_and_are_commitments() -> None:
    """Of a forecast of 400, users pay 300 and the authority what lacks to 320."""
    fares = {"revenue": {"fares": {"type": "usage", "volume": 1000.0, "tariff": 0.3}}}
    floor = {"streams": ["fares"], "forecast": 400.0, "floors": {"low": {"upper": 0.8}}}
    found = sized({**PAYING, **fares, "revenue_guarantees": {"mrg": floor}})
    assert values(found, "public_revenue_guarantees") == pytest.approx([0, 0] + [20] * 8 + [0])
    assert values(found, "public_commitments") == pytest.approx([0, 0] + [20] * 8 + [0])
    assert values(found, "public_service_payments") == pytest.approx([0] * 11)
    assert values(found, "public_subsidies") == pytest.approx([0] * 11)


def test_a_guarantee_of_revenue_by_others_is_no_payment_of_the_state() -> None:
    fares = {"revenue": {"fares": {"type": "usage", "volume": 1000.0, "tariff": 0.3}}}
    floor = {"streams": ["fares"], "forecast": 400.0, "floors": {"low": {"upper": 0.8}}, "guarantor": "developer"}
    deal = {**PAYING, **fares, "revenue_guarantees": {"mrg": floor}, "fiscal": {"parties": ["authority"]}}
    assert "public_revenue_guarantees" not in sized(deal).lines
    assert values(sized(deal), "public_commitments") == pytest.approx([0] * 11)


def test_a_subsidy_of_operation_is_a_row_of_its_own_and_a_commitment() -> None:
    subsidy = {"type": "operating_subsidy", "mode": "fixed", "amount": 20.0}
    found = sized({**PAYING, "revenue.help": subsidy})
    assert values(found, "public_operating_subsidies") == pytest.approx([0, 0] + [20] * 8 + [0])
    assert values(found, "public_service_payments") == pytest.approx([0, 0] + [300] * 8 + [0])
    assert values(found, "public_commitments") == pytest.approx([0, 0] + [320] * 8 + [0])
    assert values(found, "public_subsidies") == pytest.approx([0] * 11, abs=1e-9)


def test_costs_after_handover_are_no_commitment_and_revenue_is_received() -> None:
    road = {"streams": ["fares"], "bid": 1200.0, "rate": 0.0, "last_period": "whole"}
    users = {"fares": {"type": "usage", "volume": 1000.0, "tariff": 0.3}}
    debt = {"facilities.senior.sizing": {"amount": 300.0}, "facilities.senior.repayment": {"profile": "equal"}}
    found = sized({**PAYING, **debt, "revenue": users, "least_present_value": {"road": road}})
    assert values(found, "public_after_handover") == pytest.approx([0] * 6 + [50] * 4 + [0])
    assert values(found, "public_other_receipts")[6:10] == pytest.approx([300] * 4)
    assert values(found, "public_commitments") == pytest.approx([0] * 11, abs=1e-9)
    assert values(found, "public_net")[6:10] == pytest.approx([250 + tax for tax in values(found, "public_tax")[6:10]])


def test_tax_on_milestone_payments_is_tax_received() -> None:
    milestones = {"frame": {"amount": 100.0, "progress": 0.5}}
    payments = {"type": "milestone_payments", "taxed": "as_income", "milestones": milestones}
    found = sized({**PAYING, "grants": {"works": payments}})
    assert values(found, "public_grants")[:3] == pytest.approx([100, 0, 0])
    assert values(found, "public_tax")[:2] == pytest.approx([20, 0])
    assert values(found, "public_other_receipts") == pytest.approx([0] * 11, abs=1e-9)
