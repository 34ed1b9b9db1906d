"""The capital stack: every tranche with provider and rank; one loan and equity need no such table."""

from dataclasses import replace

import pytest

from finmodel.analysis.evaluation import About, evaluate
from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.capital_stack import capital_stack, tranches
from finmodel.outputs.term_sheet.view import View
from tests.model.small_case import small_model
from tests.outputs.workbook.deal import with_inputs


def test_one_loan_and_equity_have_no_stack(view: View) -> None:
    assert list(capital_stack(view)) == []


def test_tranches_add_to_total_uses_and_guarantees_stand_below(layered: View) -> None:
    provided, _ = capital_stack(layered)
    labels = [row.label for row in provided.rows]
    total = labels.index("Total")
    amount = provided.columns.index("Amount")
    amounts = [row.cells[amount] for row in provided.rows[:total]]
    whole = layered.value("total_uses")
    assert sum(found for found in amounts if isinstance(found, float)) == pytest.approx(whole)
    assert provided.rows[total].cells[amount] == pytest.approx(whole)
    assert labels[total + 1 :] == ["First-loss guarantee"]


def test_each_tranche_names_its_provider_its_currency_and_its_rank(layered: View) -> None:
    provided, _ = capital_stack(layered)
    rows = {row.label: dict(zip(provided.columns, row.cells, strict=True)) for row in provided.rows}
    assert rows["Mezzanine loan"]["Provider"] == "Layered Capital Fund"
    assert rows["Mezzanine loan"]["Ranking"] == "Rank 2"
    assert rows["Concessional loan"]["Kind of provider"] == "Multilateral institution"
    assert rows["Concessional loan"]["Ranking"] == "Senior, pari passu with Commercial senior loan, Vendor loan"
    assert rows["Vendor loan"]["Currency"] == "USD"
    assert rows["Capital grant"]["Provider"] == "Akimat of Alatau City"
    assert rows["Capital grant"]["Class"] == "Grant"
    assert rows["Equity paid in"]["Provider"] == "Hub Sponsors 80.0%; Smart Systems Holding 20.0%"
    assert rows["Equity paid in"]["Ranking"] == "After debt"


def test_terms_have_grant_elements_and_the_class_of_mobilised_money(layered: View) -> None:
    _, terms = capital_stack(layered)
    rows = {row.label: dict(zip(terms.columns, row.cells, strict=True)) for row in terms.rows}
    soft = rows["Concessional loan"]
    assert (soft["Grant element, DAC"],) == layered.texts("development_dac.grant_element_share")
    assert soft["Mobilisation"] == "Development bank's own account"
    assert rows["First-loss guarantee"]["Rate and fees"] == "Fee on the cover 1.00%\xa0a\xa0year"


def test_loans_stand_before_what_comes_after_debt(layered: View) -> None:
    assert [bool(tranche.loan) for tranche in tranches(layered)] == [True] * 4 + [False] * 4


def test_grants_shareholders_and_a_facility_that_stands_by_have_their_own_providers() -> None:
    """Works dearer by half: the standby facility is drawn, and the partner pays its share of equity."""
    grant = {"type": "capital_grant", "amount": 200.0, "grantor": "green_fund"}
    funding = {
        "shareholders": {"technology_partner": 0.2},
        "standby_facility": {"amount": 80.0, "base_rate": 0.13, "repayment_months": 36},
    }
    base = evaluate(
        small_model({"grants": {"city": grant}, "funding": funding}), About("small", "Small deal", "KZT million")
    )
    held = with_inputs(replace(base, frozen=True), plant__overrun=0.5)
    provided, _ = capital_stack(View(held, translator("en")))
    rows = {row.label: dict(zip(provided.columns, row.cells, strict=True)) for row in provided.rows}
    assert (rows["City"]["Provider"], rows["City"]["Class"]) == ("Green fund", "Grant")
    assert rows["Standby facility"]["Class"] == "Debt"
    assert rows["Equity paid in"]["Provider"] == "Sponsor 80.0%; Technology partner 20.0%"
