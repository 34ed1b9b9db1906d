"""Grant element from cash flows: the golden table, what fees and other profiles do to it, and its thresholds."""

from typing import Any

import pytest

from tests.model.measures.soft_loan import SOFT, many, terms
from tests.model.small_case import sized

RATES = [0.05, 0.06, 0.07, 0.09, 0.10]
GOLDEN = {
    "year": [27.4691, 34.4109, 40.5056, 50.6131, 54.8119],
    "half_year": [26.8446, 33.6833, 39.6986, 49.7005, 53.8665],
}
"""2 %, five years without repayment, twenty years to maturity, per cent; 10 % is the rule of before 2014."""


@pytest.mark.parametrize("period", GOLDEN)
def test_a_loan_at_two_percent_gives_what_the_published_formula_says(period: str) -> None:
    found = many(period, dac_rate=RATES).lines["soft_dac.grant_element_share"]
    assert list(found * 100) == pytest.approx(GOLDEN[period], abs=5e-5)


def test_both_conventions_are_shown_side_by_side() -> None:
    found = sized(terms("year"))
    assert found.value("grant_element_dac") == pytest.approx(0.344109, abs=5e-7)
    assert found.value("grant_element_imf") == pytest.approx(0.274691, abs=5e-7)
    assert (found.value("soft_dac.threshold_flag"), found.value("soft_imf.threshold_flag")) == (1, 0)


def test_a_loan_at_the_rate_of_discount_gives_nothing_and_a_dearer_one_takes() -> None:
    found = many("year", soft__base_rate=[0.06, 0.08], dac_rate=[0.06, 0.06]).lines["soft_dac.grant_element_share"]
    assert found[0] == pytest.approx(0, abs=1e-12)
    assert found[1] < 0


def test_a_bullet_is_worth_what_two_lines_of_arithmetic_say() -> None:
    """100 lent after a year, 3 a year for five years, 100 back: at 6 % the gift is 3 a year for five years."""
    found = sized(terms("year", rate=0.03, grace=48, months=60, repayment={"profile": "balloon"}))
    given = sum(3 / 1.06**n for n in range(1, 6))
    assert found.value("soft_dac.grant_element_share") == pytest.approx(given / 100)
    assert found.value("soft_dac.grant_equivalent") == pytest.approx(given)
    assert found.value("soft_dac.value_given") == pytest.approx(given / 1.06)


def test_fees_lower_the_grant_element_unless_they_are_left_out() -> None:
    fees: dict[str, Any] = {"upfront_fee_rate": 0.01, "agency_fee_amount": 0.2}
    free, dear = sized(terms("year")), sized(terms("year", **fees))
    left_out = sized({**terms("year", market_rate=0.15, **fees), "concessionality": {"fees_count": False}})
    agency = 0.2 * sum(1.06**-n for n in range(1, 21))
    lower = free.value("soft_dac.grant_element_share") - (1 + agency) / 100
    assert dear.value("soft_dac.grant_element_share") == pytest.approx(lower)
    assert left_out.value("soft_dac.grant_element_share") == pytest.approx(free.value("soft_dac.grant_element_share"))


def test_interest_paid_during_construction_is_received_by_the_lender() -> None:
    found = sized({"facilities.soft": SOFT})
    receipts, drawn = found.series("soft.lender_receipt"), found.series("soft.drawdown")
    assert receipts[1] == pytest.approx(0.02 * drawn[0])
    assert receipts[2] == pytest.approx(0.02 * (drawn[0] + drawn[1]) + (drawn[0] + drawn[1]) / 6)


def test_interest_that_is_added_to_the_loan_is_received_when_it_is_repaid() -> None:
    found = sized({"facilities.soft": {**SOFT, "construction_interest": "added"}})
    receipts = found.series("soft.lender_receipt")
    assert receipts[1] == pytest.approx(0)
    added = found.series("soft.interest_during_construction").sum()
    repaid = found.series("soft.scheduled_principal").sum()
    assert repaid == pytest.approx(found.series("soft.drawdown").sum() + added)


def test_no_money_lent_has_no_grant_element() -> None:
    found = sized({"facilities.soft": {**SOFT, "sizing": {"amount": 0.0}}})
    assert str(found.value("grant_element_dac")) == "nan"
    assert found.value("soft_dac.grant_equivalent") == 0


def test_a_loan_in_dollars_is_measured_in_dollars() -> None:
    dollars = {"currencies.usd": {"spot": 500.0, "depreciation": 0.09}}
    own, foreign = sized(terms("year")), sized({**terms("year", currency="usd"), **dollars})
    assert foreign.series("soft.scheduled_principal")[-30:].max() > own.series("soft.scheduled_principal").max() * 2
    for measure in ("soft_dac.grant_element_share", "soft_imf.grant_element_share"):
        assert foreign.value(measure) == pytest.approx(own.value(measure)), measure
