"""``finmodel risks`` says who bears which risk, to people and to programs."""

import json
from pathlib import Path

from tests.cli.conftest import LIGHTING, Finmodel

PAGE = LIGHTING.parents[1] / "docs" / "risk_sharing.md"


def test_the_matrix_the_table_and_the_findings_are_printed(finmodel: Finmodel, lighting: str) -> None:
    answer = finmodel("risks", lighting)
    assert (answer.code, answer.err) == (0, "")
    for heading in ("Risk matrix", "Risks and their mitigation", "Who bears which risk", "Findings"):
        assert f"\n{heading}\n" in answer.out, heading
    assert "Contractor: 0% of the loss, where 70% was intended." in answer.out
    assert "capex" not in answer.out


def test_programs_read_records_whose_parties_add_to_zero(finmodel: Finmodel, lighting: str) -> None:
    told = json.loads(finmodel("risks", lighting, "--json").out)
    assert (told["case"], told["currency"]) == ("alatau_gate_lighting", "KZT million")
    assert len(told["risks"]) == 8
    for risk in told["risks"][:-1]:
        assert abs(sum(risk["parties"].values())) < 1e-6
        assert risk["sum"] == 0
        assert abs(sum(risk["shares"].values()) - 1) < 1e-9
        assert abs(risk["expected_cost"] - risk["probability"] * risk["loss"]) < 1e-6
    overrun = told["risks"][0]
    assert (overrun["id"], overrun["name"]) == ("construction", "construction_overrun")
    assert overrun["intended"] == {"contractor": 0.7, "sponsor": 0.3}
    assert overrun["driver"]["luminaires.overrun"] == 0.15


def test_a_risk_that_is_not_computed_has_a_reason(finmodel: Finmodel, lighting: str) -> None:
    war = json.loads(finmodel("risks", lighting, "--json").out)["risks"][-1]
    assert (war["loss"], war["equity_irr"], war["reason"]) == (None, None, "The risk moves no figure of the case.")


def test_it_is_the_same_each_time_and_the_same_as_in_the_results(finmodel: Finmodel, lighting: str) -> None:
    first, second = (finmodel("risks", lighting, "--json").out for _ in range(2))
    assert first == second
    run = json.loads(finmodel("run", lighting, "--json").out)
    assert list(run["risks"].values()) == json.loads(first)["risks"]


def test_an_entry_can_be_changed(finmodel: Finmodel, lighting: str) -> None:
    changed = ("--set", "risks.construction_overrun.probability=50 %", "--set", "funding.opening_cash=200")
    told = json.loads(finmodel("risks", lighting, "--json", *changed).out)["risks"][0]
    assert told["probability"] == 0.5
    assert abs(told["expected_cost"] - 0.5 * told["loss"]) < 1e-6


def test_it_speaks_the_languages_of_documents(finmodel: Finmodel, lighting: str) -> None:
    assert "Распределение" not in finmodel("risks", lighting).out
    assert "Кто какой риск несёт" in finmodel("risks", lighting, "--lang", "ru").out
    assert "Қай тәуекелді кім көтереді" in finmodel("risks", lighting, "--lang", "kk").out


def test_a_case_without_risks_is_told_how_to_state_them(finmodel: Finmodel, tmp_path: Path) -> None:
    finmodel("init", "plain")
    (tmp_path / "plain" / "case.yaml").write_text(_without_risks(tmp_path / "plain" / "case.yaml"), encoding="utf-8")
    answer = finmodel("risks", "plain")
    assert (answer.code, answer.out) == (2, "")
    assert "states no risks; list them under risks:" in answer.err


def _without_risks(path: Path) -> str:
    before, heading, after = path.read_text(encoding="utf-8").partition("\nrisks:")
    return before + "\nterm_sheet:" + after.partition("\nterm_sheet:")[2] if heading else before


def test_a_path_that_leads_nowhere_is_a_wrong_case(finmodel: Finmodel, lighting: str) -> None:
    wrong = "{id: design, probability: 1 %, set: {capex.luminaire.overrun: 5 %}}"
    answer = finmodel("risks", lighting, "--set", f"risks.drawings={wrong}")
    assert (answer.code, answer.out) == (3, "")
    assert "did you mean luminaires?" in answer.err


def test_the_page_about_it_shows_what_it_finds(finmodel: Finmodel, lighting: str) -> None:
    told = json.loads(finmodel("risks", lighting, "--json").out)["risks"]
    page = PAGE.read_text(encoding="utf-8")
    for label, party in (("Sponsors", "sponsor"), ("City", "authority")):
        (row,) = [line for line in page.splitlines() if line.startswith(f"| {label} |")]
        changes = [risk["parties"][party] for risk in told if risk["parties"]]
        shown = [f"{change:,.0f}".replace("-", "−") if abs(change) >= 0.5 else "–" for change in changes]
        assert [cell.strip() for cell in row.strip("|").split("|")][1:] == shown


def test_the_template_s_risks_are_computed(finmodel: Finmodel) -> None:
    finmodel("init", "fresh")
    told = json.loads(finmodel("risks", "fresh", "--json").out)["risks"]
    assert [risk["name"] for risk in told] == ["late_completion", "dear_maintenance"]
    assert all(abs(risk["sum"]) < 1e-6 for risk in told)
