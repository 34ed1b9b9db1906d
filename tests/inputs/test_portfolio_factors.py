"""Common factors and their correlations: what is wrong with them is told with what to do."""

from pathlib import Path

import pytest

from tests.pools import SMALL, SMALL_FACTORS, pool_said, small_pool

BAD = {
    "{moves: [indices.cpi.rate]}": "states no type and no distribution; "
    "add type: mean_reverting, or a distribution with its way",
    "{type: mean_reverting, volatility: 2 %, moves: [indices.cpi.rate]}": "is mean_reverting and lacks reversion; "
    "add reversion:, such as reversion: 0.5",
    "{type: geometric_brownian, volatility: 2 %, reversion: 1, moves: [indices.cpi.rate]}": "is no parameter of "
    "geometric_brownian; take it out, or write type: mean_reverting",
    "{type: geometric_brownian, moves: [indices.cpi.rate]}": "is geometric_brownian and lacks volatility; "
    "add volatility:, such as volatility: 10 %",
    "{type: geometric_brownian, volatility: 2 %}": "moves nothing; add moves: [indices.cpi.rate], or currencies: [USD]",
    "{type: geometric_brownian, volatility: 2 %, way: times, moves: [indices.cpi.rate]}": "is that of a distribution: "
    "a process multiplies (geometric_brownian) or adds (mean_reverting); take it out",
    "{distribution: {type: uniform, low: 0, high: 1}, moves: [indices.cpi.rate]}": "does not say what is drawn; "
    "add way: times, or way: add",
    "{distribution: {type: uniform, low: 2, high: 1}, way: add, moves: [indices.cpi.rate]}": "is not above low, "
    "which is 2; write the lower end as low",
    "{type: geometric_brownian, volatility: 2 %, cases: [nort], moves: [indices.cpi.rate]}": "there is no nort under "
    "cases; did you mean north?",
    "{type: geometric_brownian, volatility: 2 %, loadings: {west: 2}, moves: [indices.cpi.rate]}": "there is no west "
    "under cases, nor a sector of theirs; add it there, or write one of: north, south, kiosks",
    "{type: geometric_brownian, volatility: 2 %, moves: [indices.cpy.rate]}": "indices.cpy.rate is no figure of any "
    "case in which it acts that can be moved; did you mean indices.cpi.rate?",
}


@pytest.mark.parametrize("factor", BAD)
def test_a_factor_that_cannot_be_is_told(tmp_path: Path, factor: str) -> None:
    said = pool_said(tmp_path, f"{SMALL}factors: {{it: {factor}}}\n")
    assert any(line.endswith(BAD[factor]) for line in said), said


def test_correlations_that_cannot_all_hold_are_told_with_the_nearest(tmp_path: Path) -> None:
    factors = "".join(
        f"  {name}: {{type: geometric_brownian, volatility: 5 %, moves: [indices.cpi.rate]}}\n" for name in "abc"
    )
    pairs = "[{between: [a, b], rank: 0.9}, {between: [b, c], rank: 0.9}, {between: [a, c], rank: -0.9}]"
    (said,) = pool_said(tmp_path, f"{SMALL}factors:\n{factors}correlations: {pairs}\n")
    assert "correlations: cannot all hold together; the nearest that can: a and b 0." in said


@pytest.mark.parametrize(
    ("pair", "what"),
    [
        ("{between: [inflation, inflation], rank: 0.1}", "does not name two; write between: [one, another]"),
        ("{between: [inflation, demnd], rank: 0.1}", "there is no demnd under factors; did you mean demand?"),
        (
            "{between: [inflation, demand], rank: 1.5}",
            "1.5 is not between -1 and 1; write a number above -1 and below 1",
        ),
    ],
)
def test_a_pair_that_cannot_be_is_told(tmp_path: Path, pair: str, what: str) -> None:
    text = SMALL_FACTORS.replace("{between: [inflation, demand], rank: -0.3}", pair)
    assert any(line.endswith(what) for line in pool_said(tmp_path, text))


def test_a_case_goes_before_its_sector_and_elsewhere_a_factor_acts_in_full(tmp_path: Path) -> None:
    text = SMALL_FACTORS.replace("loadings: {north: 0.5}", "loadings: {north: 0.5, kiosks: 2}")
    factors = small_pool(tmp_path, text).portfolio.factors
    assert [factors["demand"].loading(name, "kiosks") for name in ("north", "south")] == [0.5, 2.0]
    assert factors["inflation"].loading("north", "kiosks") == 1.0
