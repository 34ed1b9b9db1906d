"""``finmodel outcomes``: for people, for programs, and with nothing to say."""

import json
from pathlib import Path

from tests.cli.conftest import LIGHTING, Finmodel
from tests.model.small_case import small

STREAM = {
    "type": "pay_for_performance",
    "outcomes": {"time": {"label": "Time saved", "baseline": 100.0, "measured": 140.0, "rate": 2.0}},
}


def case(folder: Path) -> str:
    """The small deal with one outcome; JSON is YAML."""
    path = folder / "deal.yaml"
    path.write_text(json.dumps(small({"revenue.signals": STREAM})), encoding="utf-8")
    return str(path)


def test_cost_and_return_are_told_by_level(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("outcomes", case(tmp_path))
    assert (answer.code, answer.err) == (0, "")
    assert "What outcomes cost and earn" in answer.out
    assert "Signals: Cost to the payer" in answer.out
    assert "125.0%" in answer.out


def test_programs_read_the_levels_that_they_ask_for(finmodel: Finmodel, tmp_path: Path) -> None:
    told = json.loads(finmodel("outcomes", case(tmp_path), "--levels", "0, 50 %, 100", "--json").out)
    assert told["columns"] == ["0", "0.5", "1"]
    assert told["rows"]["signals.payer_cost"]["values"] == [0, 320, 640]


def test_levels_that_are_none_are_refused(finmodel: Finmodel, tmp_path: Path) -> None:
    for wrong in ("half", "-5", "50,,100", "nan"):
        answer = finmodel("outcomes", case(tmp_path), f"--levels={wrong}")
        assert answer.code == 2
        assert "write, say, --levels 0,50,100" in answer.err


def test_a_case_without_outcomes_has_nothing_to_tell(finmodel: Finmodel) -> None:
    answer = finmodel("outcomes", LIGHTING)
    assert answer.code == 2
    assert "is not paid for outcomes" in answer.err
