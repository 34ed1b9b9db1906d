"""What moves a figure works together in a stated order, and stays within the bounds of the figure."""

import numpy as np
import pytest

from finmodel.analysis.levers import Lever, lever
from finmodel.analysis.simulation.moving import Effect, Moved
from tests.uncertain_case import results

AMOUNT = lever(results().inputs, "revenue.payment.amount")
YES, NO = np.array([1.0, 1.0]), np.array([0.0, 0.0])
FIRST = np.array([1.0, 0.0])
"""Happens in the first of two scenarios."""


def moved(*effects: Effect, figure: Lever = AMOUNT, whole: bool = False) -> Moved:
    return Moved(figure, effects, whole)


def test_factors_multiply_and_additions_add_after_them_whatever_the_order() -> None:
    effects = [Effect("a", "add", (10.0,)), Effect("b", "times", (0.5,)), Effect("c", "times", (0.8,))]
    for order in (effects, effects[::-1]):
        values, beyond = moved(*order).values({"a": FIRST, "b": YES, "c": FIRST})
        assert values.tolist() == pytest.approx([300 * 0.5 * 0.8 + 10, 300 * 0.5])
        assert beyond == 0


def test_of_several_settings_the_last_named_wins_where_it_happens() -> None:
    effects = (Effect("a", "value", (100.0,)), Effect("b", "value", (200.0,)), Effect("c", "times", (2.0,)))
    assert moved(*effects).values({"a": YES, "b": FIRST, "c": YES})[0].tolist() == [400, 200]


def test_a_variable_is_a_factor_an_amount_or_the_value() -> None:
    drawn = np.array([0.9, 1.2])
    for way, expected in (("times", [270, 360]), ("add", [300.9, 301.2]), ("value", [0.9, 1.2])):
        assert moved(Effect("x", way)).values({"x": drawn})[0].tolist() == pytest.approx(expected)


def test_values_beyond_the_bounds_are_held_and_counted() -> None:
    values, beyond = moved(Effect("x", "add")).values({"x": np.array([-301.0, 5.0])})
    assert (values.tolist(), beyond) == ([0, 305], 1)


def test_whole_figures_have_no_fractions() -> None:
    delay = lever(results().inputs, "timing.delay_months")
    values, _ = moved(Effect("x", "value"), figure=delay, whole=True).values({"x": np.array([2.4, 2.5])})
    assert values.tolist() == [2, 3]


def test_a_figure_by_year_moves_in_each_year() -> None:
    by_year = {"revenue.payment.amount": {"by_year": {2027: 300, 2030: 400}}}
    figure = lever(results(by_year).inputs, "revenue.payment.amount")
    factors = np.linspace(1, 2, figure.base.shape[0])[:, np.newaxis] * [1.0, 1.0]
    values, _ = moved(Effect("p", "times"), Effect("r", "add", (1.0,) * len(factors)), figure=figure).values(
        {"p": factors, "r": FIRST}
    )
    np.testing.assert_allclose(values, figure.base * factors + [[1.0, 0.0]])


@pytest.mark.parametrize(("way", "half"), [("times", 0.7), ("add", 1 + 0.2 / 300), ("value", (300 + 0.4) / 600)])
def test_an_event_holds_for_the_part_of_a_position_in_which_it_lasts(way: str, half: float) -> None:
    """A factor of 0.4, an amount of 0.4 and a value of 0.4, in no, half and all of a position."""
    lasting = np.array([[0.0, 0.5, 1.0]])
    values = moved(Effect("strike", way, (0.4,))).values({"strike": lasting})[0].reshape(-1)
    whole = {"times": 0.4, "add": 1 + 0.4 / 300, "value": 0.4 / 300}[way]
    assert values.tolist() == pytest.approx([300, 300 * half, 300 * whole])
