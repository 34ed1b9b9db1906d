"""Given schedule: the stated share with each repayment."""

import pytest

from tests.model.small_case import sized


def principal(schedule: list[float], **more: object) -> list[float]:
    changes = {
        "facilities.senior.sizing": {"amount": 600.0},
        "facilities.senior.repayment": {"profile": "given", "schedule": schedule},
        **{f"facilities.senior.{name}": value for name, value in more.items()},
    }
    return [float(amount) for amount in sized(changes).series("senior.scheduled_principal")[2:8]]


def test_each_repayment_is_its_stated_share() -> None:
    assert principal([0.05, 0.10, 0.15, 0.20, 0.25, 0.25]) == pytest.approx([30, 60, 90, 120, 150, 150])


def test_a_short_schedule_ends_the_debt_before_maturity() -> None:
    assert principal([0.5, 0.5]) == pytest.approx([300, 300, 0, 0, 0, 0])


def test_shares_are_counted_from_the_first_repayment_after_grace() -> None:
    assert principal([0.5, 0.5], grace_months=24) == pytest.approx([0, 0, 300, 300, 0, 0])
