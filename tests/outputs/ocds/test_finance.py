"""Finance in the standard's words: every arrangement with its party, kind, amount, rate and periods."""

from typing import Any

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.outputs.ocds.finance import finance, finance_summary, shareholders
from finmodel.outputs.ocds.known import Deal
from tests.model.small_case import small_model
from tests.outputs.ocds.deal import deal


def entry(name: str) -> dict[str, Any]:
    return next(found for found in finance(deal()) if found["id"] == name)


def value(name: str) -> float:
    return float(deal().results.values[name] or 0)


def test_a_commercial_loan_is_senior_debt_at_a_fixed_rate() -> None:
    loan = entry("senior")
    assert loan["financingParty"] == {"id": "senior_lender", "name": "First Bank"}
    assert (loan["assetClass"], loan["type"], loan["repaymentPriority"]) == (["debt"], "loan", "senior")
    assert loan["interestRate"] == {"base": 0.08, "margin": 0.02, "fixed": True}
    assert loan["value"]["amount"] == pytest.approx(1e6 * value("senior.commitment"), abs=1)
    assert loan["period"] == {"startDate": "2027-07-01T00:00:00Z", "endDate": "2035-06-30T23:59:59Z"}
    assert loan["repaymentPeriod"]["startDate"] == "2028-07-01T00:00:00Z"
    assert loan["repaymentFrequency"] == 182.5
    assert loan["financingPartyType"] == "commercial"
    assert "concessional" not in loan


def test_a_soft_loan_of_the_second_rank_is_concessional_and_subordinated_and_its_rate_moves() -> None:
    loan = entry("soft")
    assert (loan["concessional"], loan["repaymentPriority"]) == (True, "subordinated")
    assert loan["financingPartyType"] == "bilateral"
    assert loan["interestRate"] == {
        "margin": 0.0, "fixed": False, "notes": "By period, from 3.00% to 2.00% a year.",
    }  # fmt: skip


def test_shares_and_shareholder_loans_are_each_holders() -> None:
    whole = sum(deal().results.series["equity_drawdown"][t] or 0 for t in range(4))
    assert entry("sponsor_equity")["value"]["amount"] == pytest.approx(0.8e6 * whole, abs=1)
    assert entry("city_equity")["value"]["amount"] == pytest.approx(0.2e6 * whole, abs=1)
    assert entry("city_shareholder_loan")["repaymentPriority"] == "subordinated"


def test_shareholders_are_told_with_what_they_hold() -> None:
    assert shareholders(deal()) == [
        {"id": "sponsor", "shareholder": deal().party("sponsor"), "shareholding": 0.8},
        {"id": "city", "shareholder": deal().party("city"), "shareholding": 0.2},
    ]


def test_grants_and_guarantees_stand_beside_with_who_gives_them() -> None:
    grant, surety = entry("pump"), entry("surety")
    assert (grant["type"], grant["financingParty"]["id"]) == ("grant", "city")
    assert grant["value"] == {"amount": 100_000_000, "currency": "KZT"}
    assert (surety["type"], surety["financingParty"]["id"]) == ("guarantee", "state_budget")
    assert surety["value"]["amount"] == 80_000_000


def test_the_summary_has_leverage_capital_subsidy_and_forecast_return() -> None:
    found = finance_summary(deal())
    assert found["debtEquityRatio"] == pytest.approx(value("debt_commitment") / value("sponsor_commitment"), abs=1e-6)
    assert found["subsidyRatio"] == pytest.approx(100 / value("total_uses"), abs=1e-6)
    assert found["projectIRR"] == pytest.approx(value("project_irr"), abs=1e-6)
    assert f"Forecast equity IRR: {value('equity_irr'):.2%}." in found["projectIRRDetails"]


def test_a_facility_that_stands_by_is_told_with_its_rate() -> None:
    standby = {"amount": 80.0, "base_rate": 0.13, "margin": 0.01, "repayment_months": 36}
    model = small_model({"funding.standby_facility": standby})
    told = finance(Deal(evaluate(model, About("small", "Small deal", "KZT million"))))
    loan = next(found for found in told if found["id"] == "standby_facility")
    assert loan["interestRate"] == {"base": 0.13, "margin": 0.01, "fixed": True}
    assert loan["value"] == {"amount": 80_000_000, "currency": "KZT"}
