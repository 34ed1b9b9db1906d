"""The benchmarks compare like with like, and print what they found."""

from pathlib import Path

import numpy as np
import pytest

from benchmarks.__main__ import Measure, table
from benchmarks.scenarios import LIGHTING, LIKE_FOR_LIKE, ScenarioEngine
from benchmarks.single_owner import run_scenarios
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
