"""Look-back: months from the spending that is refinanced to the day from which proceeds come."""

import pytest

from finmodel.engines.numpy_engine import Batch
from tests.model.green.green_deal import green_deal


def spent(day: str, months: int) -> Batch:
    return green_deal(
        green__projects__solar__refinanced_share=0.5,
        green__projects__solar__spent_from=day,
        green__management__look_back_months=months,
    )


@pytest.mark.parametrize(
    ("day", "months", "exceeded"),
    [("2025-01-01", 24, 0), ("2024-12-31", 24, 1), ("2024-12-31", 25, 0), ("2027-01-01", 0, 0)],
)
def test_spending_may_be_as_old_as_the_months_allowed(day: str, months: int, exceeded: int) -> None:
    assert spent(day, months).value("financed_solar_by_senior.look_back_exceeded") == exceeded


@pytest.mark.parametrize(
    ("day", "share", "after"), [("2027-01-02", 0.5, 1), ("2027-01-01", 0.5, 0), ("2027-01-02", 0, 0)]
)
def test_only_what_was_spent_before_the_issue_is_refinanced(day: str, share: float, after: int) -> None:
    found = green_deal(green__projects__solar__refinanced_share=share, green__projects__solar__spent_from=day)
    assert found.value("financed_solar_by_senior.spent_after_issue") == after


def test_months_are_counted_with_the_part_of_one() -> None:
    """From 15 November 2026 to 1 January 2027: two months less 14 of 31 days."""
    found = spent("2026-11-15", 24).value("financed_solar_by_senior.months_looked_back")
    assert found == pytest.approx(2 - 14 / 31)


def test_no_limit_is_held_where_the_framework_states_none() -> None:
    found = green_deal(green__projects__solar__refinanced_share=1.0, green__projects__solar__spent_from="2001-01-01")
    assert "financed_solar_by_senior.look_back_exceeded" not in found.lines
