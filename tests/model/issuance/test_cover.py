"""Cover of an issuance and its limits, by hand."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.model.small_issuance import BOND, issued

ISSUER = {"revenue": 2000.0, "spending": 1700.0, "other_debt": 400.0, "other_debt_service": 30.0}


def test_service_of_a_calendar_year_meets_the_revenue_of_the_year() -> None:
    run = issued({"issuer": ISSUER})
    flags = run.series("service_year_flag")
    assert run.series("calendar_year").tolist() == [2026, 2027, 2027, 2028, 2028, 2029, 2029, 2030]
    assert flags.tolist() == [0, 0, 1, 0, 1, 0, 1, 0]
    assert run.series("all_service_of_year").tolist() == pytest.approx([0, 0, 150, 0, 150, 0, 1150, 0])
    assert run.series("issuer_cover")[2] == pytest.approx(300 / 150)
    assert run.value("issuer_cover_minimum") == pytest.approx(300 / 1150)
    assert run.value("service_to_revenue_highest") == pytest.approx(1150 / 2000)
    assert run.value("debt_to_revenue_highest") == pytest.approx(1400 / 2000)


def test_a_sinking_fund_is_borne_while_it_is_filled_and_not_when_it_redeems() -> None:
    run = issued({"issuer": ISSUER, "bonds.first.redemption": {"profile": "sinking_fund"}})
    instalment = 1000 / 6
    years = [0, 0, 120 + 2 * instalment + 30, 0, 120 + 2 * instalment + 30, 0, 120 + 2 * instalment + 30, 0]
    assert run.series("all_service_of_year").tolist() == pytest.approx(years)
    assert run.value("issuer_cover_minimum") == pytest.approx(300 / (150 + 2 * instalment))


def test_limits_of_an_issuer_say_by_how_much_they_are_broken() -> None:
    limits = {"highest_service_to_revenue": 0.10, "highest_debt_to_revenue": 0.60, "lowest_cover": 1.5}
    run = issued({"issuer": ISSUER | limits})
    assert run.value("service_limit_check") == pytest.approx(1150 - 200)
    assert run.value("debt_limit_check") == pytest.approx(1400 - 1200)
    assert run.value("cover_limit_check") == 1
    held = issued({"issuer": ISSUER | {"highest_service_to_revenue": 0.6, "highest_debt_to_revenue": 0.7}})
    assert held.value("service_limit_check") == held.value("debt_limit_check") == 0


def test_service_counts_in_the_calendar_year_of_its_payment() -> None:
    run = issued({"issuer": ISSUER, "bonds.first.maturity_date": "2029-01-15"})
    assert run.series("calendar_year").tolist() == [2026, 2027, 2027, 2028, 2028, 2029]
    assert run.series("service_next_year").tolist() == pytest.approx([40, 0, 60, 0, 1060, 0])
    assert run.series("all_service_of_year").tolist() == pytest.approx([0, 0, 40 + 60 + 30, 0, 120 + 30, 1060 + 30])


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 400), st.integers(500, 2500), st.sampled_from(["month", "quarter", "half_year", "year"]))
def test_whatever_the_days_each_year_has_the_service_paid_in_it(issue: int, life: int, period: str) -> None:
    issued_on = date(2026, 3, 1) + timedelta(days=issue)
    bond = BOND | {"maturity_date": (issued_on + timedelta(days=life)).isoformat(), "coupons_a_year": 1}
    run = issued(
        {"issuer": ISSUER, "bonds.first": bond, "issuance.issue_date": issued_on.isoformat(), "issuance.period": period}
    )
    days, paid = run.series("first.payment_date"), run.series("first.bond_service")
    at_ends = run.series("issuer_year_end") == 1
    for year, service in zip(
        run.series("calendar_year")[at_ends], run.series("service_this_year")[at_ends], strict=True
    ):
        of_year = [amount for day, amount in zip(days, paid, strict=True) if _year(day) == year]
        assert service == pytest.approx(sum(of_year))
    assert run.series("service_this_year")[at_ends].sum() == pytest.approx(paid.sum())


def _year(serial: float) -> int:
    return (date(1899, 12, 30) + timedelta(days=int(serial))).year
