"""Thematic terms: what bond, target, ratchet and lease say of themselves, and what the case expects of them."""

from pathlib import Path

import pytest

from finmodel.outputs.language import translator
from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.thematic_terms import thematic_sections
from finmodel.outputs.term_sheet.view import View
from finmodel.pipeline import run_case

CASE = Path(__file__).parents[1] / "thematic_case.yaml"


@pytest.fixture(scope="module")
def thematic() -> View:
    return View(run_case(CASE), translator("en"))


def rows(table: Table) -> dict[str, tuple[object, ...]]:
    return {row.label: row.cells for row in table.rows}


def test_a_case_without_thematic_debt_has_no_section(view: View) -> None:
    assert thematic_sections(view) == []


def test_a_bond_tells_its_label_price_and_costs(thematic: View) -> None:
    issue, *_ = thematic_sections(thematic)
    (table,) = issue.lead
    found = rows(table)
    assert table.columns == ("Green bond",)
    assert found["Label"] == ("Green bond",)
    assert found["Use of proceeds"] == ("Secured: by assets set apart for it",)
    assert found["Issue price, of face value"] == ("98.0%",)
    assert found["All-in cost to the company"] == (thematic.shown("green_notes.cost_rate"),)


def test_targets_say_what_is_stated_and_what_the_case_expects(thematic: View) -> None:
    _, linked, _ = thematic_sections(thematic)
    stated, outcome, ratchet = (rows(table) for table in linked.lead)
    assert any("An independent verifier" in map(str, cells) for cells in stated.values())
    assert outcome["Target missed"] == (thematic.shown("linked_energy.missed"),)
    assert outcome["Expected cost of the steps"] == (thematic.shown("linked_energy.expected_cost"),)
    assert ratchet["Poor"] == ("0", "95", thematic.shown("linked_poor.adjustment"))
    assert ratchet["Good"][:2] == ("98", "open")


def test_a_sukuk_names_who_lets_and_who_insures(thematic: View) -> None:
    *_, lease = thematic_sections(thematic)
    (table,) = lease.lead
    found = rows(table)
    assert found["Trustee, who lets the assets"] == ("Trustee",)
    assert found["Insurer of the assets"] == ("Takaful operator",)
    assert found["Lowest asset cover"] == (thematic.shown("lease.asset_cover_minimum"),)
