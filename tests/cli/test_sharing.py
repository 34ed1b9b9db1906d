"""``finmodel simulate --parties --support`` says who bears what, to people and to programs."""

import json
import re
from pathlib import Path

import pytest

from finmodel.analysis import paired_runs
from finmodel.cli.sharing import asked_of
from finmodel.errors import UsageError
from finmodel.risk_distributions import RiskLoad
from tests.cli.conftest import Finmodel
from tests.shared_case import BACKED
from tests.uncertain_case import case_file


@pytest.fixture
def backed(tmp_path: Path) -> str:
    """The small deal with support."""
    return str(case_file(tmp_path, BACKED))


def test_tables_follow_the_simulation_and_a_file_is_written(finmodel: Finmodel, backed: str) -> None:
    answer = finmodel("simulate", backed, "-n", "50", "--parties", "--support", "--load", "capital=8%")
    assert answer.code == 0
    assert "\nWho bears what\n" in answer.out
    assert "The load is 8.00% a year" in answer.out
    written = answer.out.rpartition("Written to")[2]
    assert {"simulation.json", "simulation.npz", "simulation.html", "risk_sharing.json"} <= {
        *re.split(r"[\s,]+", written)
    }
    assert json.loads(Path("reports/small/risk_sharing.json").read_text(encoding="utf-8"))["load"]["number"] == 0.08


def test_programs_read_both_from_standard_output(finmodel: Finmodel, backed: str) -> None:
    answer = finmodel("simulate", backed, "-n", "50", "--parties", "--json", "--quiet", "--out", "here")
    found = json.loads(answer.out)
    assert found["scenarios"] == 50
    assert found["risk_sharing"] == json.loads(Path("here/risk_sharing.json").read_text(encoding="utf-8"))
    assert found["risk_sharing"]["support"] == {}


def test_a_case_without_support_has_none_to_measure(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("simulate", str(case_file(tmp_path)), "-n", "50", "--support")
    assert answer.code == 2
    assert "has no support to measure" in answer.err


def test_an_interruption_says_that_nothing_of_it_is_kept(
    finmodel: Finmodel, backed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*given: object, **more: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(paired_runs, "run_plan", interrupted)
    answer = finmodel("simulate", backed, "-n", "50", "--parties")
    assert answer.code == 130
    assert "nothing of that is kept" in answer.err


@pytest.mark.parametrize(
    ("load", "rate", "said"),
    [
        ("much", None, "--load much is no load; write deviation=0.25 or capital=8%"),
        ("capital", None, "--load capital is no load"),
        ("none=3", None, "--load none=3 is no load"),
        ("capital=x", None, "--load x"),
        ("capital=-8%", None, "must be 0 or more"),
        (None, "-100%", "above -100%"),
    ],
)
def test_loads_and_rates_that_make_no_sense_are_refused(load: str | None, rate: str | None, said: str) -> None:
    with pytest.raises(UsageError, match=said.replace("(", r"\(")):
        asked_of(parties=False, support=True, load=load, rate=rate)


def test_fees_are_asked_about_with_support_only() -> None:
    with pytest.raises(UsageError, match="add --support"):
        asked_of(parties=False, support=False, load="capital=8%", rate=None)
    assert asked_of(parties=False, support=False, load=None, rate=None) is None


def test_what_is_asked_is_read() -> None:
    asked = asked_of(parties=True, support=True, load="deviation=0.25", rate="12 %")
    assert asked is not None
    assert (asked.load, asked.discount_rate) == (RiskLoad("deviation", 0.25), 0.12)
