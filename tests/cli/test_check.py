"""``finmodel check`` tells every problem of every case and writes nothing."""

import json
from pathlib import Path

from tests.cli.conftest import Finmodel


def test_a_good_case_is_said_to_be_good(finmodel: Finmodel, lighting: str, tmp_path: Path) -> None:
    answer = finmodel("check", lighting)
    assert answer.code == 0
    assert "a valid case; all" in answer.out
    assert list(tmp_path.iterdir()) == []


def test_problems_of_several_cases_are_all_told(finmodel: Finmodel, lighting: str, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.yaml").write_text("projekt: {title: x}\n")
    answer = finmodel("check", "one.yaml", lighting, "two.yaml")
    assert answer.code == 3
    assert "one.yaml:1:1: projekt" in answer.err
    assert "two.yaml:1:1: projekt" in answer.err
    assert "a valid case" in answer.out


def test_problems_can_be_read_by_programs(finmodel: Finmodel, tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text("projekt: {title: x}\n")
    found = json.loads(finmodel("check", "one.yaml", "--json").out)["one.yaml"]
    assert found["valid"] is False
    assert (1, "projekt") in [(problem["line"], problem["key"]) for problem in found["problems"]]


def test_strict_fails_where_a_check_does(finmodel: Finmodel, lighting: str) -> None:
    locked_up = ("check", lighting, "--set", "distributions.lockup_dscr=2")
    easy, strict = finmodel(*locked_up), finmodel(*locked_up, "--strict")
    assert (easy.code, strict.code) == (0, 4)
    assert "these fail: lockup_periods_count" in easy.out
