"""Refinancing in a case file: what it says, and what it is not defined for."""

from typing import Any

import pytest

from finmodel.errors import CaseError
from tests.model.small_case import small_case

STATED: dict[str, Any] = {
    "facility": "senior",
    "month": 48,
    "base_rate": 0.06,
    "tenor_months": 48,
    "sizing": {"balance": 1.0},
    "repayment": {"profile": "equal"},
    "gain_discount_rate": 0.12,
}


def said(changes: dict[str, Any] | None = None, **terms: Any) -> str:
    """What is said of the small deal refinanced on these terms."""
    try:
        small_case({"refinancing.fresh": {**STATED, **terms}, **(changes or {})})
    except (AssertionError, CaseError) as error:
        return str(error).partition("\n")[0]
    return ""


def test_a_refinancing_names_the_loan_it_replaces() -> None:
    case = small_case({"refinancing.fresh": STATED})
    assert case.replaced() == {"senior": "fresh"}
    assert case.refinancing["fresh"].gain_payee == "authority"
    assert case.refinancing["fresh"].sizing.limited


@pytest.mark.parametrize(
    ("terms", "message"),
    [
        ({"facility": "senoir"}, "there is no senoir under facilities; did you mean senior?"),
        ({"sizing": {}}, "no limit is stated; state one or more of dscr, balance, amount"),
        ({"repayment": {}}, "sculpting needs a target DSCR; state sizing.dscr, or take another profile"),
        ({"month": 24}, "month 24 is not in the service of senior before its last repayment; give a month after 24"),
        ({"month": 85}, "give a month after 24 and up to 84"),
        ({"tenor_months": 84}, "the new loan would end in month 132, the project in 120; shorten the tenor to 72"),
        ({"grace_months": 48}, "no period of repayment is left after grace; lengthen the tenor"),
        ({"base_rate": 9}, "write 0.09"),
    ],
)
def test_what_does_not_fit_is_said(terms: dict[str, Any], message: str) -> None:
    assert message in said(**terms)


def test_only_a_senior_loan_that_stands_alone_can_be_replaced() -> None:
    beside = {"type": "term_loan", "base_rate": 0.1, "tenor_months": 96, "sizing": {"share": 0.1}}
    second = {"facilities.second": {**beside, "repayment": {"profile": "equal"}}}
    assert "senior does not stand alone in the first rank: second" in said(second)
    standby = {"funding.standby_facility": {"amount": 50.0, "base_rate": 0.1, "repayment_months": 24}}
    assert "senior does not stand alone in the first rank: funding.standby_facility" in said(standby)


def test_a_loan_with_a_guarantee_or_a_hedge_is_not_replaced() -> None:
    cover = {"guarantees.state": {"type": "state_surety", "covers": ["senior"], "coverage": 1.0, "amount": 50.0}}
    assert "senior is guaranteed, hedged or subsidised" in said({**cover})


def test_a_loan_in_another_currency_is_not_replaced() -> None:
    dollars = {"currencies.usd": {"spot": 500.0, "depreciation": 0.05}, "facilities.senior.currency": "usd"}
    assert "senior is in usd" in said(dollars)


def test_a_loan_with_interest_on_its_average_balance_is_not_replaced() -> None:
    average = {"facilities.senior.interest_on": "average_balance", "facilities.senior.sizing.tax": "none"}
    assert "senior bears interest on its average balance" in said(average)


def test_a_deal_is_refinanced_once() -> None:
    assert "is a second refinancing" in said({"refinancing.again": STATED})
