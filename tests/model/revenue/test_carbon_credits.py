"""Carbon credits: tonnes, less leakage and buffer, issued later and sold at the price of that time."""

from typing import Any

import pytest

from tests.model.small_case import held, sized

CREDITS: dict[str, Any] = {
    "type": "carbon_credits",
    "quantity": 1000.0,
    "emission_factor": 0.8,
    "crediting_years": 3.0,
    "price": 0.05,
    "contract": "Agreement of 2026",
}


def carbon(**terms: Any) -> dict[str, Any]:
    """800 t a year for three years of eight, at 0.05 each: 40 a year."""
    return {"revenue.credits": {**CREDITS, **terms}, "indices": {"cpi": {"rate": 0.1}}}


def test_credits_are_sold_for_as_long_as_the_crediting_period_lasts() -> None:
    found = sized(carbon())
    assert list(found.series("credits.emissions_saved")[1:6]) == pytest.approx([0, 800, 800, 800, 0])
    assert list(found.series("credits.revenue")[1:6]) == pytest.approx([0, 40, 40, 40, 0])
    assert found.series("party_carbon_buyer.paid") == pytest.approx(found.series("credits.received"))


def test_a_crediting_period_that_ends_within_a_period_counts_by_months() -> None:
    found = sized(carbon(crediting_years=2.25))
    assert list(found.series("credits.emissions_saved")[1:6]) == pytest.approx([0, 800, 800, 200, 0])


def test_the_factor_declines_with_each_calendar_year_as_the_grid_becomes_cleaner() -> None:
    found = sized(carbon(factor_decline=0.02))
    assert list(found.series("credits.emissions_saved")[2:4]) == pytest.approx([800 * 0.98**2, 800 * 0.98**3])


def test_a_factor_that_names_its_year_declines_from_then_on() -> None:
    """Of 2024: by 2029, the first year of operation, it has fallen five times and not twice."""
    found = sized(carbon(factor_decline=0.02, factor_year=2024))
    assert list(found.series("credits.emissions_saved")[2:4]) == pytest.approx([800 * 0.98**5, 800 * 0.98**6])


def test_a_factor_may_be_given_by_year_and_leakage_and_the_buffer_come_off() -> None:
    factor = {"by_year": {2027: 0.8, 2030: 0.6}}
    found = sized(carbon(emission_factor=factor, leakage=0.1, buffer=0.2))
    assert list(found.series("credits.emissions_saved")[2:4]) == pytest.approx([720, 540])
    assert list(found.series("credits.credits_due")[2:4]) == pytest.approx([576, 432])


def test_credits_are_revenue_once_issued_at_the_price_of_that_period() -> None:
    found = sized(carbon(issuance_lag_periods=2, indexation={"cpi": 1.0}))
    assert list(found.series("credits.credits_issued")[1:8]) == pytest.approx([0, 0, 0, 800, 800, 800, 0])
    assert found.series("credits.revenue")[4] == pytest.approx(40 * 1.1**4)
    assert found.value("credits.never_issued") == pytest.approx(0)


def test_credits_of_the_last_year_are_issued_after_operation_has_ended() -> None:
    found = sized(carbon(issuance_lag_periods=2, crediting_years=8.0))
    assert len(found.series("counter")) == 13
    assert list(found.series("credits.credits_issued")[9:]) == pytest.approx([800, 800, 800, 0])
    assert found.value("credits.never_issued") == pytest.approx(0)
    assert found.value("master_check") == 1


def test_a_price_in_dollars_follows_the_rate_of_exchange() -> None:
    dollar = {"currencies": {"usd": {"spot": 500.0, "depreciation": 0.0}}}
    found = sized(carbon(price=0.0001, currency="usd") | dollar)
    assert found.series("credits.revenue")[2] == pytest.approx(40)


def test_the_verifier_is_paid_by_the_year_of_crediting_and_by_the_credit() -> None:
    found = sized(carbon(verification_cost=5.0, issuance_fee=0.01, verification_index="cpi", issuance_lag_periods=1))
    spent = [5 * 1.21, (5 + 8) * 1.331, (5 + 8) * 1.4641, 8 * 1.61051]
    assert list(found.series("credits.verification_spent")[2:6]) == pytest.approx(spent)
    assert found.series("party_verifier.received") == pytest.approx(found.series("credits.verification_spent"))
    assert found.value("master_check") == 1


def test_without_a_contract_nothing_is_earned_and_a_late_project_has_its_crediting_period_in_full() -> None:
    terms = {key: value for key, value in CREDITS.items() if key not in ("price", "contract")}
    assert sized({"revenue.credits": terms}).series("credits.revenue").sum() == 0
    late = held(carbon(), {"timing.delay_months": 6})
    assert list(late.series("credits.emissions_saved")[1:7]) == pytest.approx([0, 400, 800, 800, 400, 0])
