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


@pytest.mark.parametrize(("other", "waits"), [("2032-09-15", 190), ("2028-09-15", 0)])
def test_money_of_a_matured_bond_that_waits_while_another_is_owed_is_told(other: str, waits: float) -> None:
    """Of 990, 800 are allocated; the bond matures in September 2029, the other one before or after it."""
    found = issued(GREEN_ISSUE | {"bonds.plain.maturity_date": other})
    assert found.value("proceeds_of_first.matured_unallocated") == pytest.approx(waits)


def test_nothing_waits_once_all_of_a_matured_bond_is_allocated() -> None:
    """The rest is allocated in the calendar year of maturity, which is soon enough."""
    rest = {"instrument": "first", "project": "roofs", "year": 2029, "amount": 190.0}
    found = issued(GREEN_ISSUE | {"bonds.plain.maturity_date": "2032-09-15", "green.allocations.in_2029": rest})
    assert found.value("proceeds_of_first.matured_unallocated") == pytest.approx(0)
