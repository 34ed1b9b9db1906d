"""``finmodel sensitivity`` answers what moves the results, how far, and how far until, to people and to programs."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import LIGHTING, Finmodel
from tests.model.small_case import small
from tests.outputs.sensitivity.studied import STATED
from tests.outputs.sensitivity.test_text import GOLDEN

PAGE = LIGHTING.parents[1] / "docs" / "sensitivity.md"


def deal(folder: Path, sensitivity: dict[str, object] | None = None) -> Path:
    path = folder / "deal.yaml"
    path.write_text(json.dumps(small({"sensitivity": sensitivity or {}})), encoding="utf-8")
    return path


def test_what_the_heading_states_is_told_word_for_word(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("sensitivity", deal(tmp_path, STATED))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out == GOLDEN.read_text(encoding="utf-8")


def test_the_command_line_asks_for_moves_tables_questions_and_indices(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel(
        "sensitivity", deal(tmp_path), "--kpi", "equity_irr", "--move", "capex.*.overrun+=-10 %..10 %",
        "--move", "revenue.payment.amount*=0.9..1.1", "--two-way", "capex.*.overrun", "revenue.payment.amount",
        "--break-even", "revenue.payment.amount equity_irr=15 %", "-n", "100", "--seed", "3", "--resize", "--json",
    )  # fmt: skip
    assert (answer.code, answer.err) == (0, "")
    told = json.loads(answer.out)
    assert (told["frozen"], told["derived"]) == (False, False)
    assert [bar["move"] for bar in told["tornado"]["equity_irr"]] == ["revenue.payment.amount", "capex.*.overrun"]
    assert len(told["two_way"]) == len(told["break_even"]) == 1
    assert (told["sobol"]["points"], told["sobol"]["seed"]) == (128, 3)


def test_a_case_that_states_nothing_is_told_of_defaults_and_says_so(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("sensitivity", deal(tmp_path))
    assert answer.code == 0
    assert "The case states no moves: these are defaults" in answer.out
    assert "Debt stays as contracted in the base case, whatever moves" in answer.out
    resized = finmodel("sensitivity", deal(tmp_path), "--resize")
    assert "Debt is sized again wherever a figure moves" in resized.out


def test_records_are_written_where_asked_and_are_the_same_each_time(finmodel: Finmodel, tmp_path: Path) -> None:
    texts = []
    for folder in ("one", "two"):
        answer = finmodel("sensitivity", deal(tmp_path), "-n", "64", "--json", "--out", tmp_path / folder)
        texts.append((tmp_path / folder / "sensitivity.json").read_text(encoding="utf-8"))
        assert answer.out == texts[-1]
    assert texts[0] == texts[1]


def test_a_figure_of_the_case_can_be_changed_first(finmodel: Finmodel, tmp_path: Path) -> None:
    changed = ("--set", "revenue.payment.amount=330", "--json", "--kpi", "equity_irr")
    told = json.loads(finmodel("sensitivity", deal(tmp_path), *changed).out)
    plain = json.loads(finmodel("sensitivity", deal(tmp_path), *changed[2:]).out)
    assert told["kpis"]["equity_irr"]["base"] > plain["kpis"]["equity_irr"]["base"]


def test_what_cannot_be_asked_is_refused_with_what_to_write(finmodel: Finmodel, tmp_path: Path) -> None:
    for words, said in (
        (("--move", "capex.plnt.overrun+=0..1"), "did you mean capex.plant.overrun?"),
        (("--move", "capex"), "is no move; write PATH=low..high"),
        (("--kpi", "equity_ir"), "There is no result 'equity_ir': did you mean equity_irr?"),
        (("--break-even", "delay"), "is no question"),
        (("--two-way", "delay", "cost"), "there is no cost under moves"),
    ):
        answer = finmodel("sensitivity", deal(tmp_path), *words)
        assert (answer.code, answer.out) == (2, "")
        assert said in answer.err


def test_a_wrong_heading_is_a_wrong_case(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("sensitivity", deal(tmp_path, {"kpis": ["equity_ir"]}))
    assert (answer.code, answer.out) == (3, "")
    assert "sensitivity.kpis[1]: There is no result 'equity_ir'" in answer.err


def test_an_issuance_is_no_project(finmodel: Finmodel) -> None:
    answer = finmodel("sensitivity", Path(__file__).parents[2] / "cases" / "municipal_green_bond")
    assert answer.code == 2
    assert "is an issuance of bonds" in answer.err


def test_the_page_about_it_shows_what_it_finds(finmodel: Finmodel, lighting: str) -> None:
    told = finmodel("sensitivity", lighting, "--kpi", "equity_irr").out.replace("\N{NO-BREAK SPACE}", " ")
    page = PAGE.read_text(encoding="utf-8").split("## The lighting case")[1].split("What it shows")[0]
    rows = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in page.splitlines() if line.startswith("| ")
    ]
    found = [
        line.split("  ") for line in told.split("One at a time")[1].split("Percentages change")[0].splitlines()[2:]
    ]
    bars = [[cell.strip() for cell in cells if cell.strip()] for cells in found]
    assert rows[1:] == [[*bar[:5], bar[-1]] for bar in bars if bar]
    for said in (
        "Holds from 1 month on.",
        "Holds from 3 months on.",
        "(2,997.88 KZT million a year), in a jump from 15.18%",
    ):
        assert said in told
