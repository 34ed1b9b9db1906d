"""``finmodel compare`` says what differs in two deals and what makes the difference, to people and to programs."""

import json
from math import fsum
from pathlib import Path

from tests.cli.conftest import LIGHTING, Finmodel

PAGE = LIGHTING.parents[1] / "docs" / "scenarios.md"


def test_two_scenarios_of_a_case_are_compared_at_the_contract_s_debt(finmodel: Finmodel, lighting: str) -> None:
    sides = (f"{lighting}:high_rates", f"{lighting}:cost_overrun")
    answer = finmodel("compare", *sides)
    assert (answer.code, answer.err) == (0, "")
    for heading in ("Figures that differ", "Key results", "What makes the difference"):
        assert f"\n{heading}\n" in answer.out, heading
    assert "Debt stays as contracted in the base case in both" in answer.out
    told = json.loads(finmodel("compare", *sides, "--json").out)
    assert told["a"]["frozen"] is told["b"]["frozen"] is True
    for kpi in told["kpis"].values():
        assert abs(fsum(cause["effect"] for cause in kpi["causes"]) - kpi["change"]) <= 1e-8 * abs(kpi["b"]["value"])


def test_debt_can_be_sized_again_and_one_result_asked_for(finmodel: Finmodel, lighting: str) -> None:
    told = json.loads(
        finmodel("compare", lighting, f"{lighting}:high_rates", "--resize", "--kpi", "senior_debt", "--json").out
    )
    assert (told["debt"], list(told["kpis"])) == ("sized", ["senior_debt"])
    assert [cause["cause"] for cause in told["kpis"]["senior_debt"]["causes"]] == ["facilities.senior.margin"]


def test_wrong_names_are_answered_with_the_right_ones(finmodel: Finmodel, lighting: str) -> None:
    unknown = finmodel("compare", lighting, f"{lighting}:high_rate")
    assert (unknown.code, unknown.out) == (2, "")
    assert "high_rates" in unknown.err
    elsewhere = finmodel("compare", lighting, str(LIGHTING.with_name("alatau_gate_lightning")))
    assert elsewhere.code == 2
    assert "Did you mean" in elsewhere.err
    assert "did you mean equity_irr?" in finmodel("compare", lighting, lighting, "--kpi", "equity_ir").err


def test_the_page_about_it_shows_what_it_finds(finmodel: Finmodel) -> None:
    hub = str(LIGHTING.with_name("gate_business_hub"))
    told = json.loads(finmodel("compare", hub, f"{hub}:downside", "--kpi", "equity_irr", "--json").out)["kpis"][
        "equity_irr"
    ]
    page = PAGE.read_text(encoding="utf-8")
    for cause in told["causes"]:
        (row,) = [line for line in page.splitlines() if f"(`{cause['cause']}`)" in line]
        assert row.endswith(f"| {cause['effect'] * 100:.2f} |".replace("-", "−"))
    assert f"**{told['change'] * 100:.2f}**".replace("-", "−") in page
    alone = json.loads(finmodel("scenarios", hub, "--kpi", "equity_irr", "--json").out)["scenarios"]
    lost = [-alone[name]["kpis"]["equity_irr"]["change"] * 100 for name in ("low_rents", "slow_letting")]
    assert "lower rents cost {:.2f} points and slow letting {:.2f}".format(*lost) in page


def test_a_page_is_written_where_a_folder_is_named(finmodel: Finmodel, lighting: str, tmp_path: Path) -> None:
    sides = (lighting, f"{lighting}:high_rates")
    assert finmodel("compare", *sides, "--kpi", "equity_irr", "--lang", "ru", "--out", str(tmp_path)).code == 0
    assert '<html lang="ru">' in (tmp_path / "comparison.html").read_text(encoding="utf-8")
