"""Least present value of revenue: the concession ends with its bid; from then on all is the authority's."""

import math
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import held, sized
from tests.model.test_whole_cases import THOROUGH

EQUAL = {"facilities.senior.sizing": {"amount": 300.0}, "facilities.senior.repayment": {"profile": "equal"}}


def annuity(years: int, rate: float = 0.1) -> float:
    return (1 - (1 + rate) ** -years) / rate


def conceded(bid: float, changes: dict[str, Any] | None = None, **terms: Any) -> dict[str, Any]:
    """The small deal, 300 a year from 2029 to 2036, that ends with its bid at 10 % from completion."""
    road = {"streams": ["payment"], "bid": bid, "rate": 0.1, "discounted_to": "completion", **terms}
    return {**EQUAL, "least_present_value": {"road": road}, **(changes or {})}


def test_the_concession_ends_after_as_many_years_as_the_closed_form_says() -> None:
    """n = −ln(1 − bid × r ÷ R) ÷ ln(1 + r): five years for the present value of five years' revenue."""
    bid = 300 * annuity(5)
    assert -math.log(1 - bid * 0.1 / 300) / math.log(1.1) == pytest.approx(5)
    found = sized(conceded(bid))
    assert found.value("road.concession_years") == pytest.approx(5)
    assert list(found.series("road.end_flag")) == [0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0]
    assert list(found.series("revenue_total")) == pytest.approx([0, 0, *[300] * 5, 0, 0, 0, 0])
    assert list(found.series("opex_total")) == pytest.approx([0, 0, *[50] * 5, 0, 0, 0, 0])


@settings(THOROUGH, max_examples=8)
@given(st.floats(50, 1590), st.floats(0.01, 0.3), st.sampled_from(["half_year", "quarter", "year"]))
def test_on_constant_revenue_the_periods_are_those_of_the_closed_form(bid: float, rate: float, period: str) -> None:
    """The last period is the one in which the formula's moment lies; in part, what is lacking of it is kept."""
    length = {"half_year": 0.5, "quarter": 0.25, "year": 1.0}[period]
    of_period, revenue = (1 + rate) ** length - 1, 300 * length
    terms = {"rate": rate, "last_period": "whole"}
    found = sized(conceded(bid, {"timing.period": period, "timing.operation_months": 96}, **terms))
    lasting = 1 - bid * of_period / revenue
    periods = -math.log(lasting) / math.log(1 + of_period) if lasting > 0 else math.inf
    if abs(periods - round(periods if periods < math.inf else 0)) < 1e-3:
        return
    expected = min(math.ceil(periods) * length if periods < math.inf else 8, 8)
    assert found.value("road.concession_years") == pytest.approx(expected)


def test_the_last_period_is_parted_by_what_its_value_lacks_or_counted_whole() -> None:
    """After five years 40 are lacking of the 300 ÷ 1.1⁶ that the sixth is worth."""
    bid = 300 * annuity(5) + 40
    share = 40 / (300 / 1.1**6)
    found = sized(conceded(bid))
    assert found.value("road.concession_years") == pytest.approx(5 + share)
    assert found.series("revenue_total")[7] == pytest.approx(300 * share)
    assert found.series("opex_total")[7] == pytest.approx(50 * share)
    assert found.value("road.value_reached") == pytest.approx(bid)
    whole = sized(conceded(bid, last_period="whole"))
    assert whole.value("road.concession_years") == pytest.approx(6)
    assert whole.value("road.value_reached") == pytest.approx(300 * annuity(6))


def test_from_financial_close_the_same_revenue_is_worth_two_years_less() -> None:
    found = sized(conceded(300 * annuity(5) / 1.21, discounted_to="financial_close"))
    assert found.value("road.concession_years") == pytest.approx(5)


def test_what_is_earned_after_the_end_is_passed_on_when_it_is_received_and_costs_are_reimbursed() -> None:
    paid_late = {"working_capital.receivable_days": 73, "working_capital.payable_days": 36.5}
    found = sized(conceded(300 * annuity(5), {**paid_late, "timing.spare_months": 0}))
    assert list(found.series("road_payment.given")[6:11]) == pytest.approx([0, 240, 300, 300, 60])
    assert list(found.series("road.reimbursed")[6:11]) == pytest.approx([0, 45, 50, 50, 5])
    assert list(found.series("revenue_received")[6:9]) == pytest.approx([300, 60, 0])
    assert found.series("working_capital_movement")[8] == pytest.approx(0)
    assert found.value("master_check") == 1


def test_replacement_after_the_end_is_the_authority_s() -> None:
    rails = {"lifecycle": {"rails": {"unit_cost": 40.0, "interval_years": 3}}, "reserves": {"mra": {"months": 24}}}
    found = sized(conceded(300 * annuity(5), rails))
    assert list(found.series("lifecycle_total")[4:9]) == pytest.approx([40, 0, 0, 0, 0])
    assert found.series("rails.cost")[7] == pytest.approx(40)
    assert found.series("road.reimbursed")[7] == pytest.approx(90)
    assert found.series("mra_target")[4:].max() == pytest.approx(0)
    assert found.value("master_check") == 1


