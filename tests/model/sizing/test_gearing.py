"""Gearing limit: a share of everything that must be paid for, fees and interest included."""

import pytest

from tests.model.small_case import sized


def test_debt_is_the_share_of_all_uses() -> None:
    found = sized({"facilities.senior.sizing": {"dscr": 1.1, "gearing": 0.6}})
    assert found.value("senior.commitment") == pytest.approx(0.6 * found.series("uses").sum())
    assert found.value("senior.gearing_capacity") == pytest.approx(found.value("senior.commitment"))


def test_dearer_works_carry_more_debt() -> None:
    dear = sized({"facilities.senior.sizing": {"dscr": 1.1, "gearing": 0.6}, "capex.plant.unit_cost": 1100.0})
    assert dear.value("senior.commitment") == pytest.approx(0.6 * (1100 + 0.6 * 550 * 0.10))
