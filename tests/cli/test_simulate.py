"""``finmodel simulate`` says how a case may end, to people and to programs, and goes on where it was interrupted."""

import json
from pathlib import Path

import pytest

from finmodel.analysis.simulation import chunks, plan, running
from tests.cli.conftest import Finmodel
from tests.uncertain_case import case_file


@pytest.fixture
def small(tmp_path: Path) -> str:
    """The small deal with figures that are not known."""
    return str(case_file(tmp_path))


def test_tables_and_files_are_told(finmodel: Finmodel, small: str) -> None:
    answer = finmodel("simulate", small, "-n", "100", "--seed", "7")
    assert (answer.code, answer.err) == (0, "")
    assert "100 scenarios, Latin hypercube, seed 7; debt as contracted" in answer.out
    assert "Written to reports/small: simulation.json, simulation.npz, simulation.html" in answer.out
    assert Path("reports/small/simulation.npz").is_file()


def test_programs_read_the_file_itself_from_standard_output(finmodel: Finmodel, small: str) -> None:
    answer = finmodel("simulate", small, "-n", "100", "--json", "--out", "here")
    assert json.loads(answer.out)["scenarios"] == 100
    assert answer.out == Path("here/simulation.json").read_text(encoding="utf-8")
    assert answer.err.strip() == "Written to here: simulation.json, simulation.npz, simulation.html"
    assert finmodel("simulate", small, "-n", "100", "--json", "--quiet").err == ""


def test_an_interruption_keeps_what_is_done_and_says_how_to_go_on(
    finmodel: Finmodel, small: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plan, "CHUNK", 50)
    run_chunk = chunks.run_chunk

    def interrupted(made: object, number: int) -> object:
        if number == 1:
            raise KeyboardInterrupt
        return run_chunk(made, number)  # type: ignore[arg-type]

    monkeypatch.setattr(running, "run_chunk", interrupted)
    answer = finmodel("simulate", small, "-n", "100", "--out", "out")
    assert (answer.code, answer.out) == (130, "")
    assert "with --resume goes on" in answer.err
    monkeypatch.setattr(running, "run_chunk", run_chunk)
    assert finmodel("simulate", small, "-n", "100", "--out", "out", "--resume").code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-n", "1"), "-n 1 is no number of scenarios"),
        (("--jobs", "0"), "--jobs 0 is no number of processes"),
        (("--seed", "-3"), "--seed -3 is below 0"),
        (("--resume",), "no unfinished simulation"),
        (("--scenario", "bad"), "has no scenario 'bad'"),
        (("--set", "uncertainty.variables={}"), "names nothing that is uncertain"),
    ],
)
def test_misuse_is_told(finmodel: Finmodel, small: str, words: tuple[str, ...], said: str) -> None:
    answer = finmodel("simulate", small, *words)
    assert answer.code in {2, 3}
    assert said in answer.err


def test_check_sees_mistakes_under_the_heading(finmodel: Finmodel, small: str) -> None:
    answer = finmodel("check", small, "--set", "uncertainty.variables.cost.way=add", "--set", "uncertainty.risks=[x]")
    assert answer.code == 3
    assert "uncertainty.risks" in answer.err
