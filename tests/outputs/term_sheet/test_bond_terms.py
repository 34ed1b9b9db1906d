"""The terms of each bond in the term sheet, and the schedule of payments."""

from functools import cache
from pathlib import Path

from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.bond_terms import bond_sections, bonds, schedule_annex
from finmodel.outputs.term_sheet.view import View
from finmodel.pipeline import run_case

ISSUANCE = Path(__file__).parents[2] / "inputs" / "good_issuance.yaml"


@cache
def seen() -> View:
    return View(run_case(ISSUANCE), translator("en"))


def test_every_bond_has_a_section_with_its_terms() -> None:
    assert bonds(seen()) == ("green_2029",)
    (section,) = bond_sections(seen())
    terms = {term.label: term.texts for term in section.terms}
    assert terms["Principal"] == ("KZT\xa01,000.0\xa0million",)
    assert terms["Coupon"][0].startswith("12.00")


def test_the_schedule_shows_what_is_paid_in_every_period() -> None:
    (table,) = schedule_annex(seen()).tables
    assert [row.cells[1] for row in table.rows] == ["–", *["60.0"] * 6]
