"""Every distribution: quantiles, mean, standard deviation and parts agree with each other."""

from math import inf, sqrt

import numpy as np
import pytest

from finmodel.analysis.draws.distributions import (
    Discrete,
    Distribution,
    Lognormal,
    LognormalByMean,
    Normal,
    Percentiles,
    Pert,
    Triangular,
    Uniform,
    empirical,
    resampled,
    truncated,
)
from finmodel.analysis.draws.seeds import uniforms

OBSERVED = (3.0, 1.0, 4.0, 1.0, 5.0, 9.0, 2.0, 6.0)
SMOOTH: dict[str, Distribution] = {
    "normal": Normal(1e6, 3.0),
    "lognormal": Lognormal(2.0, 0.4),
    "lognormal by mean": LognormalByMean(2.0, 0.6),
    "uniform": Uniform(-1.0, 3.0),
    "triangular": Triangular(1.0, 1.5, 4.0),
    "triangular from its mode": Triangular(1.0, 1.0, 4.0),
    "triangular to its mode": Triangular(1.0, 4.0, 4.0),
    "pert": Pert(1.0, 1.5, 4.0),
    "pert with a heavy mode": Pert(1.0, 3.5, 4.0, weight=9.0),
    "percentiles": Percentiles((10.0, 12.0, 13.0, 20.0), (0.0, 0.1, 0.6, 1.0)),
    "empirical": empirical(OBSERVED),
    "normal above": truncated(Normal(0.0, 1.0), low=1.5),
    "lognormal between": truncated(Lognormal(2.0, 0.4), 1.5, 3.0),
    "triangular between": truncated(Triangular(1.0, 2.0, 4.0), 1.5, 3.0),
    "pert below": truncated(Pert(1.0, 2.0, 4.0), high=2.5),
    "uniform between": truncated(Uniform(0.0, 10.0), 4.0, 6.0),
    "percentiles between": truncated(Percentiles((10.0, 12.0, 13.0, 20.0), (0.0, 0.1, 0.6, 1.0)), 11.0, 14.0),
}
STEPPED: dict[str, Distribution] = {
    "discrete": Discrete((5.0, 1.0, 2.0), (0.2, 0.5, 0.3)),
    "resampled": resampled(OBSERVED),
    "discrete from": truncated(Discrete((5.0, 1.0, 2.0), (0.2, 0.5, 0.3)), low=2.0),
}
ALL = SMOOTH | STEPPED


@pytest.mark.parametrize("name", ALL)
def test_there_is_nothing_wrong_with_the_parameters(name: str) -> None:
    assert ALL[name].troubles() == []


@pytest.mark.parametrize("name", ALL)
def test_mean_and_deviation_of_many_draws_are_those_of_the_closed_form(name: str) -> None:
    values = ALL[name].quantile(uniforms(7, name, 0, 40_000))
    off = values - ALL[name].mean
    kurtosis = (off**4).mean() / (off**2).mean() ** 2
    assert abs(off.mean()) < 4 * ALL[name].sd / sqrt(len(values))
    assert sqrt((off**2).mean()) == pytest.approx(ALL[name].sd, rel=2 * sqrt((kurtosis - 1) / len(values)))


@pytest.mark.parametrize("name", ALL)
def test_mean_and_deviation_are_integrals_of_the_quantile_function(name: str) -> None:
    values = ALL[name].quantile((np.arange(200_000) + 0.5) / 200_000)
    assert values.mean() - ALL[name].mean == pytest.approx(0.0, abs=1e-4 * ALL[name].sd)
    assert values.std() == pytest.approx(ALL[name].sd, rel=1e-3)


@pytest.mark.parametrize("name", SMOOTH)
def test_the_probability_of_at_most_a_quantile_is_its_rank(name: str) -> None:
    ranks = [0.001, 0.05, 0.1, 0.3, 0.5, 0.62, 0.9, 0.999]
    values = SMOOTH[name].quantile(ranks)
    reached = [SMOOTH[name].cumulative(value) for value in values]
    tied = name == "empirical"  # two observations are the same: at their value the probability jumps
    assert reached == pytest.approx([2 / 14 * 1 if tied and rank < 1 / 7 else rank for rank in ranks], abs=1e-8)


@pytest.mark.parametrize("name", ALL)
def test_parts_add_up_to_the_whole(name: str) -> None:
    one = ALL[name]
    centre, width = one.scale
    middle = float(one.quantile(0.4))
    parts = np.array([one.part(-inf, middle), one.part(middle, inf)])
    share, first, second = parts.sum(axis=0)
    assert share == pytest.approx(1.0)
    assert centre + width * first == pytest.approx(one.mean)
    assert width * sqrt(second - first**2) == pytest.approx(one.sd)
    assert parts[0][0] == pytest.approx(one.cumulative(middle))


@pytest.mark.parametrize("name", ALL)
def test_quantiles_never_fall(name: str) -> None:
    assert (np.diff(ALL[name].quantile(np.linspace(1e-9, 1 - 1e-9, 1001))) >= 0).all()
