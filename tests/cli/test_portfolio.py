"""``finmodel portfolio`` pools deals, for people and for programs."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Finmodel
from tests.pools import CITIES


def test_deals_years_structures_and_concentration_are_printed(finmodel: Finmodel) -> None:
    answer = finmodel("portfolio", str(CITIES))
    assert (answer.code, answer.err) == (0, "")
    assert answer.out.startswith("Smart services of three cities · KZT million · the debt of every deal as sized")
    for heading in ("Deals, for the share of the pool", "Key results of the pool", "Tranches, in the base case",
                    "Pooled green bond", "Infrastructure investment trust", "Concentration", "Limits"):  # fmt: skip
        assert f"\n{heading}\n" in answer.out, heading
    assert "Every limit that the portfolio states is kept." in answer.out


def test_programs_read_every_record_and_no_value_is_nan(finmodel: Finmodel) -> None:
    told = json.loads(finmodel("portfolio", str(CITIES), "--json").out)
    assert told["currency"] == "KZT million"
    assert list(told["tranches"]) == ["senior", "mezzanine", "first_loss"]
    assert told["concentration"]["case"]["herfindahl"] < 0.5
    assert told["lines"]["cfads"]["values"][0] == 0
    assert told["lines"]["dscr"]["values"][0] is None


def test_a_folder_that_is_not_there_is_told(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("portfolio", str(tmp_path / "none"))
    assert answer.code == 2
    assert answer.err.startswith("There is no folder")


def test_a_bad_portfolio_file_ends_with_3(finmodel: Finmodel, tmp_path: Path) -> None:
    (tmp_path / "portfolio.yaml").write_text("portfolio: {title: X}\n", "utf-8")
    answer = finmodel("portfolio", str(tmp_path))
    assert answer.code == 3
    assert "portfolio.yaml:1:1" in answer.err


def test_scenarios_give_the_same_bytes_each_time_and_the_seed_is_said(finmodel: Finmodel, tmp_path: Path) -> None:
    given = ("portfolio", str(CITIES), "-n", "100", "--seed", "3", "--out")
    first, second = (finmodel(*given, str(tmp_path / name)) for name in ("a", "b"))
    assert (first.code, second.code) == (0, 0), first.err
    assert "\n100 scenarios, seed 3\n" in first.out
    assert "(FROZEN)" in first.out
    for name in ("portfolio.json", "portfolio.npz"):
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes()


def test_programs_read_the_simulation(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("portfolio", str(CITIES), "-n", "60", "--out", str(tmp_path), "--json")
    told = json.loads(answer.out)
    assert told["simulation"]["scenarios"] == 60
    assert told["frozen"] is True
    assert [tranche["name"] for tranche in told["simulation"]["tranches"]] == ["senior", "mezzanine", "first_loss"]
    assert answer.err.startswith("Written: ")


def test_words_that_cannot_be_acted_on_end_with_2(finmodel: Finmodel) -> None:
    for words, said in {
        ("--resize",): "--resize says how scenarios are run, and none are asked for; add -n 10000.",
        ("-n", "1"): "-n 1 is no number of scenarios",
        ("-n", "10", "--jobs", "0"): "--jobs 0 is no number of processes",
        ("-n", "10", "--seed", "-1"): "--seed -1 is below 0",
        ("-n", "10", "--jobs", "2", "--cluster", "tcp://127.0.0.1:1"): "keep one",
        ("-n", "10", "--store", "p.csv"): "ends neither in .duckdb",
    }.items():
        answer = finmodel("portfolio", str(CITIES), *words)
        assert answer.code == 2, words
        assert said in answer.err, words


def test_a_missing_extra_ends_with_5_and_is_named(finmodel: Finmodel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("finmodel.analysis.portfolio.cluster.find_spec", lambda name: None)
    answer = finmodel("portfolio", str(CITIES), "-n", "10", "--cluster", "tcp://127.0.0.1:1")
    assert answer.code == 5
    assert "pip install finmodel[cluster]" in answer.err
