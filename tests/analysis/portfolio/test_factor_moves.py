"""Moves of common factors: the right figures, in the right years, as strongly as stated, within their bounds."""

from pathlib import Path

import numpy as np
import pytest

from finmodel.analysis.portfolio.factor_moves import FactorMove, moved_inputs, moved_rates, moves_of, rate_moves
from tests.pools import CASES, SMALL, SMALL_FACTORS, small_pool
from tests.runs import results_of

KIOSKS = CASES / "wifi_kiosks" / "case.yaml"
CALENDAR = range(2027, 2041)


def moves(folder: Path, text: str, name: str = "north") -> dict[str, FactorMove]:
    found = moves_of(small_pool(folder, text), name, results_of(KIOSKS), CALENDAR)
    return {move.lever.path: move for move in found}


def test_a_table_by_year_takes_each_year_s_own_deviation(tmp_path: Path) -> None:
    move = moves(tmp_path, SMALL_FACTORS)["indices.cpi.rate"]
    axis = [int(year) for year in move.lever.entry.axis]
    assert [CALENDAR[row] for row in move.rows] == [min(max(year, 2027), 2040) for year in axis]
    drawn = np.arange(14.0)[:, np.newaxis] * np.array([[0.001, 0.002]])
    found = moved_inputs({move.lever.name: move.lever.entry.value}, [move], {"inflation": drawn})[move.lever.name]
    base = np.array(move.lever.entry.value)
    assert found[:, 1] == pytest.approx(base + drawn[list(move.rows), 1])


def test_a_figure_that_is_one_number_takes_the_mean_over_the_years_of_its_deal(tmp_path: Path) -> None:
    move = moves(tmp_path, SMALL_FACTORS)["revenue.centre_screens.impressions"]
    assert (move.rows, move.loading) == ((), 0.5)
    drawn = np.arange(14.0)[:, np.newaxis] / 10
    found = moved_inputs({move.lever.name: move.lever.entry.value}, [move], {"demand": drawn})[move.lever.name]
    mean = drawn[move.years[0] : move.years[1]].mean()
    assert found[0] == pytest.approx(move.lever.entry.value * (1 + 0.5 * mean))


def test_a_factor_is_never_below_nothing_and_bounds_are_kept(tmp_path: Path) -> None:
    move = moves(tmp_path, SMALL_FACTORS, "south")["revenue.centre_screens.impressions"]
    found = moved_inputs({move.lever.name: move.lever.entry.value}, [move], {"demand": np.full((1, 1), -3.0)})
    assert found[move.lever.name].tolist() == [0.0]


def test_what_a_case_draws_itself_is_moved_on(tmp_path: Path) -> None:
    move = moves(tmp_path, SMALL_FACTORS, "south")["revenue.centre_screens.impressions"]
    found = moved_inputs({move.lever.name: np.array([10.0, 20.0])}, [move], {"demand": np.array([[0.1, 0.2]])})
    assert found[move.lever.name] == pytest.approx([11.0, 24.0])


def test_a_factor_acts_where_it_is_said_to(tmp_path: Path) -> None:
    text = SMALL_FACTORS.replace("moves: [indices.cpi.rate]", "moves: [indices.cpi.rate], cases: [south]")
    assert "indices.cpi.rate" not in moves(tmp_path, text, "north")
    assert "indices.cpi.rate" in moves(tmp_path, text, "south")


def test_a_factor_moves_the_rate_at_which_a_currency_is_converted(tmp_path: Path) -> None:
    text = SMALL.replace("currency: KZT", "currency: USD") + (
        "currencies: {KZT: {rate: 0.002}}\n"
        "factors: {dollar: {type: geometric_brownian, volatility: 10 %, currencies: [KZT], loadings: {south: 0}}}\n"
    )
    portfolio = small_pool(tmp_path, text)
    drawn = {"dollar": np.arange(14.0)[:, np.newaxis] / 100}
    found = moved_rates(rate_moves(portfolio, "north"), drawn, range(2028, 2030), CALENDAR)
    assert found[:, 0] == pytest.approx([1.01, 1.02])
    assert (moved_rates(rate_moves(portfolio, "south"), drawn, range(2028, 2030), CALENDAR) == 1).all()
