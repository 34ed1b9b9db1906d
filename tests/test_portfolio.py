"""From a folder to a pool over many scenarios: the same bytes each time, whoever does the work, interrupted or not."""

from pathlib import Path

import numpy as np
import pytest

from finmodel.analysis.portfolio.ledger import FOLDER
from finmodel.errors import MissingExtraError, UsageError
from finmodel.portfolio import PoolRun, Written, pool_deals, simulate_pool
from tests.pools import CASES, SMALL_FACTORS, small_pool


def test_a_pool_is_written_where_it_is_asked_for(tmp_path: Path) -> None:
    small_pool(tmp_path)
    pool_deals(tmp_path, tmp_path / "out")
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["portfolio.html", "portfolio.json"]


def test_an_interrupted_run_goes_on_and_ends_with_the_same_bytes(tmp_path: Path) -> None:
    small_pool(tmp_path, SMALL_FACTORS)
    whole, cut = Written(tmp_path / "whole"), Written(tmp_path / "cut")
    simulate_pool(tmp_path, PoolRun(5000, 3), whole)

    def interrupts(done: int, of: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        simulate_pool(tmp_path, PoolRun(5000, 3), cut, progress=interrupts)
    assert len(list((tmp_path / "cut" / FOLDER).glob("*/0*.npz"))) == 2
    told: list[int] = []
    simulate_pool(tmp_path, PoolRun(5000, 3, resume=True), cut, progress=lambda done, of: told.append(done))
    assert told == [2, 3, 4]
    for name in ("portfolio.json", "portfolio.npz"):
        assert (tmp_path / "whole" / name).read_bytes() == (tmp_path / "cut" / name).read_bytes()
    assert not (tmp_path / "cut" / FOLDER).exists()


def test_debt_is_as_contracted_or_sized_again_and_each_says_so(tmp_path: Path) -> None:
    small_pool(tmp_path, SMALL_FACTORS)
    frozen, _ = simulate_pool(tmp_path, PoolRun(64, 3), Written(tmp_path / "a"))
    resized, _ = simulate_pool(tmp_path, PoolRun(64, 3, resize=True), Written(tmp_path / "b"))
    assert (frozen.frozen, resized.frozen) == (True, False)
    with np.load(tmp_path / "a" / "portfolio.npz") as a, np.load(tmp_path / "b" / "portfolio.npz") as b:
        assert (a["line:debt"] != b["line:debt"]).any()


def test_what_cannot_be_stored_is_told_before_anything_is_computed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small_pool(tmp_path, SMALL_FACTORS)
    with pytest.raises(UsageError, match=r"ends neither in \.duckdb"):
        simulate_pool(tmp_path, PoolRun(10), Written(store=tmp_path / "p.csv"))
    monkeypatch.setattr("finmodel.outputs.portfolio.store.find_spec", lambda name: None)
    with pytest.raises(MissingExtraError, match=r"pip install finmodel\[store\]"):
        simulate_pool(tmp_path, PoolRun(10), Written(store=tmp_path / "p.duckdb"))


def test_a_factor_moves_by_year_what_a_process_of_the_case_moves_too(tmp_path: Path) -> None:
    small_pool(
        tmp_path,
        "portfolio: {title: Resort, currency: KZT, money: million, discount_rate: 15 %}\n"
        f"cases: {{resort: {{file: {CASES / 'green_resort_mobility'}}}}}\n"
        "factors:\n"
        "  demand: {type: geometric_brownian, volatility: 10 %, moves: [revenue.shuttle_trips.volume_factor]}\n",
    )
    found, _ = simulate_pool(tmp_path, PoolRun(8, 3), Written(tmp_path / "out"))
    assert found.simulation is not None
    assert found.simulation.moved["demand"] == ["resort: revenue.shuttle_trips.volume_factor"]
    with np.load(tmp_path / "out" / "portfolio.npz") as arrays:
        assert len(set(arrays["kpi:cfads_value"].tolist())) == 8
