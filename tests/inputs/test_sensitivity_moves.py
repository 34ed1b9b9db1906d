"""Moves are read with their figures, and their ends never take a figure out of its bounds."""

from __future__ import annotations

from typing import Any

import pytest

from finmodel.inputs.sensitivity_moves import (
    base_level,
    found_figures,
    made,
    moved_case,
    moved_value,
    outside,
    read_ends,
    unmovable,
)
from finmodel.inputs.text import Text
from finmodel.units import Unit
from tests.model.small_case import small
from tests.modelled import case_of

CASE = case_of(small({"capex.plant.contingency": 0.1, "opex.staff.unit_cost": {"by_year": {2027: 10, 2028: 12}}}))


def figures(*patterns: str) -> list[Any]:
    return [named for pattern in patterns for named in found_figures(CASE, pattern)]


def test_a_pattern_finds_all_figures_that_fit_and_no_switches() -> None:
    assert [named.path for named in figures("capex.*.overrun")] == [("capex", "plant", "overrun")]
    assert figures("timing.delay_extends_concession") == []
    assert figures("capex.plant") == []


def test_what_fits_nothing_is_said_with_the_nearest_path() -> None:
    assert unmovable(CASE, "capex.plnt.overrun")[1] == "did you mean capex.plant.overrun?"
    assert "fits no figure" in unmovable(CASE, "grants.*.amount")[0]


@pytest.mark.parametrize(
    ("way", "raw", "ends"),
    [("times", [0.9, "110 %"], (0.9, 1.1)), ("add", ["-10 %", 0.1], (-0.1, 0.1)), ("to", [0, "25 %"], (0, 0.25))],
)
def test_ends_are_read_in_the_unit_of_the_figures(way: str, raw: list[Any], ends: tuple[float, float]) -> None:
    assert read_ends(raw, way, figures("capex.plant.contingency")) == (ends, [])


@pytest.mark.parametrize(
    ("way", "raw", "path", "said"),
    [
        ("times", 0.9, "capex.plant.contingency", "no pair of ends"),
        ("times", [0.9, 1.0, 1.1], "capex.plant.contingency", "no pair of ends"),
        ("times", [1.1, 0.9], "capex.plant.contingency", "leaves no way between its ends"),
        ("add", ["a", 1], "capex.plant.contingency", "is text"),
        ("times", [0.9, 1.1], "timing.construction_months", "a factor leaves fractions"),
        ("add", [0.5, 6], "timing.construction_months", "is a whole number"),
        ("add", [-0.2, 0.1], "capex.plant.contingency", "beyond its bound of 0 %"),
        ("to", [0, 2], "capex.plant.contingency", "beyond its bound of 100 %"),
    ],
)
def test_ends_that_cannot_be_are_said(way: str, raw: Any, path: str, said: str) -> None:
    _, troubles = read_ends(raw, way, figures(path))
    assert said in troubles[0].what


def test_a_move_says_at_which_level_the_case_stands() -> None:
    assert base_level("times", figures("opex.staff.unit_cost")) == 1
    assert base_level("add", figures("opex.staff.unit_cost")) == 0
    assert base_level("to", figures("capex.plant.contingency")) == 0.1
    assert base_level("to", figures("opex.staff.unit_cost")) is None


def test_a_move_knows_its_figures_its_unit_and_whether_it_is_whole() -> None:
    move = made("delay", Text("Delay"), figures("timing.delay_months"), "add", (0, 6))
    assert (move.figures, move.unit, move.whole, move.ends) == (("timing.delay_months",), Unit.MONTHS, True, (0, 6))
    assert made("dear", Text("Dear"), figures("capex.plant.unit_cost"), "times", (1, 2)).unit is Unit.NUMBER


def test_a_case_is_moved_in_all_years_of_a_figure() -> None:
    changed = moved_case(CASE, figures("opex.staff.unit_cost", "capex.plant.contingency"), "times", 2)
    assert changed.opex["staff"].unit_cost.by_year == ((2027, 20), (2028, 24))
    assert changed.capex["plant"].contingency.number == 0.2


def test_a_number_is_moved_by_a_factor_an_amount_or_to_a_value() -> None:
    assert [moved_value(3, way, 2) for way in ("times", "add", "to")] == [6, 5, 2]


def test_a_bound_that_would_be_left_is_named() -> None:
    (contingency,) = figures("capex.plant.contingency")
    assert outside(contingency, "times", 11) == 1
    assert outside(contingency, "times", 10) is None
    assert outside(contingency, "add", -0.2) == 0
