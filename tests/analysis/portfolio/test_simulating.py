"""A portfolio run: frozen or re-sized, reproducible, resumed, and refused where nothing is uncertain."""

from dataclasses import replace
from pathlib import Path

import pytest

from finmodel.analysis.portfolio.simulating import PoolRun, planned_deals
from finmodel.analysis.portfolio.workers import run_here, run_processes
from finmodel.errors import UsageError
from tests.analysis.portfolio.planned import plans
from tests.pools import SMALL_FACTORS, simulated_cities, small_pool


def test_the_work_is_done_here_by_processes_or_by_a_cluster(tmp_path: Path) -> None:
    assert PoolRun(10).work() is run_here
    assert PoolRun(10, jobs=2).work().__qualname__ == run_processes(2).__qualname__
    assert "run_cluster" in PoolRun(10, cluster="tcp://127.0.0.1:1").work().__qualname__


def test_every_factor_says_what_it_moves() -> None:
    simulation = simulated_cities()[0].simulation
    assert simulation is not None
    assert len(simulation.moved["rates"]) == 4
    assert simulation.moved["dollar"] == [
        f"{deal}: currencies.usd.shock" for deal in ("almaty_signals", "wifi_kiosks", "resort_mobility")
    ]


def test_what_a_plan_depends_on_changes_its_key(tmp_path: Path) -> None:
    first = plans(tmp_path, SMALL_FACTORS, 10)
    more = plans(tmp_path, SMALL_FACTORS, 11)
    other = plans(tmp_path, SMALL_FACTORS.replace("volatility: 2 %", "volatility: 3 %"), 10)
    loaded = plans(tmp_path, SMALL_FACTORS.replace("north: 0.5", "north: 0.6"), 10)
    keys = {found["north"].key for found in (first, more, other, loaded)}
    assert len(keys) == 4
    assert loaded["south"].key == first["south"].key
    assert first["north"].plan.contract is not None


def test_nothing_uncertain_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    portfolio = small_pool(tmp_path)
    bare = portfolio.deals["north"].case.model_copy(update={"risks": {}, "uncertainty": None})
    deals = {name: replace(loaded, case=bare) for name, loaded in portfolio.deals.items()}
    from finmodel.analysis.portfolio.deals import deal_of
    from tests.pools import CASES
    from tests.runs import results_of

    results = results_of(CASES / "wifi_kiosks" / "case.yaml")
    with pytest.raises(UsageError, match="states nothing that is uncertain: no factors"):
        planned_deals(
            replace(portfolio, deals=deals),
            [deal_of(portfolio, name, results) for name in deals],
            {name: {} for name in deals},
            PoolRun(10),
        )
