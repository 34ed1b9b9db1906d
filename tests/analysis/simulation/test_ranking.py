"""Drivers are ranked by what they do: correlation of ranks, regression, and their part of the variance."""

import numpy as np
import pytest
from scipy.stats import rankdata, spearmanr

from finmodel.analysis.simulation.ranking import ranked, ranking

RANDOM = np.random.default_rng(5)
DRAWN = {name: RANDOM.standard_normal(4000) for name in ("strong", "weak", "none")}
ABOUT = {name: (name.capitalize(), "variable") for name in (*DRAWN, "still")}
RESULT = 2 * DRAWN["strong"] - DRAWN["weak"]


def test_ranks_of_ties_are_their_mean() -> None:
    values = RANDOM.integers(0, 5, 200).astype(float)
    np.testing.assert_array_equal(ranked(values), rankdata(values))


def test_the_strongest_comes_first_with_the_correlation_of_ranks() -> None:
    made = ranking("equity_irr", RESULT, {name: ranked(x) for name, x in DRAWN.items()}, ABOUT)
    assert [driver.name for driver in made.drivers] == ["strong", "weak", "none"]
    for driver in made.drivers:
        assert driver.rank_correlation == pytest.approx(spearmanr(DRAWN[driver.name], RESULT).statistic)
    strong, weak, none = made.drivers
    assert strong.share == pytest.approx(0.8, abs=0.03)
    assert weak.share == pytest.approx(-0.2, abs=0.03)
    assert none.share == pytest.approx(0, abs=0.01)
    assert sum(abs(driver.share or 0) for driver in made.drivers) == pytest.approx(1)
    assert strong.regression == pytest.approx(0.89, abs=0.02)
    assert weak.regression == pytest.approx(-0.43, abs=0.02)
    assert made.explained == pytest.approx(0.97, abs=0.02)


def test_what_never_varies_has_no_correlation() -> None:
    drivers = {"strong": ranked(DRAWN["strong"]), "still": ranked(np.ones(4000))}
    made = ranking("equity_irr", RESULT, drivers, ABOUT)
    assert made.drivers[-1].name == "still"
    assert (made.drivers[-1].rank_correlation, made.drivers[-1].regression) == (None, None)


def test_scenarios_without_a_value_are_left_out() -> None:
    blank = np.where(DRAWN["weak"] > 1, np.nan, RESULT)
    made = ranking("equity_irr", blank, {name: ranked(x) for name, x in DRAWN.items()}, ABOUT)
    known = ~np.isnan(blank)
    assert made.counted == known.sum()
    expected = spearmanr(DRAWN["strong"][known], RESULT[known]).statistic
    assert made.drivers[0].rank_correlation == pytest.approx(expected)


def test_a_result_that_never_varies_is_explained_by_nothing() -> None:
    made = ranking("equity_irr", np.ones(4000), {name: ranked(x) for name, x in DRAWN.items()}, ABOUT)
    assert made.explained is None
    assert [driver.share for driver in made.drivers] == [None] * 3
