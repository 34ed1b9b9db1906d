"""A case file becomes a simulation and its files; interrupted, it goes on and ends with the same bytes."""

from pathlib import Path

import numpy as np
import pytest

from finmodel import arrays
from finmodel.analysis.simulation import chunks, parts, plan, running
from finmodel.analysis.simulation.parts import PARTS, DiskError
from finmodel.analysis.simulation.simulating import Wanted
from finmodel.errors import UsageError
from finmodel.simulation import simulate_case
from tests.uncertain_case import case_file

WANTED = Wanted(150, seed=7)
"""Three chunks, the last of them short."""


@pytest.fixture(autouse=True)
def _small_chunks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plan, "CHUNK", 64)


def files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def test_the_same_seed_gives_the_same_bytes_and_another_seed_others(tmp_path: Path) -> None:
    case = case_file(tmp_path)
    for name in ("one", "two"):
        simulate_case(case, WANTED, tmp_path / name)
    assert files(tmp_path / "one") == files(tmp_path / "two")
    assert list(files(tmp_path / "one")) == ["simulation.html", "simulation.json", "simulation.npz"]
    simulate_case(case, Wanted(150, seed=8), tmp_path / "three")
    assert files(tmp_path / "three") != files(tmp_path / "one")


def test_what_is_written_has_every_scenario(tmp_path: Path) -> None:
    found, written = simulate_case(case_file(tmp_path), Wanted(100), tmp_path / "out")
    with np.load(written[1]) as kept:
        assert kept["kpi:equity_irr"].shape == (100,)
        assert found.kpi("equity_irr").spread.mean == pytest.approx(kept["kpi:equity_irr"].mean())
        assert {"driver:cost", "flag:default", "party:sponsor"} <= {*kept.files}


def test_an_interrupted_run_goes_on_and_ends_with_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = case_file(tmp_path)
    simulate_case(case, WANTED, tmp_path / "whole")
    done: list[int] = []
    run_chunk = chunks.run_chunk

    def interrupted(plan: object, number: int) -> object:
        if number == 1 and 1 not in done:
            done.append(number)
            raise KeyboardInterrupt
        done.append(number)
        return run_chunk(plan, number)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "run_chunk", interrupted)
    with pytest.raises(KeyboardInterrupt):
        simulate_case(case, WANTED, tmp_path / "cut")
    assert (tmp_path / "cut" / PARTS / "000000.npz").is_file()
    simulate_case(case, WANTED, tmp_path / "cut", resume=True)
    assert done == [0, 1, 1, 2], "what was done is not done again"
    assert files(tmp_path / "cut") == files(tmp_path / "whole")


def test_only_the_same_simulation_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = case_file(tmp_path)
    with pytest.raises(UsageError, match="no unfinished simulation"):
        simulate_case(case, WANTED, tmp_path / "out", resume=True)

    def interrupted(plan: object, number: int) -> object:
        raise KeyboardInterrupt

    monkeypatch.setattr(running, "run_chunk", interrupted)
    with pytest.raises(KeyboardInterrupt):
        simulate_case(case, WANTED, tmp_path / "out")
    with pytest.raises(UsageError, match="seed 7 there, 8 here"):
        simulate_case(case, Wanted(150, seed=8), tmp_path / "out", resume=True)
    with pytest.raises(UsageError, match="the case or the program has changed"):
        simulate_case(case, WANTED, tmp_path / "out", resume=True, overrides=["opex.staff.unit_cost=51"])


def test_a_folder_that_cannot_be_made_is_told_with_what_to_do_instead(tmp_path: Path) -> None:
    tmp_path.joinpath("taken").write_text("a file", encoding="utf-8")
    with pytest.raises(DiskError, match="Name a folder that can be written to with --out"):
        simulate_case(case_file(tmp_path), WANTED, tmp_path / "taken" / "out")


def test_a_full_disk_is_told_and_what_is_done_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = case_file(tmp_path)
    write = arrays.write_arrays
    room = [1]

    def full(file: object, values: object) -> None:
        if not room:
            raise OSError(28, "No space left on device")
        room.pop()
        write(file, values)  # type: ignore[arg-type]

    monkeypatch.setattr(parts, "write_arrays", full)
    with pytest.raises(
        DiskError, match=r"the disk is full; 1 chunk done so far, all kept\. Make room, then go on with --resume"
    ):
        simulate_case(case, WANTED, tmp_path / "out")
    monkeypatch.setattr(parts, "write_arrays", write)
    simulate_case(case, WANTED, tmp_path / "out", resume=True)
    simulate_case(case, WANTED, tmp_path / "whole")
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def test_an_issuance_and_a_certain_case_are_refused(tmp_path: Path) -> None:
    issuance = Path(__file__).parents[1] / "cases" / "municipal_green_bond" / "case.yaml"
    with pytest.raises(UsageError, match="issuance of bonds"):
        simulate_case(issuance, WANTED, tmp_path)
    with pytest.raises(UsageError, match=r"nothing that is uncertain(.|\n)*uncertainty:\n  variables:"):
        simulate_case(case_file(tmp_path, {}), WANTED, tmp_path)
