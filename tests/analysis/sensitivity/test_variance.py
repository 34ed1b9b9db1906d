"""Variance is shared out among moves as the closed form has it; blanks are counted and never averaged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from finmodel.analysis.sensitivity import variance
from finmodel.analysis.sensitivity.sobol_points import sobol_points
from finmodel.analysis.sensitivity.variance import Sampling, shared_variance
from finmodel.errors import UsageError
from finmodel.sensitivities import Move, SobolStudy
from tests.analysis.sensitivity.closed_form import MONTHS, PRICE, VOLUME, deal, measured


def study(*lines: str, points: int = 1024, moves: tuple[Move, ...] = (PRICE, VOLUME)) -> SobolStudy:
    return shared_variance(deal(), moves, [measured(line) for line in lines], Sampling(points, 3, sobol_points))


def test_a_plane_shares_its_variance_by_slope_and_range() -> None:
    found = study("plane", moves=(PRICE, VOLUME, MONTHS))
    assert (found.points, found.runs, found.seed) == (1024, 5 * 1024, 3)
    price, volume, months = 135**2 / 12, 4**2 / 12, 100 * (13**2 - 1) / 12
    (kpi,) = found.kpis
    assert [index.move for index in kpi.indices] == ["price", "delay", "volume"]
    whole = price + volume + months
    assert [index.first for index in kpi.indices] == pytest.approx(
        [price / whole, months / whole, volume / whole], abs=0.01
    )
    assert kpi.mean == pytest.approx(3 * 37.5 + 10 + 60, rel=0.01)
    assert kpi.deviation == pytest.approx(whole**0.5, rel=0.01)


def test_a_product_has_more_in_total_than_each_alone() -> None:
    (kpi,) = study("product").kpis
    mean, spread = 37.5 * 5, (45**2 / 12, 2**2 / 12)
    alone = [spread[0] * 25, spread[1] * 37.5**2]
    both = spread[0] * spread[1]
    assert kpi.mean == pytest.approx(mean, rel=0.01)
    for index, own in zip(kpi.indices, alone, strict=True):
        assert index.first == pytest.approx(own / (sum(alone) + both), abs=0.01)
        assert index.total == pytest.approx((own + both) / (sum(alone) + both), abs=0.01)


def test_points_with_a_blank_are_left_out_whole_and_counted() -> None:
    (kpi,) = study("cover", points=256).kpis
    assert 0 < kpi.points_used < 256
    assert kpi.blanks > 256 - kpi.points_used
    assert kpi.mean is not None
    assert kpi.mean < 40


def test_too_few_whole_points_give_no_indices_and_say_so() -> None:
    (kpi,) = study("cover", points=64).kpis
    assert (kpi.indices, kpi.mean) == ((), None)
    assert kpi.reason == f"Only {kpi.points_used} of 64 points have a value in all their runs; 64 are needed."


def test_a_result_that_nothing_moves_has_no_indices() -> None:
    (kpi,) = study("by_year", points=64).kpis
    assert (kpi.indices, kpi.mean, kpi.deviation, kpi.reason) == ((), 7, 0, "No move changes this result.")


def test_numbers_of_points_are_powers_of_two() -> None:
    assert [Sampling(wanted, 1, sobol_points).points for wanted in (2, 3, 64, 65, 1000)] == [2, 4, 64, 128, 1024]


def test_two_moves_of_one_figure_are_not_independent() -> None:
    with pytest.raises(UsageError, match=r"Moves price and other both move revenue\.price"):
        study("plane", moves=(PRICE, replace(PRICE, name="other")))


def test_it_is_the_same_however_many_columns_are_in_memory_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = study("product", "cover", points=128)
    monkeypatch.setattr(variance, "_AT_ONCE", 50)
    assert study("product", "cover", points=128) == whole
