"""Balloon: equal parts and a share at maturity; all of it is a bullet."""

import pytest

from tests.model.small_case import sized


def principal(share: float) -> list[float]:
    profile = {"profile": "balloon", "balloon": share}
    found = sized({"facilities.senior.sizing": {"amount": 600.0}, "facilities.senior.repayment": profile})
    return [float(amount) for amount in found.series("senior.scheduled_principal")[2:8]]


def test_the_balloon_is_repaid_with_the_last_of_equal_parts() -> None:
    assert principal(0.4) == pytest.approx([60, 60, 60, 60, 60, 300])


def test_a_bullet_is_repaid_at_maturity_alone() -> None:
    assert principal(1.0) == pytest.approx([0, 0, 0, 0, 0, 600])


def test_a_balloon_of_nothing_is_equal_principal() -> None:
    assert principal(0.0) == pytest.approx([100] * 6)
