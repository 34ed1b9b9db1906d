"""The terms of each bond in the term sheet."""

from functools import cache
from pathlib import Path

from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.bond_terms import bond_sections, bond_terms_annex, bonds
from finmodel.outputs.term_sheet.view import View
from tests.runs import results_of

ISSUANCE = Path(__file__).parents[2] / "inputs" / "good_issuance.yaml"


@cache
def seen() -> View:
    return View(results_of(ISSUANCE), translator("en"))


def test_every_bond_has_a_section_with_its_terms() -> None:
    assert bonds(seen()) == ("green_2029",)
    section, common = bond_sections(seen())
    terms = {term.label: term.texts for term in section.terms}
    assert terms["Principal"] == ("KZT\xa01,000.0\xa0million",)
    assert terms["Coupon"] == ("Fixed coupon: 12.00%\xa0a\xa0year",)
    stated = {row.label: row.cells[0] for row in bond_terms_annex(seen()).tables[0].rows}
    assert stated["Coupon: Coupon"] == "12.00%\xa0a\xa0year"
    assert common.key == "common-terms"
    assert terms["Effective yield"] == ("12.79%\xa0a\xa0year",)
    assert "Listing and trading" in {term.label for term in common.terms}


def test_where_a_bond_is_listed_is_said_once() -> None:
    """By the bond itself; then nothing is left to be agreed for all of them."""
    said = ("bonds.green_2029.listed_on=AIX", "bonds.green_2029.redemption={profile: amortising, grace_months: 12}")
    section, common = bond_sections(View(results_of(ISSUANCE, overrides=said), translator("en")))
    terms = {term.label: term.texts for term in section.terms}
    assert terms["Where it is listed"] == ("AIX",)
    assert terms["Months from issue without redemption"] == ("12\xa0months",)
    assert "Listing and trading" not in {term.label for term in common.terms}
