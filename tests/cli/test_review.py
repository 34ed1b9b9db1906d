"""``finmodel review``: findings are told and end with 0; a folder holds what readers and programs need."""

import json
from pathlib import Path

import pytest

from tests.analysis.review.cases import COMPLIANT, FAULTY
from tests.cli.conftest import LIGHTING, Finmodel

AUTHORITY = COMPLIANT.with_name("authority.csv")
LINKED = LIGHTING.parent / "street_lighting_slb"
SEEDED = (
    "double_counting",
    "look_back_exceeded",
    "over_allocation",
    "missing_baseline",
    "gross_impact_claimed",
    "threshold_unverified",
)


def test_every_seeded_fault_is_found_and_told_with_its_remedy(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("review", FAULTY, "--taxonomy", AUTHORITY, "--out", tmp_path)
    assert (answer.code, answer.err) == (0, "")
    told = json.loads((tmp_path / "review.json").read_text(encoding="utf-8"))
    assert {finding["code"] for finding in told["findings"]} == set(SEEDED)
    for finding in told["findings"]:
        assert f"({finding['code']})" in answer.out
        assert f"Remedy: {finding['remedy']}" in answer.out


def test_a_case_without_fault_has_a_pack_without_findings(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("review", COMPLIANT, "--taxonomy", AUTHORITY, "--out", tmp_path)
    assert answer.code == 0
    assert "No finding: what the case states is complete" in answer.out
    assert {"review.html", "review.xlsx", "review.json", "allocation.csv", "impact.csv", "screening.csv"} <= {
        path.name for path in tmp_path.iterdir()
    }


def test_a_fault_that_a_run_refuses_is_reviewed(finmodel: Finmodel) -> None:
    assert finmodel("run", FAULTY).code == 3
    assert finmodel("review", FAULTY).code == 0


def test_an_annual_report_is_of_a_year_of_the_model(finmodel: Finmodel) -> None:
    assert "Annual report for review, 2028" in finmodel("review", COMPLIANT, "--year", "2028").out
    assert Path("reports/compliant/review/review.html").is_file()
    answer = finmodel("review", COMPLIANT, "--year", "1999")
    assert answer.code == 2
    assert "1999 is outside the model of compliant; give a year from 2027 to 2037" in answer.err


def test_the_page_is_in_the_language_asked_for(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("review", COMPLIANT, "--out", tmp_path, "--lang", "kk")
    assert answer.code == 0
    assert '<html lang="kk">' in (tmp_path / "review.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ((LIGHTING,), "has no heading green and nothing that is linked to targets: there is nothing to review"),
        ((COMPLIANT, "--taxonomy", "nowhere.csv"), "nowhere.csv"),
    ],
)
def test_what_cannot_be_reviewed_says_why(finmodel: Finmodel, words: tuple[str, ...], said: str) -> None:
    answer = finmodel("review", *words)
    assert answer.code == 2
    assert said in answer.err


def test_what_is_linked_to_targets_is_reviewed_though_nothing_is_labelled(finmodel: Finmodel, tmp_path: Path) -> None:
    answer = finmodel("review", LINKED, "--out", tmp_path)
    assert answer.code == 0
    assert "2. Calibration of sustainability performance targets  Evidence is missing" in answer.out
    assert "5. Verification of indicators                         Planned, not done" in answer.out
    assert {"review.html", "review.json", "targets.csv"} <= {path.name for path in tmp_path.iterdir()}
    assert not (tmp_path / "allocation.csv").exists()
