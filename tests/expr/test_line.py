"""Lines and inputs: records that hold one definition each and cannot change."""

from dataclasses import FrozenInstanceError

import pytest

from finmodel.expr.line import Line, Shape, Variable
from finmodel.expr.nodes import Constant
from finmodel.units import Unit


def line(**more: object) -> Line:
    return Line("cost", "Cost", Unit.MONEY, Shape.SERIES, Constant(1.0), **more)  # type: ignore[arg-type]


def test_a_line_with_a_first_guess_is_solved() -> None:
    assert line(guess=Constant(0.0)).solved
    assert not line().solved


def test_a_line_of_an_instance_is_shown_with_the_instance_before_it() -> None:
    assert line(instance="poles", instance_label="Poles").full_label == "Poles: Cost"
    assert line().full_label == "Cost"


def test_an_input_is_a_single_value_unless_said_otherwise() -> None:
    assert Variable("price", "Price", Unit.MONEY).shape is Shape.SCALAR


def test_lines_and_inputs_cannot_be_changed() -> None:
    with pytest.raises(FrozenInstanceError):
        line().name = "other"  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        Variable("price", "Price", Unit.MONEY).name = "other"  # type: ignore[misc]
