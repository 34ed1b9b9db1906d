"""Green terms: the framework by component, and the tables that fit a page; nothing for a case without the heading."""

from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from finmodel.analysis.evaluation import About, evaluate
from finmodel.analysis.green.tables import green_tables
from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.green_terms import green_annex, green_sections
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.term_sheet.writer import term_sheet
from finmodel.pipeline import run_case
from tests.inputs.green_heading import with_green
from tests.model.green.green_deal import GREEN
from tests.model.small_case import small_case, small_model

FITTING: dict[str, Any] = {"allocations.solar_2027.amount": 2000, "allocations.solar_2028.amount": 1000}


@cache
def green_view() -> View:
    """The example of the manual, with allocations that the loan of the good case pays for."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "case.yaml"
        path.write_text(with_green(FITTING), encoding="utf-8")
        return View(run_case(path), translator("en"))


def terms() -> dict[str, tuple[str, ...]]:
    (section,) = green_sections(green_view())
    return {term.label: term.texts for term in section.terms}


def test_a_deal_without_the_heading_has_neither_section_nor_annex(view: View) -> None:
    assert list(green_sections(view)) == []
    assert list(green_annex(view)) == []


def test_each_component_says_what_the_case_states() -> None:
    said = terms()
    assert said["Use of proceeds"] == ("Photovoltaics, water networks and electric mobility",)
    assert said["Eligible projects"] == ("Solar plant (Renewable energy)",)
    assert said["Evaluation and selection"] == ("A committee of the city selects by the criteria of annex 1",)
    assert said["Tracking of proceeds"] == ("Sub-account", "Credited to a sub-account; adjusted every quarter")
    assert said["Proceeds not yet allocated"] == ("Treasury bills: 70.0%", "Account: 30.0%")
    assert said["How often and until when"] == ("Every year", "Until all is allocated")
    assert said["Look-back on refinanced spending"] == ("36\N{NO-BREAK SPACE}months",)
    (review,) = said["External review"]
    assert review.startswith("Second-party opinion, before issue, published, A reviewer, Green Bond Principles")
    assert review.endswith("May\N{NO-BREAK SPACE}2026")


def test_the_annex_shows_allocation_and_impact_in_words() -> None:
    (annex,) = green_annex(green_view())
    tables = {table.key: table for table in annex.tables}
    assert list(tables) == [
        "table-green-projects",
        "table-green-allocation",
        "table-green-unallocated",
        "table-green-impact",
        "table-green-impact-totals",
    ]
    allocation = tables["table-green-allocation"]
    assert allocation.rows[0].cells == ("Senior", "2027", "Made", "2,000.0", "500.0")
    assert (allocation.rows[-1].label, allocation.rows[-1].kind) == ("All allocations", "total")
    impact = {(row.cells[1], row.cells[3]): row for row in tables["table-green-impact"].rows}
    assert impact["Renewable electricity generated", "Ex-ante"].cells[4:7] == ("19,100", "37.5%", "7,162")
    assert impact["GHG avoided", "Ex-post"].cells[4:7] == ("14,300", "37.5%", "5,362")
    assert tables["table-green-impact"].rows[0].label == "Solar plant"
    assert all(len(row.cells) == len(table.columns) for table in annex.tables for row in table.rows)


def test_the_section_stands_in_the_term_sheet_and_the_annex_behind_it() -> None:
    sheet = term_sheet(green_view())
    assert "green" in [section.key for section in sheet.sections]
    assert "annex-green" in [section.key for section in sheet.annexes]


def test_a_project_that_avoids_almost_nothing_is_named() -> None:
    """A bus of 1.3 kWh a kilometre at 0.80 kg against 0.40 litres of diesel: 32 t of 1 072."""
    (honest,) = green_annex(deal_view({"quantity": 1.3e6, "factor": 0.80}))
    assert [(term.label, term.texts) for term in honest.terms] == [
        ("Almost no greenhouse gas avoided", ("Solar: less than a tenth of what is emitted without the project",))
    ]
    (clean,) = green_annex(deal_view({"quantity": 1.3e6, "factor": 0.10}))
    assert clean.terms == ()


def deal_view(with_project: dict[str, float]) -> View:
    """The green deal of the model's tests, whose plant replaces 400 000 litres of diesel a year."""
    sides = {"without_project": {"quantity": 4e5, "factor": 2.68}, "with_project": with_project}
    changes = {**GREEN, "emissions.power": sides}
    results, case = evaluate(small_model(changes), About("small", "Small deal", "KZT million")), small_case(changes)
    return View(replace(results, details={"green_tables": green_tables(case, results)}), translator("en"))
