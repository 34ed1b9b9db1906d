"""Allocations, results and claims name what the case has, in years that the model has."""

from pathlib import Path
from typing import Any

import pytest

from tests.inputs.green_heading import problems


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (
            "allocations.solar_2028.instrument",
            "seniour",
            "there is no seniour under facilities or bonds; did you mean s",
        ),
        ("allocations.solar_2028.project", "wind", "there is no wind under green.projects; add it there, or write one"),
        ("allocations.solar_2028.year", 2050, "2050 is outside the model; give a year from 2027 to 2033"),
        ("allocations.solar_2028.amount", -1, "-1 is below 0; write 0 or more"),
        ("results.solar_ghg_2029.indicator", "heat", "there is no heat under green.projects.solar; add it there"),
        ("results.solar_ghg_2029.year", 2020, "2020 is outside the model"),
        ("claims.solar_avoids.indicator", "heat_saved", "there is no heat_saved under green.projects.solar"),
        ("claims.bond_avoids.indicator", "heat_saved", "there is no heat_saved under the projects' indicators"),
        ("claims.bond_avoids.instrument", "junior", "there is no junior under facilities or bonds"),
    ],
)
def test_what_is_not_there_is_told_where_it_is_named(path: str, value: Any, message: str, tmp_path: Path) -> None:
    (found,) = problems(tmp_path, {path: value})
    assert found.startswith(f"green.{path}: {message}")


def test_a_claim_about_the_whole_may_name_money_a_kind_or_gases(tmp_path: Path) -> None:
    for indicator in ("allocated", "electricity_generated", "other", "ghg"):
        assert problems(tmp_path, {"claims.bond_avoids.indicator": indicator}) == []
