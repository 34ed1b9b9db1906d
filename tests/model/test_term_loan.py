"""The term loan: fees, interest by its day count, what falls due when, and the account when things go otherwise."""

import pytest

from tests.model.small_case import held, sized

EQUAL = {
    "facilities.senior.sizing": {"amount": 600.0},
    "facilities.senior.repayment": {"profile": "equal"},
    "facilities.senior.default_margin": 0.02,
}
"""600 at 10 %, drawn over two years, 100 repaid in each of six years."""


def test_the_upfront_fee_is_paid_at_close_on_the_commitment() -> None:
    found = sized({**EQUAL, "facilities.senior.upfront_fee_rate": 0.015})
    assert list(found.series("senior.upfront_fee")[:3]) == pytest.approx([9, 0, 0])


def test_the_commitment_fee_is_charged_on_what_is_not_drawn_at_the_start_of_a_period_of_construction() -> None:
    found = sized({**EQUAL, "facilities.senior.commitment_fee_rate": 0.01})
    drawn = found.series("senior.drawdown")[0]
    assert list(found.series("senior.commitment_fee")[:3]) == pytest.approx([6, (600 - drawn) * 0.01, 0])


def test_interest_during_construction_is_a_use_of_funds() -> None:
    found = sized(EQUAL)
    drawn = found.series("senior.drawdown")[0]
    assert found.series("senior.interest_during_construction")[1] == pytest.approx(drawn * 0.10)
    assert found.series("uses")[1] == pytest.approx(500 + drawn * 0.10)
    assert found.series("senior.interest_paid")[1] == 0


@pytest.mark.parametrize(("day_count", "years"), [("act_365", 184 / 365), ("act_360", 184 / 360), ("30_360", 0.5)])
def test_interest_of_a_half_year_follows_the_day_count(day_count: str, years: float) -> None:
    """600 are owed when operation begins on 1 July 2029; the half-year has 184 days."""
    found = sized(
        {
            **EQUAL,
            "timing.start": "2027-07-01",
            "timing.period": "half_year",
            "facilities.senior.day_count": day_count,
            "facilities.senior.base_rate": 0.08,
            "facilities.senior.margin": 0.02,
        }
    )
    assert found.series("senior.scheduled_opening")[4] == pytest.approx(600)
    assert found.series("senior.scheduled_interest")[4] == pytest.approx(600 * 0.10 * years)


def test_a_rate_by_year_is_that_of_the_year_in_which_the_period_begins() -> None:
    found = sized({**EQUAL, "facilities.senior.base_rate": {"by_year": {2027: 0.12, 2030: 0.08}}})
    assert list(found.series("senior.period_rate")[:5]) == pytest.approx([0.12, 0.12, 0.12, 0.08, 0.08])


def test_the_agency_fee_runs_while_the_loan_is_in_service() -> None:
    found = sized({**EQUAL, "facilities.senior.agency_fee_amount": 2.0})
    assert list(found.series("senior.agency_fee")) == pytest.approx([0, 0, 2, 2, 2, 2, 2, 2, 0, 0, 0])


def test_months_of_grace_bear_interest_and_no_principal() -> None:
    found = sized({**EQUAL, "facilities.senior.grace_months": 24})
    assert list(found.series("senior.scheduled_principal")) == pytest.approx([0, 0, 0, 0, 150, 150, 150, 150, 0, 0, 0])
    assert list(found.series("senior.scheduled_interest")[2:5]) == pytest.approx([60, 60, 60])


def test_grace_that_ends_inside_a_period_ends_with_the_period() -> None:
    found = sized({**EQUAL, "facilities.senior.grace_months": 6})
    assert found.series("senior.repayment_flag")[2] == 1


def test_a_tenor_that_ends_inside_a_period_ends_with_the_period_before() -> None:
    found = sized({**EQUAL, "facilities.senior.tenor_months": 90})
    assert list(found.series("senior.service_flag")) == [0, 0, 1, 1, 1, 1, 1, 0, 0, 0, 0]
    assert found.series("senior.scheduled_principal")[6] == pytest.approx(120)


