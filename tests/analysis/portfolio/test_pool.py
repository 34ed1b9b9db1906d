"""The pool of the sample is the sum of its deals, and its key results follow from its own flows."""

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest

from finmodel.analysis.portfolio.flows import Flows
from finmodel.analysis.portfolio.pool import kpi_values
from finmodel.portfolio import pool_deals
from tests.pools import SMALL, cities, small_pool


def test_every_flow_of_the_pool_is_the_sum_of_the_deals() -> None:
    pool = cities()
    for name, line in pool.lines.items():
        if name in pool.deals[0].lines:
            added = np.array([deal.lines[name].values for deal in pool.deals], float).sum(axis=0)
            assert np.array(line.values, float) == pytest.approx(added), name


def test_half_of_a_deal_twice_is_the_deal(tmp_path: Path) -> None:
    small_pool(tmp_path)
    pool = pool_deals(tmp_path)
    whole = pool_deals(_alone(tmp_path / "alone"))
    assert pool.kpis["total_uses"].value == pytest.approx(whole.kpis["total_uses"].value)
    assert pool.kpis["equity_irr"].value == pytest.approx(whole.kpis["equity_irr"].value)
    assert pool.kpis["capital_saved"].value == pytest.approx(0)


def _alone(folder: Path) -> Path:
    folder.mkdir()
    small_pool(folder, "\n".join(SMALL.splitlines()[:3]).replace("50 %", "100 %"))
    return folder


def test_pooling_saves_capital_where_some_deals_earn_while_others_build() -> None:
    kpis = cities().kpis
    need, apart, saved = (kpis[name].value for name in ("capital_need", "capital_need_apart", "capital_saved"))
    assert need is not None
    assert apart is not None
    assert saved == pytest.approx(apart - need)
    assert need == pytest.approx(
        -min(value for value in cities().lines["sponsors_cumulative"].values if value is not None)
    )


def test_key_results_by_hand() -> None:
    flows = {
        "cfads": [[0], [150.0], [220]],
        "debt_service": [[0], [100.0], [100]],
        "collected": [[0], [100.0], [100]],
        "distributions": [[0], [0.0], [121]],
        "paid_in": [[100], [0.0], [0]],
        "uses": [[0.0]] * 3,
        "debt": [[0.0]] * 3,
    }
    found = kpi_values(Flows(2027, {name: np.array(rows, float) for name, rows in flows.items()}), 0.1)
    assert found["dscr_minimum"][0] == pytest.approx(1.5)
    assert found["dscr_average"][0] == pytest.approx(1.85)
    assert found["capital_need"][0] == 100
    assert found["equity_irr"][0] == pytest.approx(0.1, abs=2e-4)
    assert found["cfads_value"][0] == pytest.approx(150 / 1.1 + 220 / 1.21)
    assert found["distributions_value"][0] == pytest.approx(0, abs=1e-12)


def test_years_follow_each_other_and_the_hashes_name_every_case() -> None:
    pool = cities()
    assert all(later == sooner + 1 for sooner, later in pairwise(pool.years))
    assert set(pool.hashes) == {"portfolio", "version", *(deal.name for deal in pool.deals)}
