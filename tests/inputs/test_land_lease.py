"""What is said of land to let that is none."""

from pathlib import Path

import pytest

from tests.inputs.good_case import said


def test_land_needs_an_area_a_year_and_a_rent(tmp_path: Path) -> None:
    assert said(tmp_path, overrides=["revenue.plots={type: land_lease, area: 5, rent: 0.5}"]) == []


@pytest.mark.parametrize(
    ("terms", "place", "what"),
    [
        ("area: -5", "area", "-5 is below 0"),
        ("area: 0", "area", "no land is put on the market"),
        ("area: 5, vacancy: 100 %", "vacancy", "all of it stays vacant"),
        ("area: 5, take_up: 120 %", "take_up", "above 100 %"),
        ("area: 5, ended: -1 %", "ended", "below 0 %"),
    ],
)
def test_each_misuse_is_told_where_it_stands(tmp_path: Path, terms: str, place: str, what: str) -> None:
    (message,) = said(tmp_path, overrides=[f"revenue.plots={{type: land_lease, rent: 0.5, {terms}}}"])
    assert f"revenue.plots.{place}: " in message
    assert what in message
