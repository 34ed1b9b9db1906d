"""Lock-up on the future: the lenders' forecast for the months that follow."""

import pytest

from finmodel.model.lockup_forward import lockup_forward
from tests.model.small_case import held
from tests.oracles.sections import run_parts


def test_forecast_and_debt_service_of_the_coming_year_are_compared() -> None:
    found = run_parts(
        [lockup_forward.part()],
        6,
        {
            "lockup_months": 12.0,
            "period_months": 6.0,
            "counter": [1, 2, 3, 4, 5, 6],
            "period_count": 6.0,
            "sizing_cfads": [5, 50, 60, 70, 80, 90],
            "in_service_flag": [0, 1, 1, 1, 1, 0],
            "scheduled_debt_service_cumulative": [0, 40, 80, 130, 180, 180],
        },
    )
    assert list(found.series("lockup_cfads")) == pytest.approx([0, 130, 150, 80, 0, 0])
    assert list(found.series("lockup_debt_service")) == pytest.approx([0, 90, 100, 50, 0, 0])


def test_a_bad_year_ahead_locks_the_year_before_it_and_not_the_year_itself() -> None:
    contract = {
        "facilities.senior.sizing": {"amount": 600.0},
        "facilities.senior.repayment": {"profile": "equal"},
        "distributions": {"lockup_dscr": 1.2, "lockup_test": "forward"},
    }
    found = held(contract, {"revenue.payment.amount": {"by_year": {2027: 300, 2031: 210, 2032: 300}}})
    assert list(found.series("lockup_flag")[2:6]) == [0, 1, 0, 0]
    assert found.series("arrears").max() == pytest.approx(0)
