"""Issued: look-back and the time of allocation of a bond are counted from the day of its issue."""

import pytest

from tests.model.green_issuance import GREEN_ISSUE
from tests.model.small_case import serial
from tests.model.small_issuance import issued


def test_proceeds_of_a_bond_come_from_the_day_of_its_issue() -> None:
    """Issued on 15 September 2026; refinanced spending from 10 September 2024, 24 months and 5 of 31 days before."""
    found = issued(
        GREEN_ISSUE
        | {
            "green.projects.roofs.refinanced_share": 0.5,
            "green.projects.roofs.spent_from": "2024-09-10",
            "green.management.look_back_months": 24,
            "green.management.allocation_months": 12,
        }
    )
    assert found.value("proceeds_of_first.proceeds_from") == serial(2026, 9, 15)
    assert found.value("proceeds_of_first.allocate_by") == serial(2027, 9, 14)
    assert found.value("financed_roofs_by_first.months_looked_back") == pytest.approx(24 + 5 / 31)
    assert found.value("financed_roofs_by_first.look_back_exceeded") == 1


@pytest.mark.parametrize(("spent", "exceeded"), [("2026-02-28", 0), ("2026-02-27", 1)])
def test_where_a_month_has_no_such_day_its_last_day_is_whole_months_back(spent: str, exceeded: int) -> None:
    """Six months before 31 August 2026 is 28 February: a day earlier is too early, that day is not."""
    found = issued(
        GREEN_ISSUE
        | {
            "issuance.issue_date": "2026-08-31",
            "green.projects.roofs.refinanced_share": 0.5,
            "green.projects.roofs.spent_from": spent,
            "green.management.look_back_months": 6,
        }
    )
    assert found.value("financed_roofs_by_first.look_back_exceeded") == exceeded
