"""Lock-up of one facility: cover of its rank and better ones, behind or ahead, stops distributions of the deal."""

from typing import Any

import pytest

from tests.model.prepayment.deals import EQUAL, JUNIOR
from tests.model.small_case import held, sized

YEARS = {"revenue.payment.amount": {"by_year": {2027: 300.0, 2031: 190.0, 2032: 300.0}}}
"""CFADS of 140 in 2031 and 250 otherwise; senior debt service of 160, 150, 140, 130 and so on."""


def senior(**covenants: Any) -> dict[str, Any]:
    return {**EQUAL, "facilities.senior.covenants": covenants}


def test_cover_below_the_facilitys_level_locks_up_the_deal() -> None:
    found = held(senior(lockup_dscr=1.2), YEARS)
    assert list(found.series("senior.covenant_lockup_flag")[2:6]) == [0, 0, 1, 0]
    assert list(found.series("lockup_flag")[2:6]) == [0, 0, 1, 0]
    assert found.series("distributions_paid")[4] == 0


def test_over_two_years_a_bad_one_counts_twice() -> None:
    """250 + 140 over 150 + 140 = 1.34; 140 + 250 over 140 + 130 = 1.44."""
    found = held(senior(lockup_dscr=1.4, lockup_months=24), YEARS)
    assert found.series("senior.covenant_lockup_cfads")[4:6] == pytest.approx([390, 390])
    assert found.series("senior.covenant_lockup_service")[4:6] == pytest.approx([290, 270])
    assert list(found.series("senior.covenant_lockup_flag")[3:6]) == [0, 1, 0]


def test_a_forward_test_looks_at_the_forecast_of_the_months_ahead() -> None:
    """At the end of 2030 the forecast for 2031 covers its 140 by 1.00; what went before does not matter."""
    found = sized({**senior(lockup_dscr=1.2, lockup_test="forward"), **YEARS})
    assert list(found.series("senior.covenant_lockup_flag")[2:6]) == [0, 1, 0, 0]


def test_a_junior_facility_is_tested_on_its_rank_and_better_ones() -> None:
    """250 ÷ (160 + 32) = 1.30 for the junior lender, 1.56 for the senior one."""
    junior = {**EQUAL, "facilities.second": {**JUNIOR, "covenants": {"lockup_dscr": 1.4}}}
    found = sized(junior)
    assert found.series("second.covenant_lockup_service")[2] == pytest.approx(192)
    assert list(found.series("second.covenant_lockup_flag")[2:5]) == [1, 1, 0]


def test_a_loan_that_is_prepaid_locks_nothing_up() -> None:
    swept = {"facilities.senior.sweep": {"share": 1.0}, **senior(lockup_dscr=9.0)}
    assert list(sized(swept).series("lockup_flag")[2:8]) == [1, 1, 1, 0, 0, 0]
    ahead = {"facilities.senior.sweep": {"share": 1.0}, **senior(lockup_dscr=9.0, lockup_test="forward")}
    assert list(sized(ahead).series("lockup_flag")[2:8]) == [1, 1, 1, 0, 0, 0]
