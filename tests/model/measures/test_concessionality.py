"""Subsidy by instrument and in total, at the market's price, worked by hand."""

import pytest

from tests.model.measures.soft_loan import SOFT, terms
from tests.model.small_case import sized


def test_the_subsidy_is_the_interest_forgone_at_the_markets_price() -> None:
    """100 lent after a year at 3 % where the market asks 10 %, all back after five years: 7 a year is given."""
    loan = terms("year", rate=0.03, grace=48, months=60, repayment={"profile": "balloon"}, market_rate=0.10)
    found = sized(loan)
    given = sum(7 / 1.10**n for n in range(1, 6))
    assert found.value("soft_market.value_given") == pytest.approx(given / 1.10)
    assert found.value("soft_market.grant_equivalent") == pytest.approx(given)
    assert found.value("subsidy_total") == pytest.approx(given)
    assert found.value("concessionality_share") == pytest.approx(given / found.value("total_uses"))
    assert found.value("soft_market.share_of_uses") == pytest.approx(given / found.value("total_uses"))


def test_subsidy_is_the_present_value_of_what_the_market_would_have_been_paid_more() -> None:
    """Drawn in two parts, repaid in equal parts: market-priced flows less concessional flows, period by period."""
    found = sized({"facilities.soft": SOFT})
    more = (0.15 - 0.02) * found.series("soft.scheduled_opening")
    value = sum(flow / 1.15 ** (n + 1) for n, flow in enumerate(more))
    assert found.value("soft_market.value_given") == pytest.approx(value)


def test_the_markets_price_may_move_over_time() -> None:
    path = {"by_year": {2027: 0.15, 2030: 0.12}}
    found = sized({"facilities.soft": {**SOFT, "market_rate": path, "base_rate": {"by_year": {2027: 0.02}}}})
    more = (found.series("soft.market_rate") - 0.02) * found.series("soft.scheduled_opening")
    assert found.series("soft.market_rate")[3] == 0.12
    factor = found.series("soft_market.measure_factor")
    assert factor[3] == pytest.approx(1 / 1.15**3 / 1.12)
    assert found.value("soft_market.value_given") == pytest.approx(float((more * factor).sum()))


def test_a_loan_at_the_markets_price_is_no_subsidy() -> None:
    found = sized({"facilities.soft": {**SOFT, "base_rate": 0.15}})
    assert found.value("concessionality_share") == pytest.approx(0, abs=1e-12)


def test_what_a_private_lender_gives_is_measured_and_is_no_public_subsidy() -> None:
    vendor = {**SOFT, "type": "vendor_loan"}
    found = sized({"facilities.soft": SOFT, "facilities.vendor": vendor})
    assert found.value("vendor_market.grant_equivalent") > 0
    assert found.value("subsidy_total") == pytest.approx(found.value("soft_market.grant_equivalent"))


def test_without_a_market_price_there_is_a_grant_element_and_no_concessionality() -> None:
    found = sized({"facilities.soft": {key: value for key, value in SOFT.items() if key != "market_rate"}})
    assert found.value("grant_element_dac") > 0
    assert "concessionality_share" not in found.lines
    assert "soft_market.value_given" not in found.lines
