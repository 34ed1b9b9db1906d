"""The search for fixed points: few passes, each scenario on its own, and never a value that is no solution."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import ArrayLike, NDArray

from finmodel.engines.fixed_point import FixedPoint
from finmodel.errors import NotConvergedError

Array = NDArray[np.float64]
Equations = Callable[..., list[Array]]


def solve(
    equations: Equations, *guesses: ArrayLike, most_passes: int = 200, foresight: bool = True
) -> tuple[list[Array], int]:
    """The solution found from the guesses, and the passes it took."""
    tried = [np.atleast_1d(np.asarray(guess, dtype=np.float64)) for guess in guesses]
    lines = [f"line{n}" for n in range(len(tried))]
    search = FixedPoint(lines, tried[0].size, tolerance=1e-12, most_passes=most_passes, foresight=foresight)
    with np.errstate(over="ignore", invalid="ignore"):
        while not search.settled(tried, equations(*tried)):
            tried = search.following
    return tried, search.passes


def test_an_equation_that_does_not_move_is_solved_at_once() -> None:
    (found,), passes = solve(lambda x: [x], 7.0)
    assert found.tolist() == [7.0]
    assert passes == 1


@pytest.mark.parametrize("gap_left", [-0.7, -0.3, 0.05, 0.1, 0.3, 0.7, 0.9])
def test_a_straight_line_is_solved_in_a_few_passes_whatever_gap_each_pass_leaves(gap_left: float) -> None:
    (found,), passes = solve(lambda x: [100 + gap_left * x], 0.0)
    assert found[0] == pytest.approx(100 / (1 - gap_left), rel=1e-11)
    assert passes <= (4 if abs(gap_left) < 0.8 else 40)


def test_without_foresight_a_loop_that_leaves_a_tenth_of_the_gap_takes_a_digit_a_pass() -> None:
    (plain,), passes = solve(lambda x: [100 + 0.1 * x], 0.0, foresight=False)
    assert plain[0] == pytest.approx(100 / 0.9, rel=1e-11)
    assert 12 <= passes <= 15
    assert solve(lambda x: [100 + 0.1 * x], 0.0)[1] <= 4


def test_lines_that_depend_on_each_other_settle_together() -> None:
    found, passes = solve(lambda a, b: [0.3 * b + 103, 0.4 * a - 50], 0.0, 0.0)
    assert found[0][0] == pytest.approx(100.0, abs=1e-9)
    assert found[1][0] == pytest.approx(-10.0, abs=1e-9)
    assert passes < 15


def test_lines_of_very_different_size_settle_together() -> None:
    found, passes = solve(lambda debt, rate: [1e6 * (1 + rate), 0.05 + debt * 1e-8], 0.0, 0.0)
    assert found[1][0] == pytest.approx(0.06 / 0.99, rel=1e-10)
    assert found[0][0] == pytest.approx(1e6 * (1 + 0.06 / 0.99), rel=1e-11)
    assert passes < 12


def test_two_loops_of_different_strength_settle_together_in_a_few_passes() -> None:
    def equations(a: Array, b: Array) -> list[Array]:
        return [100 + 0.4 * a + 0.1 * b, 50 + 0.05 * a - 0.3 * b]

    found, passes = solve(equations, 0.0, 0.0)
    for value, again in zip(found, equations(*found), strict=True):
        assert again[0] == pytest.approx(value[0], rel=1e-11)
    assert passes <= 6
    assert solve(equations, 0.0, 0.0, foresight=False)[1] > 25


def test_a_corner_on_the_way_is_no_obstacle() -> None:
    (found,), passes = solve(lambda x: [np.minimum(0.2 * x + 100, 110 + 0.01 * x)], 0.0)
    assert found[0] == pytest.approx(110 / 0.99, rel=1e-11)
    assert passes < 12


def test_the_values_at_the_end_solve_the_equation_to_the_tolerance() -> None:
    (found,), _ = solve(lambda x: [np.cos(x)], [0.0, 1.0, -3.0])
    assert np.abs(np.cos(found) - found).max() < 2e-12


@settings(deadline=None)
@given(st.lists(st.tuples(st.floats(-0.8, 0.8), st.floats(-100, 100)), min_size=2, max_size=6), st.data())
def test_a_scenario_is_solved_as_if_it_were_alone(lines: list[tuple[float, float]], data: st.DataObject) -> None:
    slopes, starts = (np.array(part) for part in zip(*lines, strict=True))
    (together,), _ = solve(lambda x: [starts + slopes * np.minimum(x, 50.0)], np.zeros(len(lines)))
    one = data.draw(st.integers(0, len(lines) - 1))
    (alone,), _ = solve(lambda x: [starts[one] + slopes[one] * np.minimum(x, 50.0)], 0.0)
    assert together[one] == alone[0]


def test_a_line_has_settled_where_it_moved_less_than_the_tolerance_of_its_size_and_of_one() -> None:
    def settles(tried: float, found: float) -> bool:
        search = FixedPoint(["x"], 1, tolerance=1e-12, most_passes=200)
        with np.errstate(invalid="ignore"):
            return search.settled([np.array([tried])], [np.array([found])])

    assert settles(99.0, 99.0 + 0.9e-10)
    assert not settles(99.0, 99.0 + 1.1e-10)
    assert settles(0.0, 0.9e-12)
    assert not settles(0.0, 1.1e-12)
    assert not settles(float("inf"), 5.0)
    assert not settles(5.0, float("inf"))


RUNAWAYS: dict[str, Equations] = {
    "grows": lambda x: [2 * x + 1],
    "grows with turning sign": lambda x: [-2 * x + 1],
    "swings to and fro": lambda x: [1 - x],
    "has no solution": lambda x: [x + 1],
    "has no solution and bends": lambda x: [x * x + 1],
    "explodes": lambda x: [x * x * x + 10],
    "is not a number": lambda x: [x * np.nan],
    "is infinite": lambda x: [x + np.inf],
    "comes back from infinity": lambda x: [np.where(x > 1e300, 5.0, x**8 + 10)],
    "jumps over its solution": lambda x: [np.where(x < 1, 2.0, 0.0)],
}


@pytest.mark.parametrize("case", RUNAWAYS)
def test_what_has_no_solution_in_reach_is_an_error(case: str) -> None:
    with pytest.raises(NotConvergedError, match="Solved line line0 did not settle in 200 passes"):
        solve(RUNAWAYS[case], 0.25)


def test_the_error_names_the_lines_and_counts_the_scenarios() -> None:
    with pytest.raises(NotConvergedError) as raised:
        solve(lambda a, b: [np.array([0.5, 2.0]) * b + 1, a], [0.0, 0.0], [0.0, 0.0], most_passes=50)
    assert str(raised.value) == (
        "Solved lines line0, line1 did not settle in 50 passes in 1 of 2 scenarios. "
        "Check the inputs they depend on, or state the amount instead of solving for it."
    )


def test_a_scenario_that_is_done_stays_where_it_is() -> None:
    search = FixedPoint(["x"], 2, tolerance=1e-12, most_passes=200)
    assert not search.settled([np.array([5.0, 0.0])], [np.array([5.0, 8.0])])
    assert search.following[0].tolist() == [5.0, 8.0]
    assert not search.settled(search.following, [np.array([6.0, 9.0])])
    assert search.following[0][0] == 5.0
