"""Figures that an analysis moves are found by path, by input or by pattern, and never leave their bounds."""

from __future__ import annotations

import numpy as np
import pytest

from finmodel.analysis.levers import lever, levers_like
from finmodel.errors import UsageError
from finmodel.expr.line import Shape, Variable
from finmodel.inputs.table import InputEntry, InputTable
from finmodel.units import Unit


def entry(path: str, value: float | tuple[float, ...], **words: object) -> InputEntry:
    unit = words.pop("unit", Unit.SHARE)
    variable = Variable(path.replace("capex.", ""), "Label", unit, Shape.SCALAR)  # type: ignore[arg-type]
    return InputEntry(variable, value, path, **words)  # type: ignore[arg-type]


TABLE = InputTable(
    {
        "works.overrun": entry("capex.works.overrun", 0.1, minimum=0.0, maximum=1.0),
        "land.overrun": entry("capex.land.overrun", 0.2),
        "rate": entry("rate", (0.1, 0.2)),
        "kind": entry("kind", 1.0, choices=("a", "b")),
        "switch": entry("switch", 1.0, unit=Unit.FLAG),
    }
)


def test_a_figure_is_moved_by_a_factor_an_amount_or_to_a_value_in_every_scenario() -> None:
    works = lever(TABLE, "capex.works.overrun")
    assert works.times([1.0, 2.0]) == pytest.approx([0.1, 0.2])
    assert works.plus([0.0, 0.5]) == pytest.approx([0.1, 0.6])
    assert works.at([0.3]) == pytest.approx([0.3])


def test_a_figure_by_year_keeps_its_shape_over_the_years() -> None:
    assert np.allclose(lever(TABLE, "rate").times([1.0, 2.0]), [[0.1, 0.2], [0.2, 0.4]])
    assert np.allclose(lever(TABLE, "rate").at([0.3, 0.5]), [[0.3, 0.5], [0.3, 0.5]])


def test_values_are_held_within_the_bounds_and_those_beyond_are_counted() -> None:
    works = lever(TABLE, "capex.works.overrun")
    assert works.plus([-1.0, 2.0]) == pytest.approx([0.0, 1.0])
    assert works.beyond(np.array([-1.0, 0.5, 2.0])) == 2


def test_a_figure_answers_to_the_name_of_its_input_too() -> None:
    assert lever(TABLE, "works.overrun").path == "capex.works.overrun"


def test_a_pattern_moves_all_that_fit() -> None:
    assert [each.path for each in levers_like(TABLE, "capex.*.overrun")] == [
        "capex.works.overrun",
        "capex.land.overrun",
    ]


def test_what_is_no_movable_figure_is_refused_with_the_nearest_one() -> None:
    with pytest.raises(UsageError, match=r"did you mean capex\.works\.overrun"):
        lever(TABLE, "capex.work.overrun")
    with pytest.raises(UsageError):
        lever(TABLE, "kind")
    with pytest.raises(UsageError):
        lever(TABLE, "switch")
    with pytest.raises(UsageError, match="fits no figure"):
        levers_like(TABLE, "opex.*.overrun")
