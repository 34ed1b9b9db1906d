"""The annexes of record hold every key result, every input with its source, every check, and the version."""

from collections.abc import Callable
from dataclasses import replace

from finmodel.outputs.term_sheet.record_annexes import (
    assumptions_annex,
    checks_annex,
    results_annex,
    version_annex,
)
from finmodel.outputs.term_sheet.view import View

Seen = Callable[[str], View]


def test_every_key_result_stands_with_how_it_is_measured(view: View) -> None:
    (table,) = results_annex(view).tables
    assert len(table.rows) == len(view.results.kpis)
    assert all(row.cells[1] for row in table.rows)


def test_a_result_that_does_not_exist_gives_its_reason_instead(view: View) -> None:
    kpis = {**view.results.kpis}
    kpis["payback_years"] = replace(kpis["payback_years"], value=None, reason="Never.")
    (table,) = results_annex(View(replace(view.results, kpis=kpis), view.language)).tables
    (row,) = (row for row in table.rows if row.label == "Payback")
    assert row.cells == ("n/a", view.reason("payback_years"))


def test_every_input_stands_with_its_value_and_status(view: View) -> None:
    (table,) = assumptions_annex(view).tables
    rows = [row for row in table.rows if row.kind != "heading"]
    assert len(rows) == len(view.results.inputs.entries)
    assert all(row.cells[0] for row in rows)
    assert {str(row.cells[1]) for row in rows} <= {"seen", "derived", "assumption", "unverified", "default"}


def test_a_source_is_quoted_with_its_date(view: View) -> None:
    (table,) = assumptions_annex(view).tables
    (rate,) = (row.cells for row in table.rows if row.label == "VAT" and row.cells)
    assert rate == ("16.0%", "seen", "Tax Code No. 214-VIII, in force 1 January 2026", "2026-01")


def test_inputs_stand_under_their_heading_and_their_item(view: View) -> None:
    (table,) = assumptions_annex(view).tables
    headings = [row.label for row in table.rows if row.kind == "heading"]
    assert "Capex: Traffic sensors and junction controllers" in headings
    assert len(headings) == len(set(headings))


def test_a_year_is_not_written_like_an_amount(view: View) -> None:
    (table,) = assumptions_annex(view).tables
    (year,) = (row.cells[0] for row in table.rows if row.label == "Last year of the zone")
    assert year == "2048"


def test_every_check_stands_with_its_result(view: View) -> None:
    (table,) = checks_annex(view).tables
    assert len(table.rows) == len(view.results.checks)
    assert {str(row.cells[2]) for row in table.rows if row.cells[0] == "Integrity"} == {"holds"}


def test_a_check_that_fails_says_so(view: View) -> None:
    name, check = next((n, c) for n, c in view.results.checks.items() if c.kind == "integrity")
    broken = replace(view.results, checks={name: replace(check, value=5.0, ok=False)})
    (table,) = checks_annex(View(broken, view.language)).tables
    assert table.rows[0].cells[2] == "does not hold"
    alert = replace(view.results, checks={name: replace(check, kind="alert", ok=False)})
    (table,) = checks_annex(View(alert, view.language)).tables
    assert table.rows[0].cells[2] == "look here"


def test_the_version_is_that_of_the_run(view: View) -> None:
    texts = [text for term in version_annex(view).terms for text in term.texts]
    assert {view.results.hashes["case"], view.results.hashes["inputs"], view.results.hashes["version"]} <= set(texts)
