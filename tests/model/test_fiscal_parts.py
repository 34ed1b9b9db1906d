"""Fiscal commitments: payments of the year against budget, product and limits, in calendar years of payment."""

from typing import Any

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized


def budgeted(deal: dict[str, Any] | None = None, **fiscal: Any) -> Batch:
    """The small deal: 300 a year from 2029 to 2036, paid by an authority with the budget given."""
    return sized({**(deal or {}), "fiscal": fiscal})


def values(found: Batch, name: str) -> list[float]:
    return [float(value) for value in found.series(name)]


def test_commitments_are_a_share_of_a_budget_that_grows() -> None:
    found = budgeted(budget=3000.0, budget_growth=0.10)
    assert values(found, "budget_of_year")[:3] == pytest.approx([3000, 3300, 3630])
    assert values(found, "commitments_budget_share")[:3] == pytest.approx([0, 0, 300 / 3630])
    assert found.value("budget_share_highest") == pytest.approx(300 / 3630)


def test_a_budget_by_year_holds_for_its_year() -> None:
    found = budgeted(budget={"by_year": {2027: 3000, 2029: 6000}})
    assert values(found, "budget_of_year")[:4] == pytest.approx([3000, 3000, 6000, 6000])


def test_the_year_of_a_payment_is_the_one_in_which_its_period_ends() -> None:
    """Half-years from April: the period to March 2028 is paid in 2028 and belongs to its budget."""
    deal = {"timing.period": "half_year", "timing.start": "2027-04-01"}
    found = budgeted(deal, budget={"by_year": {2027: 3000, 2028: 4000, 2029: 5000, 2030: 6000}})
    assert values(found, "fiscal_year_of_period")[:4] == [2027, 2028, 2028, 2029]
    assert values(found, "fiscal_year_closes")[:4] == [1, 0, 1, 0]
    assert values(found, "budget_of_year")[:4] == [3000, 4000, 4000, 5000]
    assert values(found, "commitments_of_year")[4:8] == pytest.approx([150, 150, 300, 150])


def test_two_payments_of_a_year_are_held_against_its_budget_together() -> None:
    found = budgeted({"timing.period": "half_year"}, budget=3000.0)
    assert values(found, "commitments_of_year")[4:8] == pytest.approx([150, 300, 150, 300])
    assert found.value("budget_share_highest") == pytest.approx(0.10)


def test_commitments_and_the_net_effect_are_shares_of_the_product() -> None:
    found = budgeted({"tax.cit_rate": 0.20}, gdp=100_000.0, gdp_growth=0.05)
    assert values(found, "commitments_gdp_share")[3] == pytest.approx(300 / (100_000 * 1.05**3))
    tax = float(found.series("tax_paid")[6])
    assert tax > 0
    assert values(found, "net_gdp_share")[6] == pytest.approx((tax - 300) / (100_000 * 1.05**6))


def test_headroom_is_what_the_limit_leaves_after_all_obligations() -> None:
    found = budgeted(ppp_limit=1000.0, ppp_committed=600.0)
    assert values(found, "ppp_headroom")[:4] == pytest.approx([400, 400, 100, 100])
    assert found.value("ppp_headroom_least") == pytest.approx(100)
    assert found.value("ppp_limit_check") == 0


def test_obligations_above_the_limit_are_an_alert_of_the_worst_year() -> None:
    committed = {"by_year": {2027: 600, 2031: 850, 2032: 600}}
    found = budgeted(ppp_limit=1000.0, ppp_committed=committed)
    assert found.value("ppp_limit_check") == pytest.approx(150)
    assert values(found, "ppp_excess")[3:6] == pytest.approx([0, 150, 0])


def test_the_limit_may_be_a_share_of_the_budget() -> None:
    found = budgeted(budget=5000.0, ppp_limit_share=0.05)
    assert values(found, "limit_by_share")[0] == pytest.approx(250)
    assert found.value("ppp_limit_check") == pytest.approx(50)


def test_years_in_which_all_ppps_take_too_much_of_the_budget_are_counted() -> None:
    found = budgeted(
        budget=3000.0, affordability_limit=0.15, ppp_committed={"by_year": {2027: 0, 2033: 151, 2035: 150}}
    )
    assert values(found, "obligations_budget_share")[6] == pytest.approx(451 / 3000)
    assert found.value("affordability_check") == 2


def test_the_present_value_of_commitments_is_held_against_its_ceiling() -> None:
    deal = {"valuation.convention": "periods"}
    worth = sum(300 / 1.08**year for year in range(2, 10))
    found = budgeted(deal, fiscal_discount_rate=0.08, payment_ceiling=1500.0)
    assert found.value("commitments_present_value") == pytest.approx(worth)
    assert found.value("payment_ceiling_check") == pytest.approx(worth - 1500)
    assert budgeted(deal, fiscal_discount_rate=0.08, payment_ceiling=1700.0).value("payment_ceiling_check") == 0


def test_households_pay_a_share_of_their_income_and_years_above_the_limit_are_counted() -> None:
    """Fares of 300 a year from 2029, 80 % of it from 1,000 households with 4 each: 6 % of income, with 7 then less."""
    deal = {
        "revenue": {
            "fares": {"type": "plain_stream", "payer": "users", "amount": {"by_period": [0, 0] + [300] * 8 + [0]}}
        }
    }
    income = {"by_year": {2027: 4.0, 2035: 7.0}}
    found = budgeted(deal, households={"count": 1000, "income": income, "payment_share": 0.8, "limit": 0.05})
    assert values(found, "household_burden")[2] == pytest.approx(0.8 * 300 / 4000)
    assert found.value("household_check") == 6


def test_the_exposure_to_termination_stands_among_the_commitments_where_terms_are_stated() -> None:
    found = budgeted({"termination": {"equity_rate": 0.15}})
    assert values(found, "fiscal_termination_exposure") == pytest.approx(values(found, "termination_exposure"))
    assert "fiscal_termination_exposure" not in budgeted().lines
