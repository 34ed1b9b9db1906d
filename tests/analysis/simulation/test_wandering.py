"""Processes are on the years or periods of their figures, begin after close, and have the moments of closed forms."""

import numpy as np
import pytest
from scipy.stats import spearmanr

from finmodel.analysis.simulation.wandering import Wandering, wandering
from finmodel.inputs.uncertainty_stated import stated_uncertainty
from tests.inputs.test_uncertainty import AROUND, PROCESSES
from tests.uncertain_case import loaded, results

CHANGES = {**AROUND, "uncertainty.processes": PROCESSES}
JOINED = {**CHANGES, "uncertainty.correlations": [{"between": ["demand", "prices"], "rank": 0.6}]}


def found(changes: dict[str, object]) -> tuple[Wandering, ...]:
    stated = stated_uncertainty(loaded(changes).case)
    return wandering(results(changes), stated.processes, stated.correlations)


def drawn(process: Wandering, count: int = 20000) -> dict[str, np.ndarray]:
    numbers = np.random.default_rng(1).random((len(process.names), count))
    return dict(process.paths(numbers))


def test_processes_on_one_grid_go_together_and_the_year_of_close_is_known() -> None:
    (both,) = found(CHANGES)
    years = len(results(CHANGES).inputs["cpi.rate_by_year"].axis)
    assert (both.positions, both.first, both.step) == (years, 1, 1.0)
    paths = drawn(both, 10)
    assert (paths["demand"][0] == 1).all()
    assert (paths["prices"][0] == 0).all()


def test_a_first_year_makes_a_grid_of_its_own() -> None:
    later = {**CHANGES, "uncertainty.processes": {**PROCESSES, "demand": {**PROCESSES["demand"], "first_year": 2030}}}
    grids = {each.processes[0].name: each.first for each in found(later)}
    assert grids == {"prices": 1, "demand": 3}


def test_figures_by_period_have_steps_of_a_period() -> None:
    periods = len(results().periods)
    by_period = {"revenue.payment.amount": {"by_period": [300.0] * periods}, "timing.period": "year"}
    process = {"demand": {"figures": ["revenue.payment.amount"], "type": "geometric_brownian", "volatility": 0.1}}
    (only,) = found({**by_period, "uncertainty.processes": process})
    assert (only.positions, only.first, only.step) == (periods, 1, 1.0)


def test_a_factor_has_mean_1_times_its_drift_and_the_spread_of_its_volatility() -> None:
    drift = {**PROCESSES, "demand": {**PROCESSES["demand"], "drift": "2 %"}}
    (both,) = found({**CHANGES, "uncertainty.processes": drift})
    for place, path in enumerate(drawn(both)["demand"]):
        error = path.std() / np.sqrt(path.size)
        assert path.mean() == pytest.approx(1.02**place, abs=4 * error + 1e-12)
        assert np.log(path).std() == pytest.approx(0.15 * np.sqrt(place), rel=0.02)


def test_an_amount_has_mean_0_and_the_spread_of_its_reversion() -> None:
    (both,) = found(CHANGES)
    for place, path in enumerate(drawn(both)["prices"]):
        spread = 0.01 * np.sqrt((1 - np.exp(-2 * 0.5 * place)) / (2 * 0.5))
        assert path.mean() == pytest.approx(0, abs=4 * spread / np.sqrt(path.size) + 1e-15)
        assert path.std() == pytest.approx(spread, rel=0.02)


def test_shocks_of_joined_processes_correlate_by_rank() -> None:
    (both,) = found(JOINED)
    paths = drawn(both)
    assert spearmanr(paths["demand"][1], paths["prices"][1]).statistic == pytest.approx(0.6, abs=0.02)
