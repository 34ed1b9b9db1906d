"""Common factors as drawn: their moments, what goes together, and that no split changes a bit."""

from pathlib import Path

import numpy as np
import pytest
from scipy.stats import spearmanr

from finmodel.analysis.portfolio.common_factors import CommonFactors, common_factors
from tests.pools import SMALL, SMALL_FACTORS, small_pool

N = 20_000


def factors(folder: Path, text: str = SMALL_FACTORS) -> CommonFactors:
    return common_factors(small_pool(folder, text).portfolio, range(2027, 2040), seed=5)


def test_deviations_have_the_mean_of_the_plan_and_the_spread_of_their_processes(tmp_path: Path) -> None:
    found = factors(tmp_path).deviations(0, N)
    inflation, demand = found["inflation"], found["demand"]
    assert inflation.shape == demand.shape == (13, N)
    assert (inflation[0] == 0).all()
    assert (demand[0] == 0).all()
    assert inflation[5].mean() == pytest.approx(0, abs=4 * inflation[5].std() / N**0.5)
    assert inflation[5].std() == pytest.approx(0.02 * ((1 - np.exp(-5)) / 1.0) ** 0.5, rel=0.02)
    assert demand[8].mean() == pytest.approx(0, abs=4 * demand[8].std() / N**0.5)
    assert np.log1p(demand[8]).std() == pytest.approx(0.1 * 8**0.5, rel=0.02)


def test_ranks_of_shocks_go_together_as_stated(tmp_path: Path) -> None:
    found = factors(tmp_path).deviations(0, N)
    assert spearmanr(found["inflation"][1], found["demand"][1]).statistic == pytest.approx(-0.3, abs=0.03)


def test_factors_drawn_once_have_one_row_and_their_own_correlation(tmp_path: Path) -> None:
    text = SMALL + (
        "factors:\n  a: {distribution: {type: uniform, low: 0, high: 10 %}, way: add, moves: [indices.cpi.rate]}\n"
        "  b: {distribution: {type: triangular, low: 0.8, mode: 1, high: 1.2}, way: times, moves: [indices.cpi.rate]}\n"
        "correlations: [{between: [a, b], rank: 0.7}]\n"
    )
    found = factors(tmp_path, text).deviations(0, N)
    assert found["a"].shape == (1, N)
    assert found["a"].mean() == pytest.approx(0.05, abs=0.001)
    assert found["b"].mean() == pytest.approx(0, abs=0.003)
    assert spearmanr(found["a"][0], found["b"][0]).statistic == pytest.approx(0.7, abs=0.02)


def test_a_scenario_is_the_same_in_whatever_part_it_is_drawn(tmp_path: Path) -> None:
    drawn = factors(tmp_path)
    whole, part = drawn.deviations(0, 1000), drawn.deviations(517, 521)
    for name in whole:
        assert whole[name][:, 517:521].tobytes() == part[name].tobytes(), name
