"""Unit capacity: a fixed profile is as large as its weakest period can serve, grace included."""

import pytest

from finmodel.model.sizing.unit_capacity import unit_capacity
from tests.model.small_case import sized
from tests.oracles.sections import run_parts


def test_the_weakest_period_decides() -> None:
    """One unit costs 0.6, 0.55 and nothing; after fees 50, 44 and 90 are there: 83.3 and 80 can be carried."""
    found = run_parts(
        [unit_capacity.part()],
        3,
        {
            "unit_opening": [1, 0.5, 0],
            "unit_principal": [0.5, 0.5, 0],
            "period_rate": 0.10,
            "service_flag": 1.0,
            "target_debt_service": [60, 50, 100],
            "scheduled_fees": [10, 6, 10],
        },
    )
    assert list(found.series("carried")[:2]) == pytest.approx([50 / 0.6, 44 / 0.55])
    assert found.value("service_capacity") == pytest.approx(80)


def test_interest_in_grace_must_be_covered_too() -> None:
    """In 2029 only 65 is there: 50 at the target cover, the interest on 500."""
    found = sized(
        {
            "revenue.payment.amount": {"by_year": {2027: 115, 2030: 300}},
            "facilities.senior.grace_months": 12,
            "facilities.senior.sizing": {"dscr": 1.3},
            "facilities.senior.repayment": {"profile": "equal"},
        }
    )
    assert found.value("senior.commitment") == pytest.approx(500)
    assert found.series("dscr")[2] == pytest.approx(1.3)


def test_no_period_of_service_carries_no_debt() -> None:
    given = {"unit_opening": 0.0, "unit_principal": 0.0, "period_rate": 0.1, "service_flag": 0.0}
    found = run_parts([unit_capacity.part()], 2, {**given, "target_debt_service": 10.0, "scheduled_fees": 0.0})
    assert found.value("service_capacity") == 0