def test_interest_of_the_period_of_completion_is_capitalised_and_service_begins_with_the_next() -> None:
    found = sized({**EQUAL, "timing.construction_months": 18, "timing.operation_months": 102})
    assert found.series("completion_flag")[1] == 1
    assert found.series("operation_share")[1] == pytest.approx(0.5)
    assert found.series("senior.interest_during_construction")[1] > 0
    assert found.series("senior.scheduled_interest")[1] == 0
    assert list(found.series("senior.service_flag")[:4]) == [0, 0, 1, 1]


def test_a_delay_lets_principal_fall_due_while_construction_goes_on() -> None:
    """A year late: the first 100 are due in 2029 with no income yet; they stay unpaid and bear default interest."""
    found = held(EQUAL, {"timing.delay_months": 12, "timing.delay_extends_concession": True})
    assert found.series("construction_flag")[2] == 1
    assert found.series("senior.scheduled_principal")[2] == pytest.approx(100)
    assert found.series("senior.principal_paid")[2] == pytest.approx(0, abs=1e-9)
    assert found.series("arrears")[2] == pytest.approx(100)
    assert found.series("default_flag")[2] == 1
    assert found.series("senior.default_interest")[3] == pytest.approx(100 * 0.02)
    owed = found.series("senior.scheduled_closing")[2] + 100
    assert found.series("senior.interest_due")[3] == pytest.approx(owed * 0.10 + 2)
    assert found.series("senior.principal_due")[3] == pytest.approx(200)
    assert found.value("master_check") == 1


def test_unpaid_interest_bears_interest_and_the_default_margin() -> None:
    """No cash in 2029: 60 of interest and 100 of principal are overdue; a year later they cost 7.2 and 2 more."""
    years = {2027: 300, 2029: 50, 2030: 300}
    found = held(EQUAL, {"revenue.payment.amount": {"by_year": years}})
    assert found.series("senior.interest_arrears")[2] == pytest.approx(60)
    assert found.series("senior.interest")[3] == pytest.approx(60)
    assert found.series("senior.default_interest")[3] == pytest.approx(60 * 0.12 + 100 * 0.02)
    assert found.series("senior.interest_due")[3] == pytest.approx(60 + 60 + 7.2 + 2)


def test_dearer_works_are_lent_no_more_than_was_committed() -> None:
    found = held(EQUAL, {"capex.plant.overrun": 0.20})
    assert found.series("senior.drawdown").sum() == pytest.approx(600)
    assert found.series("sponsor_support").sum() > 190
    assert list(found.series("senior.scheduled_principal")[2:8]) == pytest.approx([100] * 6)


def test_cheaper_works_draw_less_and_the_last_repayments_are_not_needed() -> None:
    found = held(EQUAL, {"capex.plant.overrun": -0.30})
    drawn = found.series("senior.drawdown").sum()
    assert 400 < drawn < 450
    assert list(found.series("senior.scheduled_principal")[2:8]) == pytest.approx([100] * 4 + [drawn - 400, 0])
    assert found.value("maturity_check") == 0


def test_what_was_drawn_after_its_repayment_date_falls_due_at_maturity_and_is_reported() -> None:
    """Sponsors pay first and construction is two years late: nothing is drawn when the first 100 would be due."""
    contract = {**EQUAL, "funding.drawdown": "equity_first", "facilities.senior.sizing": {"amount": 480.0}}
    found = held(contract, {"timing.delay_months": 24})
    principal = found.series("senior.scheduled_principal")
    assert principal[2] < 80
    assert principal.sum() == pytest.approx(480)
    assert principal[7] == pytest.approx(80 + 80 - principal[2])
    assert found.value("maturity_check") == pytest.approx(80 - principal[2])
    assert found.series("senior.scheduled_closing")[-1] == pytest.approx(0)


def test_dearer_money_raises_interest_and_not_principal() -> None:
    found = held(EQUAL, {"facilities.senior.margin": 0.03})
    assert list(found.series("senior.scheduled_principal")[2:8]) == pytest.approx([100] * 6)
    assert found.series("senior.scheduled_interest")[2] == pytest.approx(600 * 0.13)
    assert found.series("sponsor_support").sum() > 0


def test_debt_that_would_pay_for_everything_is_flagged() -> None:
    assert sized(EQUAL).value("senior.without_equity") == 0
    assert sized({**EQUAL, "facilities.senior.sizing": {"gearing": 1.0}}).value("senior.without_equity") == 1
