"""Bars and curves are those of the closed form, the widest first, and what goes blank says why."""

from __future__ import annotations

import pytest

from finmodel.analysis.sensitivity.one_way import end_levels, spider, step_levels, tornado
from tests.analysis.sensitivity.closed_form import MONTHS, PRICE, VOLUME, deal, measured

MOVES = (VOLUME, PRICE, MONTHS)


def test_a_plane_has_bars_as_wide_as_its_slopes_and_the_widest_comes_first() -> None:
    run = deal(*MOVES)
    found = tornado(run, MOVES, run.run(end_levels(run, MOVES)), measured("plane"))
    told = [(bar.move, bar.low, bar.high, bar.low_change, bar.high_change, bar.swing) for bar in found.bars]
    assert told == [
        ("price", 55, 190, -45, 90, 135), ("delay", 100, 220, 0, 120, 120), ("volume", 98, 102, -2, 2, 4)
    ]  # fmt: skip


def test_a_swing_counts_the_case_too_where_both_ends_lie_on_one_side() -> None:
    run = deal()
    bars = tornado(run, run.moves, run.run(end_levels(run, run.moves)), measured("parabola")).bars
    price = next(bar for bar in bars if bar.move == "price")
    assert (price.low, price.high, price.swing) == (175, 400, 600)


def test_an_end_without_a_value_comes_first_and_says_why() -> None:
    run = deal()
    bars = tornado(run, run.moves, run.run(end_levels(run, run.moves)), measured("cover")).bars
    assert (bars[0].move, bars[0].low, bars[0].high, bars[0].high_change, bars[0].swing) == (
        "price", 15, None, None, None,
    )  # fmt: skip
    assert bars[0].reasons == {"high": "Price < 40 does not hold."}


def test_curves_pass_through_the_case_and_follow_the_closed_form() -> None:
    run = deal()
    found = spider(run, run.moves, run.run(step_levels(run, run.moves, 7)), measured("parabola"), 7)
    price = found.curves[0]
    assert price.levels == pytest.approx([0.5, 0.75, 1, 1.25, 1.5, 1.75, 2])
    assert price.positions == pytest.approx([-1, -0.5, 0, 0.25, 0.5, 0.75, 1])
    assert price.values == pytest.approx([(30 * x - 20) * (30 * x - 50) for x in price.levels])
    assert [curve.move for curve in found.curves] == ["price", "volume", "delay"]
    assert found.curves[2].levels == (0, 2, 4, 6, 8, 10, 12)


def test_a_point_of_a_curve_without_a_value_says_why() -> None:
    run = deal()
    curve = spider(run, run.moves, run.run(step_levels(run, run.moves, 4)), measured("cover"), 4).curves[0]
    assert curve.values == (15, 30, None, None)
    assert set(curve.reasons) == {"2", "3"}
