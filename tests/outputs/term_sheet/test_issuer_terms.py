"""The issuer in the term sheet: limits and cover by calendar year, flows of the parties."""

from functools import cache
from pathlib import Path

from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.issuer_terms import flows_annex, issuer_section
from finmodel.outputs.term_sheet.view import View
from tests.runs import results_of

ISSUANCE = Path(__file__).parents[2] / "inputs" / "good_issuance.yaml"
ISSUER = "issuer={revenue: 2000, spending: 1700, lowest_cover: 1.5}"


@cache
def seen() -> View:
    return View(results_of(ISSUANCE, overrides=(ISSUER,)), translator("en"))


def test_cover_stands_in_the_years_in_which_bonds_are_served() -> None:
    (section,) = issuer_section(seen())
    (table,) = section.tables
    assert table.columns == ("2027", "2028", "2029")
    assert next(row.cells for row in table.rows if row.label == "Cover of debt service")[0] == 300 / 120
    assert [term.label for term in section.terms][-2:] == [
        "Cover of debt service, at least",
        "Lowest cover of debt service",
    ]


def test_without_an_issuer_nothing_is_said_of_it() -> None:
    assert list(issuer_section(View(results_of(ISSUANCE), translator("en")))) == []


def test_flows_of_the_parties_add_to_zero() -> None:
    (table,) = flows_annex(seen()).tables
    assert all(abs(sum(column)) < 1e-9 for column in zip(*(row.cells for row in table.rows), strict=True))
