"""The benchmarks compare like with like, and print what they found."""

import json
from pathlib import Path

import numpy as np
import pytest

from benchmarks import __main__ as benchmarks
from benchmarks import many_deals, memory
from benchmarks.__main__ import FULL, QUICK, Measure, Size, table
from benchmarks.many_deals import Deals, run_deals
from benchmarks.processes import shared
from benchmarks.scenarios import LIGHTING, LIKE_FOR_LIKE, ScenarioEngine
from benchmarks.single_owner import run_scenarios
from benchmarks.streaming import BLOCK, operations_per_scenario, streamed
from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.expr.functions import previous, total
from finmodel.expr.line import Shape
from tests.expr.small_graphs import graph, scalar, series
from tests.oracles.single_owner import A, run


def test_the_case_of_ours_is_the_deal_that_pysam_runs() -> None:
    engine = ScenarioEngine.of(LIKE_FOR_LIKE)
    assert engine.contract["senior.commitment"][0] == pytest.approx(run(A).debt, abs=1e-9)
    assert set(engine.shocked) >= {"power_sales.amount", "operation.unit_cost"}


def test_every_scenario_of_pysam_is_another_deal() -> None:
    assert run_scenarios(2) != pytest.approx(2 * run_scenarios(1))


@pytest.mark.parametrize("path", [LIKE_FOR_LIKE, LIGHTING], ids=["like for like", "lighting"])
@pytest.mark.parametrize("frozen", [False, True], ids=["re-sized", "frozen"])
def test_every_scenario_of_ours_is_another_deal_and_debt_moves_only_if_re_sized(path: Path, frozen: bool) -> None:
    found = ScenarioEngine.of(path).run(5, frozen=frozen)
    assert len(set(found["equity_irr"])) == 5
    assert len(set(np.broadcast_to(found["debt_commitment"], 5))) == (1 if frozen else 5)


def test_a_ratio_stands_beside_what_it_is_against() -> None:
    shown = table([Measure("theirs", 200.0, "scenarios/s"), Measure("ours", 5000.0, "scenarios/s", 25.0, "theirs")])
    assert "25.0x  theirs" in shown


def test_a_goal_stands_beside_the_ratio_that_should_meet_it() -> None:
    shown = table([Measure("ours", 5000.0, "scenarios/s", 25.0, "theirs", "at least 20x")])
    assert "25.0x  theirs (goal: at least 20x)" in shown


def test_in_a_hurry_nothing_is_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sizes: list[Size] = []

    def measured(size: Size) -> list[Measure]:
        sizes.append(size)
        return [Measure("a", 1.0, "s")]

    monkeypatch.setattr(benchmarks, "measured", measured)
    monkeypatch.setattr(benchmarks, "LATEST", tmp_path / "latest.json")
    benchmarks.main(["--quick"])
    assert not benchmarks.LATEST.exists()
    benchmarks.main([])
    assert json.loads(benchmarks.LATEST.read_text())["measures"][0]["name"] == "a"
    assert sizes == [QUICK, FULL]


def test_a_million_scenarios_and_fifty_deals_are_measured_if_there_is_time() -> None:
    assert FULL.counts[0] == 1_000
    assert FULL.counts[-1] == 1_000_000
    assert (FULL.deals, FULL.scenarios) == (50, 10_000)


def test_operations_of_a_scenario_are_counted_once_each() -> None:
    model = graph(
        series("doubled", lambda m: m.price * m.flow),
        series("balance", lambda m: previous(m.balance) + m.doubled),
        scalar("whole", lambda m: total(m.balance)),
        given={"price": Shape.SCALAR, "flow": Shape.SERIES},
    )
    engine = NumpyEngine(model, 4, outputs=["whole"])
    values = {"price": 2.0, "flow": [1.0, 2.0, 3.0, 4.0]}
    found = operations_per_scenario(ScenarioEngine(engine, values, frozenset(), ("price",), {}), frozen=False)
    assert found == 4 + 4 + 4  # multiplied, added, and added up over four periods each


def test_numbers_are_streamed_in_rows_as_long_as_a_block() -> None:
    streamed(10 * BLOCK)()


def test_a_thousand_deals_are_foretold_in_proportion() -> None:
    assert Deals(50, 10_000, 60.0).foretold(1_000, 20_000) == 60.0 * 20 * 2


def test_deals_are_read_from_their_files_and_their_scenarios_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many_deals, "deal_files", lambda: [LIKE_FOR_LIKE])
    found = run_deals(2, 3)
    assert (found.deals, found.scenarios) == (2, 3)
    assert found.seconds > 0.0


def test_work_is_shared_out_whole() -> None:
    with shared(abs, count=5, processes=1) as together:
        together()


def test_a_process_tells_what_it_needed(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["memory", str(LIKE_FOR_LIKE), "3"])
    monkeypatch.setattr("benchmarks.memory._LEAST_SECONDS", 0.0)
    memory.main()
    peak, seconds = map(float, capsys.readouterr().out.split())
    assert peak > 10.0
    assert 0.0 < seconds < 60.0
