"""``finmodel support`` and ``finmodel minimum-support``: for people, for programs, and with nothing to say."""

import json
from pathlib import Path

from tests.cli.conftest import LIGHTING, Finmodel
from tests.model.measures.soft_loan import SOFT
from tests.model.small_case import small

LEVER = {"figure": "facilities.soft.base_rate", "without": "15 %", "most": 0}
RISK = {"id": "revenue", "probability": "10 %", "label": "Less revenue", "set": {"revenue.payment.amount": 250.0}}


def case(folder: Path, **targets: float) -> str:
    """The small deal with a soft loan and a risk, asked for what is given; JSON is YAML."""
    data = small({"facilities.soft": SOFT, "risks.less": RISK})
    if targets:
        data["concessionality"] = {"targets": targets, "lever": LEVER}
    path = folder / "deal.yaml"
    path.write_text(json.dumps(data), encoding="utf-8")
    return str(path)


def test_support_is_told_with_and_without(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("support", case(tmp_path))
    assert (answer.code, answer.err) == (0, "")
    assert "With and without support: the deal sized anew" in answer.out
    assert "R1 Less revenue" in answer.out


def test_programs_read_records(finmodel: Finmodel, tmp_path: Path) -> None:
    told = json.loads(finmodel("support", case(tmp_path), "--json").out)
    (soft,) = told["instruments"]
    assert abs(sum(soft["resized"]["parties"].values())) < 1e-6
    assert set(soft["risks"]) == {"less"}
    assert told["measures"]["grant_element_dac"]["unit"] == "%"


def test_the_least_support_is_found_needless_or_out_of_reach_and_each_is_an_answer(
    finmodel: Finmodel, tmp_path: Path
) -> None:
    answers = {}
    for irr in (0.4, 0.1, 0.9):
        answer = finmodel("minimum-support", case(tmp_path, equity_irr=irr), "--json")
        assert (answer.code, answer.err) == (0, "")
        answers[irr] = json.loads(answer.out)
    assert {irr: told["answer"] for irr, told in answers.items()} == {
        0.4: "found", 0.1: "none_needed", 0.9: "not_reachable"
    }  # fmt: skip
    assert abs(answers[0.4]["with"]["equity_irr"] - 0.4) < 1e-7
    assert answers[0.9]["binding"] == ["equity_irr"]


def test_the_answer_is_told_to_people_and_can_be_asked_for_anew(finmodel: Finmodel, tmp_path: Path) -> None:
    asked = ("--set", "concessionality.targets.equity_irr=41 %")
    answer = finmodel("minimum-support", case(tmp_path, equity_irr=0.4), *asked)
    assert "The least support that is enough: Soft: Base rate " in answer.out
    assert "Target equity IRR 41.00%" in answer.out


def test_a_case_without_support_is_told_what_to_state(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("support", LIGHTING)
    assert answer.code == 2
    assert "has no support to measure: no concessional loan, grant or guarantee of debt" in answer.err
    answer = finmodel("minimum-support", LIGHTING)
    assert answer.code == 2
    assert "state concessionality.targets and concessionality.lever" in answer.err