def test_what_is_left_of_the_assets_is_written_off_in_the_books_and_for_tax() -> None:
    found = sized(conceded(300 * annuity(5), {"tax.cit_rate": 0.2}))
    assert found.series("assets_closing")[5] > 100
    assert found.series("assets_closing")[6:].max() == pytest.approx(0, abs=1e-9)
    assert found.series("machinery.closing")[5] > 100
    assert found.series("machinery.closing")[6:].max() == pytest.approx(0, abs=1e-9)
    assert found.value("master_check") == 1


def test_more_revenue_ends_the_concession_sooner_and_less_later() -> None:
    bid = 300 * annuity(5)
    busy = held(conceded(bid), {"revenue.payment.amount": 400.0})
    slow = held(conceded(bid), {"revenue.payment.amount": 250.0})
    assert busy.value("road.concession_years") < 5 < slow.value("road.concession_years")
    for found in (busy, slow):
        assert found.value("road.value_reached") == pytest.approx(bid)
        assert found.value("master_check") == 1


def test_a_bid_that_is_never_reached_ends_with_the_term_and_is_an_alert() -> None:
    found = sized(conceded(1700.0))
    assert found.value("road.concession_years") == pytest.approx(8)
    assert found.value("road.bid_not_reached") == pytest.approx(1700 - 300 * annuity(8))
    assert found.series("road_payment.given").sum() == pytest.approx(0)


def test_debt_that_outlives_the_concession_is_an_alert() -> None:
    """300 are repaid in six years from completion: after three of them 150 are owed, and nothing is earned."""
    found = sized(conceded(300 * annuity(3)))
    assert found.value("road.debt_owed_at_end") == pytest.approx(150)
    assert sized(conceded(300 * annuity(7))).value("road.debt_owed_at_end") == pytest.approx(0)


def test_sculpted_debt_is_repaid_before_the_end() -> None:
    road = conceded(300 * annuity(4))["least_present_value"]
    found = sized({"least_present_value": road, "facilities.senior.repayment": {"profile": "sculpted"}})
    assert found.value("road.debt_owed_at_end") == pytest.approx(0, abs=1e-6)
    assert found.value("senior.commitment") > 100
    assert found.value("arrears_highest") == pytest.approx(0, abs=1e-6)


def test_a_stream_that_remains_is_the_company_s_and_so_is_the_share_of_costs_that_is_left() -> None:
    more = {"revenue.shops": {"type": "plain_stream", "amount": {"by_period": [0, 0, *[20] * 8, 0]}}}
    found = sized(conceded(300 * annuity(5), more, remaining=["shops"], costs_taken_over=0.6))
    assert list(found.series("revenue_total")[6:9]) == pytest.approx([320, 20, 20])
    assert list(found.series("opex_total")[6:9]) == pytest.approx([50, 20, 20])


def test_the_public_comparator_has_the_costs_and_the_revenue_after_the_end_too() -> None:
    users = {"type": "usage", "volume": 1000.0, "tariff": 0.3}
    compared = {"revenue.payment": users, "value_for_money": {"public_discount_rate": 0.1}}
    found = sized(conceded(300 * annuity(5), compared))
    assert list(found.series("public_opex")[6:9]) == pytest.approx([50, 50, 50])
    assert list(found.series("public_third_party_revenue")[6:9]) == pytest.approx([300, 300, 300])
    assert found.series("public_received")[8] == pytest.approx(300)


def test_a_stream_paid_later_than_others_is_passed_on_later() -> None:
    help_later = {"type": "operating_subsidy", "mode": "fixed", "amount": 30.0, "lag_periods": 2}
    found = sized(conceded(300 * annuity(5), {"revenue.help": help_later}))
    assert list(found.series("road_help.given")[7:12]) == pytest.approx([0, 0, 30, 30, 30])
    assert found.value("master_check") == 1


@settings(THOROUGH, max_examples=8)
@given(
    st.lists(st.floats(0, 500), min_size=9, max_size=9),
    st.floats(1, 2500),
    st.floats(0, 0.3),
    st.sampled_from(["part", "whole"]),
)
def test_the_value_reaches_the_bid_and_without_the_last_period_does_not(
    revenue: list[float], bid: float, rate: float, last: str
) -> None:
    toll = {"type": "plain_stream", "amount": {"by_period": [0, 0, *revenue]}}
    found = sized(conceded(bid, {"revenue": {"payment": toll}}, rate=rate, last_period=last))
    assert_ends_with_its_bid(found, bid)


def assert_ends_with_its_bid(found: Batch, bid: float) -> None:
    kept, worth = found.series("road.kept_share"), found.series("road.value_of_period")
    value = np.cumsum(kept * worth)
    assert (np.diff(kept) <= 1e-9).all()
    assert np.abs(found.series("revenue_total") - kept * found.series("payment.revenue")).max() < 1e-6
    if found.series("road.end_flag").any():
        end = int(found.series("road.end_flag").argmax())
        assert value[end] >= bid - 1e-4
        assert value[end - 1] < bid
        assert kept[end + 1 :].max(initial=0.0) == 0
        assert found.series("road.end_flag").sum() == 1
    else:
        assert value[-1] < bid
        assert kept.min() == 1
    assert found.value("master_check") == 1
