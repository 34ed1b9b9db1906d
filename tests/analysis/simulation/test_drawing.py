"""Scenarios are drawn as the case states: distributions, ranks that correlate, risks as often as they are likely."""

import numpy as np
import pytest
from scipy.stats import spearmanr

from finmodel.analysis.simulation.drawing import Drawing, distribution_of
from finmodel.inputs.uncertainty_distributions import StatedDistribution
from tests.uncertain_case import RISKS, UNCERTAIN, plan

JOINED = {
    **UNCERTAIN,
    **RISKS,
    "uncertainty.correlations": [{"between": ["cost", "payment_level"], "rank": -0.5}],
}


@pytest.mark.parametrize(
    ("stated", "mean", "deviation"),
    [
        (StatedDistribution("normal", {"mean": 2.0, "deviation": 0.5}), 2.0, 0.5),
        (StatedDistribution("lognormal", {"mean": 2.0, "deviation": 0.5}), 2.0, 0.5),
        (StatedDistribution("triangular", {"low": 0.0, "mode": 1.0, "high": 2.0}), 1.0, 6**-0.5),
        (StatedDistribution("pert", {"low": 0.0, "mode": 1.0, "high": 4.0}), 8 / 6, (8 / 6 * 16 / 6 / 7) ** 0.5),
        (StatedDistribution("uniform", {"low": 0.0, "high": 12.0}), 6.0, 12**0.5),
        (StatedDistribution("discrete", {"values": (0.0, 6.0), "probabilities": (0.75, 0.25)}), 1.5, 27**0.5 / 2),
        (StatedDistribution("empirical", {"values": (0.0, 12.0)}), 6.0, 12**0.5),
    ],
)
def test_every_kind_has_its_mean_and_its_spread(stated: StatedDistribution, mean: float, deviation: float) -> None:
    values = distribution_of(stated).quantile((np.arange(100_000) + 0.5) / 100_000)
    assert values.mean() == pytest.approx(mean, rel=1e-3)
    assert values.std() == pytest.approx(deviation, rel=2e-3)


def test_an_unknown_kind_is_no_guess() -> None:
    with pytest.raises(ValueError, match="no distribution 'cauchy'"):
        distribution_of(StatedDistribution("cauchy", {}))


@pytest.mark.parametrize("method", ["random", "latin_hypercube", "sobol"])
def test_drivers_have_the_ranks_and_the_frequencies_that_are_stated(method: str) -> None:
    drawn = Drawing(plan(JOINED, 4096, method=method)).chunk(0)
    ranks = spearmanr(drawn.drivers["cost"], drawn.drivers["payment_level"]).statistic
    assert ranks == pytest.approx(-0.5, abs=0.04)
    assert drawn.drivers["dear_staff"].mean() == pytest.approx(0.3, abs=0.03)
    assert drawn.drivers["payment_level"].mean() == pytest.approx(1, abs=0.005)


def test_a_latin_hypercube_has_each_risk_as_often_as_it_is_likely_but_for_one() -> None:
    drawn = Drawing(plan(JOINED, 1000)).chunk(0)
    assert drawn.drivers["low_payment"].sum() == pytest.approx(200, abs=1)


def test_drivers_reach_the_inputs_of_the_model() -> None:
    drawn = Drawing(plan(JOINED, 100)).chunk(0)
    expected = 300 * drawn.drivers["payment_level"] * np.where(drawn.drivers["low_payment"] > 0, 0.7, 1)
    np.testing.assert_allclose(drawn.inputs["payment.amount"], expected)
    np.testing.assert_allclose(drawn.inputs["plant.overrun"], drawn.drivers["cost"])
    assert drawn.count == 100


def test_another_variable_leaves_the_draws_of_the_others_as_they_are() -> None:
    alone = Drawing(plan({"uncertainty.variables": {"cost": UNCERTAIN["uncertainty.variables"]["cost"]}}, 64)).chunk(0)
    both = Drawing(plan(UNCERTAIN, 64)).chunk(0)
    np.testing.assert_array_equal(alone.drivers["cost"], both.drivers["cost"])
