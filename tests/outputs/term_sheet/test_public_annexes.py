"""Tables of record become annexes: termination by year and case, and whatever else the public side has."""

from dataclasses import replace

import pytest

from finmodel.outputs.term_sheet.public_annexes import public_annexes
from finmodel.outputs.term_sheet.view import View
from finmodel.results import RecordRow, RecordTable
from finmodel.units import Unit


def test_a_case_that_says_nothing_of_the_public_side_has_no_such_annex(view: View) -> None:
    assert list(public_annexes(view)) == []


def test_termination_stands_by_case_and_year(layered: View) -> None:
    section = next(section for section in public_annexes(layered) if section.key == "annex-termination")
    first = section.tables[0]
    headings = [row.label for row in first.rows if row.kind == "heading"]
    assert headings[0] == "Authority's default"
    assert headings[-1] == "Termination"
    compensation = first.rows[1]
    wanted = layered.results.tables["termination"].row("termination_authority.compensation").values
    assert compensation.cells == pytest.approx(wanted[: len(first.columns)])


def test_the_choices_of_the_contract_are_told_in_words(layered: View) -> None:
    section = next(section for section in public_annexes(layered) if section.key == "annex-termination")
    terms = {term.label: term.texts for term in section.terms}
    assert terms["Private partner's default: compensation"] == ("A share of the senior debt",)
    assert terms["Share of the senior debt paid when the private partner defaults"] == ("85.0%",)


def test_a_row_that_holds_nothing_is_left_out_unless_it_is_a_total(layered: View) -> None:
    years = layered.results.tables["termination"].columns
    nothing = tuple(0.0 for _ in years)
    rows = (
        RecordRow("termination_private.senior_loss", "", Unit.MONEY, nothing),
        RecordRow("termination_private.lenders_loss", "", Unit.MONEY, nothing, is_total=True),
        RecordRow("termination_exposure", "", Unit.MONEY, tuple(1.0 for _ in years), is_total=True),
    )
    tables = {"termination": RecordTable("termination", years, rows)}
    (section,) = public_annexes(View(replace(layered.results, tables=tables), layered.language))
    labels = [row.label for row in section.tables[0].rows]
    assert labels == ["Private partner's default", "Lenders' loss", "Termination", "Highest compensation"]


def test_value_for_money_stands_at_three_rates(layered: View) -> None:
    (table,) = next(section for section in public_annexes(layered) if section.key == "annex-value-for-money").tables
    assert table.columns == ("At the lower rate", "At the public sector's rate", "At the higher rate")
    rows = {row.label: row.cells for row in table.rows}
    record = next(row for row in layered.results.tables["value_for_money"].rows if row.label == "Value for money")
    assert rows["Value for money"] == pytest.approx(record.values)


def test_fiscal_commitments_end_with_what_risks_add_and_say_where_the_asset_stands(layered: View) -> None:
    section = next(section for section in public_annexes(layered) if section.key == "annex-fiscal")
    assert section.tables[0].rows[-1].label == "All risks, expected cost to the State"
    assert [term.label for term in section.terms] == ["Accounting of the State", "Statistics of public debt"]
