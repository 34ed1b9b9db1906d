"""Subsidy by instrument and in total, at the market's price, worked by hand."""

from typing import Any

import pytest
from hypothesis import given, settings

from tests.model.drawn_cases import cases
from tests.model.measures.soft_loan import SOFT, terms
from tests.model.small_case import sized
from tests.model.test_whole_cases import THOROUGH
from tests.modelled import modelled


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


@settings(THOROUGH, max_examples=6)
@given(cases())
def test_in_any_deal_the_subsidy_is_what_the_market_would_have_been_paid_more(data: dict[str, Any]) -> None:
    """Interest at the market's price less interest and fees by contract, whatever the profile and the drawdown."""
    loan = data["facilities"]["senior"]
    data["facilities"] = {"soft": {**loan, "type": "concessional_loan", "market_rate": 0.25}}
    found = modelled(data)
    price, factor = found.series("soft_market.market_period_rate"), found.series("soft_market.measure_factor")
    paid = found.series("soft.lender_receipt") - found.series("soft.scheduled_principal")
    more = price * found.series("soft.scheduled_opening") - paid
    scale = max(1.0, found.value("soft_market.value_lent"))
    left = found.series("soft.scheduled_closing")[-1] * factor[-1]
    assert found.value("soft_market.value_given") == pytest.approx(
        float((more * factor).sum()) + left, abs=1e-8 * scale
    )


CITY = {"type": "capital_grant", "grantor": "authority", "amount": 150.0}
STUDIES = {"type": "preparation_grant", "cost": 40.0, "amount": 30.0, "recoverable": 0.5, "success_fee": 0.1}


def test_a_grant_is_subsidy_in_full_and_what_is_paid_back_is_none() -> None:
    """150 of the city; 30 for studies of which half comes back with a tenth on top: 150 + 30 − 15 − 1.5."""
    found = sized({"grants": {"city": CITY, "studies": STUDIES}})
    assert found.value("city.grant_equivalent") == pytest.approx(150)
    assert found.value("studies.grant_equivalent") == pytest.approx(13.5)
    assert found.value("subsidy_of_grants") == pytest.approx(163.5)
    assert found.value("concessionality_share") == pytest.approx(163.5 / found.value("total_uses"))
    assert found.value("city.share_of_uses") == pytest.approx(150 / found.value("total_uses"))


def test_grants_and_soft_loans_add_up() -> None:
    found = sized({"facilities.soft": SOFT, "grants": {"city": CITY}})
    assert found.value("subsidy_total") == pytest.approx(150 + found.value("soft_market.grant_equivalent"))


def test_an_interest_subsidy_is_worth_its_points_at_the_rate_the_lender_receives() -> None:
    """Four points for three years on 400 drawn at the end of the first year, at 10 %."""
    points = {"type": "interest_subsidy", "facility": "senior", "rate": 0.04, "months": 48, "payer": "damu"}
    loan = {"facilities.senior.sizing": {"amount": 400.0}, "facilities.senior.repayment": {"profile": "balloon"},
            "funding.drawdown": "debt_first", "grants": {"help": points}}  # fmt: skip
    found = sized(loan)
    value = sum(16 / 1.1**n for n in range(2, 5))
    assert found.value("help.grant_equivalent") == pytest.approx(value)
    assert found.value("subsidy_total") == pytest.approx(value)


def test_what_another_pays_to_the_lender_is_no_gift_of_the_lender() -> None:
    points = {"type": "interest_subsidy", "facility": "soft", "rate": 0.01, "months": 96, "payer": "damu"}
    alone, helped = sized({"facilities.soft": SOFT}), sized({"facilities.soft": SOFT, "grants": {"help": points}})
    share = "soft_market.grant_element_share"
    assert helped.series("soft.scheduled_interest").sum() < 0.6 * alone.series("soft.scheduled_interest").sum()
    assert helped.value(share) == pytest.approx(alone.value(share), rel=1e-3)
