"""The charts of a portfolio draw its deals, its fans and what it hangs on."""

from dataclasses import replace
from typing import cast

import pytest

from finmodel.outputs.language import translator
from finmodel.outputs.portfolio.simulation_tables import diversification_tables, tranche_risk_table
from finmodel.outputs.portfolio.tables import concentration_table
from finmodel.outputs.portfolio.view import PoolView
from finmodel.outputs.uncertainty.portfolio_figures import (
    concentration_figures,
    deals_figure,
    diversification_figure,
    pool_fan,
    tranche_figure,
)
from finmodel.pooled import PoolSimulation
from tests.outputs.drawn import overlaps, rects, words
from tests.outputs.uncertainty.pooled import drawn_pool

POOL = drawn_pool()
VIEW = PoolView(POOL, translator("en"))
RUN = cast("PoolSimulation", POOL.simulation)


def test_every_deal_has_a_layer() -> None:
    said = words(deals_figure(VIEW, "table").picture)
    assert {VIEW.text(deal.label) for deal in POOL.deals} <= set(said)


def test_deals_beyond_a_few_are_one_layer() -> None:
    many = replace(POOL, deals=[replace(POOL.deals[0], name=f"d{n}", label=f"Deal {n}") for n in range(9)])
    assert "others together (4)" in words(deals_figure(PoolView(many, translator("en")), "table").picture)


def test_a_fan_of_the_pool_has_bands_median_and_base_case() -> None:
    said = words(pool_fan(VIEW, RUN, "cfads", "table").picture)
    assert {"Median", "Base case", "P25 to P75: one half"} <= set(said)
    assert any("is drawn" in word for word in words(pool_fan(VIEW, RUN, "dscr", "table").picture))


def test_losses_of_tranches_are_drawn_on_one_scale() -> None:
    picture = tranche_figure(VIEW, RUN, tranche_risk_table(VIEW, RUN)).picture
    bars = rects(picture, "orange")
    assert len(bars) == len(RUN.tranches)
    assert bars[-1]["width"] / bars[1]["width"] == pytest.approx(len(bars) - 1, abs=0.05)


def test_what_diversifying_saves_is_seen() -> None:
    table = diversification_tables(VIEW, RUN)[0]
    alone, *pools = rects(diversification_figure(VIEW, RUN.diversification[0], table).picture, "blue")
    assert all(alone["width"] / bar["width"] == pytest.approx(4, abs=0.05) for bar in pools)


def test_concentration_is_drawn_where_there_is_more_than_one() -> None:
    figures = list(concentration_figures(VIEW, concentration_table(VIEW)))
    assert {figure.key.rpartition("-")[2] for figure in figures} == {
        kind for kind, found in POOL.concentration.items() if len(found.shares) > 1
    }
    assert all(overlaps(figure.picture) == [] for figure in figures)
