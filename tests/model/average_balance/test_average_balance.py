"""Interest on the average balance: every profile in closed form, and cover that is met."""

from typing import Any

import numpy as np
import pytest

from tests.model.currency.deals import DOLLARS
from tests.model.small_case import held, sized

AVERAGE: dict[str, Any] = {"facilities.senior.interest_on": "average_balance"}
COVER: dict[str, Any] = {"facilities.senior.sizing": {"dscr": 1.3, "tax": "unlevered"}}
FALLING: dict[str, Any] = {"revenue.payment.amount": {"by_year": {2027: 330.0, 2031: 300.0, 2033: 270.0}}}


@pytest.mark.parametrize("profile", ["sculpted", "annuity", "equal", "balloon"])
@pytest.mark.parametrize("currency", [{}, DOLLARS], ids=["tenge", "dollars"])
def test_interest_is_that_of_the_mean_of_opening_and_closing_balance(profile: str, currency: dict[str, Any]) -> None:
    repayment = {"profile": profile, "balloon": 0.3}
    found = sized({**AVERAGE, **COVER, **FALLING, **currency, "facilities.senior.repayment": repayment})
    mean = (found.series("senior.opening") + found.series("senior.closing")) / 2
    assert list(found.series("senior.interest_paid")[2:8]) == pytest.approx(list(0.10 * mean[2:8]))
    assert found.value("dscr_minimum") == pytest.approx(1.3)
    assert found.series("senior.closing")[7] == pytest.approx(0, abs=1e-9)
    assert found.value("master_check") == 1


def test_equal_parts_by_hand() -> None:
    """600 repaid at 100 a year: in the first year 10 % of 550."""
    sizing = {"facilities.senior.sizing": {"amount": 600.0}, "facilities.senior.repayment": {"profile": "equal"}}
    found = sized({**AVERAGE, **sizing})
    assert list(found.series("senior.scheduled_interest")[2:8]) == pytest.approx([55, 45, 35, 25, 15, 5])


def test_an_annuity_is_level_and_worth_its_loan_as_iteration_finds_it() -> None:
    sizing = {"facilities.senior.sizing": {"amount": 600.0}, "facilities.senior.repayment": {"profile": "annuity"}}
    found = sized({**AVERAGE, **sizing})
    service = found.series("senior.scheduled_interest") + found.series("senior.scheduled_principal")
    assert list(service[2:8]) == pytest.approx([service[2]] * 6)
    balance = 600.0
    for _ in range(6):
        closing = balance
        for _ in range(60):
            closing = balance - (service[2] - 0.10 * (balance + closing) / 2)
        balance = closing
    assert balance == pytest.approx(0, abs=1e-6)


def test_sculpted_debt_follows_cash_flow_and_llcr_equals_dscr() -> None:
    found = sized({**AVERAGE, **COVER, **FALLING})
    assert list(found.series("dscr")[2:8]) == pytest.approx([1.3] * 6)
    assert list(found.series("llcr")[2:8]) == pytest.approx([1.3] * 6)


def test_the_limit_on_cover_over_the_loan_life_is_met() -> None:
    changes = {"facilities.senior.sizing": {"llcr": 1.45}, "facilities.senior.repayment": {"profile": "equal"}}
    assert sized({**AVERAGE, **changes}).series("llcr")[2] == pytest.approx(1.45)


def test_more_debt_is_carried_than_on_the_opening_balance() -> None:
    assert sized({**AVERAGE, **COVER}).value("senior.commitment") > 1.03 * sized(COVER).value("senior.commitment")


def test_what_is_overdue_bears_interest_of_the_whole_period() -> None:
    """Nothing is earned in 2030: the 100 due then are overdue in 2031, and 350 on average bear interest beside them."""
    sizing = {"facilities.senior.sizing": {"amount": 600.0}, "facilities.senior.repayment": {"profile": "equal"}}
    years = {year: 0.0 if year == 2030 else 300.0 for year in range(2027, 2038)}
    found = held({**AVERAGE, **sizing}, {"revenue.payment.amount": {"by_year": years}})
    assert found.series("senior.interest")[4] == pytest.approx(0.10 * (400 - 50) + 0.10 * 100)
    assert np.isclose(found.series("senior.opening")[4], 500)
    assert found.value("master_check") == 1


def test_cover_over_the_loan_life_of_loans_of_both_kinds_is_that_of_their_debt_service() -> None:
    """Cash flow is 1.4 times debt service in every period: so is its value, discounted as the two loans charge."""
    second = {"type": "term_loan", "base_rate": 0.16, "day_count": "30_360", "tenor_months": 96,
              "sizing": {"amount": 200.0}, "repayment": {"profile": "annuity"}}  # fmt: skip
    sculpted = {"facilities.senior.sizing": {"dscr": 1.4, "tax": "unlevered"}, "facilities.another": second}
    found = sized({**AVERAGE, **sculpted})
    for cover in ("dscr", "llcr"):
        assert list(found.series(cover)[2:8]) == pytest.approx([found.series("dscr")[2]] * 6), cover
