"""``finmodel run`` prints the key results and writes the documents of a case."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Finmodel
from tests.inputs.good_issuance import GOOD_ISSUANCE


def test_a_run_prints_key_results_and_writes_four_documents(finmodel: Finmodel, lighting: str, tmp_path: Path) -> None:
    answer = finmodel("run", lighting)
    assert (answer.code, answer.err) == (0, "")
    folder = tmp_path / "reports" / "alatau_gate_lighting"
    assert sorted(path.name for path in folder.iterdir()) == [
        "manifest.json", "model.xlsx", "results.json", "term_sheet.html",
    ]  # fmt: skip
    for words in ("Lowest DSCR", "Equity IRR", "Master check: all ", "reports/alatau_gate_lighting"):
        assert words in answer.out


def test_json_goes_to_the_output_and_messages_beside_it(finmodel: Finmodel, lighting: str, tmp_path: Path) -> None:
    answer = finmodel("run", lighting, "--json", "--out", "here")
    assert json.loads(answer.out) == json.loads((tmp_path / "here" / "results.json").read_text(encoding="utf-8"))
    assert answer.err.startswith("Written to here: results.json")


def test_a_scenario_is_run_at_the_contract_and_can_be_sized_again(finmodel: Finmodel, lighting: str) -> None:
    base = json.loads(finmodel("run", lighting, "--json").out)
    frozen = json.loads(finmodel("run", lighting, "--json", "--scenario", "cost_overrun").out)
    sized = json.loads(finmodel("run", lighting, "--json", "--scenario", "cost_overrun", "--resize").out)
    assert (frozen["scenario"], frozen["frozen"], sized["frozen"]) == ("cost_overrun", True, False)
    assert frozen["kpis"]["total_uses"] == base["kpis"]["total_uses"]
    assert sized["kpis"]["total_uses"]["value"] > base["kpis"]["total_uses"]["value"]
    assert frozen["kpis"]["equity_irr"]["value"] < base["kpis"]["equity_irr"]["value"]


def test_an_entry_can_be_changed(finmodel: Finmodel, lighting: str) -> None:
    answer = finmodel("run", lighting, "--json", "--set", "timing.operation_months=120")
    assert json.loads(answer.out)["assumptions"]["operation_months"]["value"] == 120


def test_a_wrong_change_is_a_wrong_case(finmodel: Finmodel, lighting: str, tmp_path: Path) -> None:
    answer = finmodel("run", lighting, "--set", "timing.operation_month=120")
    assert (answer.code, answer.out) == (3, "")
    assert "did you mean operation_months" in answer.err
    assert not (tmp_path / "reports").exists()


def test_an_unknown_scenario_is_met_with_those_there_are(finmodel: Finmodel, lighting: str) -> None:
    answer = finmodel("run", lighting, "--scenario", "delay")
    assert answer.code == 2
    assert "has no scenario 'delay'; it has: base, delay_six_months" in answer.err


def test_a_failing_covenant_matters_only_when_it_is_asked_for(finmodel: Finmodel, lighting: str) -> None:
    late = ("run", lighting, "--scenario", "delay_six_months")
    easy, strict = finmodel(*late), finmodel(*late, "--strict")
    assert (easy.code, strict.code) == (0, 4)
    assert "alert: Periods in lock-up" in easy.out
    assert "lockup_periods_count" in strict.err
    assert finmodel("run", lighting, "--strict").code == 0


def test_the_language_of_documents_is_chosen(finmodel: Finmodel, lighting: str, tmp_path: Path) -> None:
    answer = finmodel("run", lighting, "--lang", "ru", "--out", "ru")
    assert answer.out.startswith("Алатау Сити, район Gate")
    assert '<html lang="ru' in (tmp_path / "ru" / "term_sheet.html").read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_to_is_said(finmodel: Finmodel, lighting: str, tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    answer = finmodel("run", lighting, "--out", "taken/below")
    assert answer.code == 2
    assert "taken/below/results.json cannot be written" in answer.err


def test_a_concession_subsidised_in_every_way_has_all_its_documents(finmodel: Finmodel, tmp_path: Path) -> None:
    """Risks, the public side, the least grant and every table read lines that end with the concession."""
    answer = finmodel("run", str(Path(__file__).with_name("subsidised_case.yaml")), "--out", "here")
    assert (answer.code, answer.err) == (0, "")
    assert "Master check: all " in answer.out
    assert "Length of the concession" in answer.out
    said = (tmp_path / "here" / "term_sheet.html").read_text(encoding="utf-8")
    assert "Viability gap grant, up to a cap of each source" in said
    assert "That is a grant of " in said


@pytest.mark.parametrize(
    ("issuer", "served_by", "kind"),
    [
        ("project", "project_revenue", "Project company, from the cash flow of the project"),
        ("municipal", "local_budget", "Local authority, from its budget"),
        ("portfolio", "portfolio", "Issuer for a portfolio"),
        ("corporate", "issuer_operations", "Company, from its operations"),
    ],
)
def test_bonds_of_every_kind_of_issuer_are_run_from_file_to_documents(
    finmodel: Finmodel, tmp_path: Path, issuer: str, served_by: str, kind: str
) -> None:
    """What serves them: the project's revenue, the local budget, the portfolio, or operations."""
    file = tmp_path / "bond.yaml"
    file.write_text(GOOD_ISSUANCE.replace("issuer: municipal", f"issuer: {issuer}"), encoding="utf-8")
    answer = finmodel("run", file, "--out", "here")
    assert (answer.code, answer.err) == (0, "")
    written = json.loads((tmp_path / "here" / "results.json").read_text(encoding="utf-8"))
    assert all(check["ok"] for check in written["checks"].values())
    assert sum(written["parties"][served_by]["net"]) < 0
    assert kind in (tmp_path / "here" / "term_sheet.html").read_text(encoding="utf-8")
