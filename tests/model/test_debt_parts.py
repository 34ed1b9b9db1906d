"""Which debt sections a case is made of: only the limits, the profile, the reserve and the test that it names."""

import pytest

from finmodel.expr.graph import Graph
from tests.model.small_case import small_model


def graph(**loan: object) -> Graph:
    return small_model({f"facilities.senior.{name}": value for name, value in loan.items()}).graph


@pytest.mark.parametrize("limit", ["dscr", "gearing", "llcr", "amount"])
def test_a_limit_that_is_stated_is_there_and_no_other(limit: str) -> None:
    found = graph(sizing={limit: 0.5 if limit == "gearing" else 1.5}, repayment={"profile": "equal"})
    limits = {line.name.removeprefix("senior.") for line in found.tagged(limit="facility")}
    assert limits == {"uses_capacity", f"{limit}_capacity"}


@pytest.mark.parametrize("profile", ["annuity", "equal", "balloon", "given"])
def test_a_fixed_profile_is_scaled_from_one_unit_and_a_sculpted_one_is_not(profile: str) -> None:
    repayment = {"profile": profile, "schedule": [1.0]}
    assert "senior.unit_principal" in graph(repayment=repayment).lines
    assert "senior.unit_principal" not in graph().lines


def test_a_second_case_is_computed_only_where_lenders_have_one() -> None:
    assert "sizing_downside.cfads" not in graph().lines
    assert "sizing_downside.cfads" in graph(sizing={"dscr": 1.3, "downside": {"dscr": 1.1}}).lines


def test_lenders_who_size_before_tax_compute_none() -> None:
    assert "sizing_base_tax.tax" in graph().lines
    assert "sizing_base_tax.tax" not in graph(sizing={"dscr": 1.3, "tax": "none"}).lines


@pytest.mark.parametrize(("reserve", "line"), [("cash", "dsra_closing"), ("letter_of_credit", "letter_of_credit")])
def test_the_reserve_is_cash_or_a_letter(reserve: str, line: str) -> None:
    found = small_model({"reserves": {"dsra": {"type": reserve, "months": 6}}}).graph
    assert line in found.lines
    assert ("dsra_closing" in found.lines) == (reserve == "cash")


def test_interest_and_fees_of_the_loan_go_to_its_lender() -> None:
    found = graph(lender="development_bank")
    paid = {line.name for line in found.tagged(payee="development_bank")}
    assert {"senior.interest_paid", "senior.principal_paid", "senior.upfront_fee", "senior.agency_fee"} <= paid
    assert [line.name for line in found.tagged(payer="development_bank")] == ["senior.drawdown"]
