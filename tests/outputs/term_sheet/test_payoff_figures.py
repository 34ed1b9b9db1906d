"""Payoffs in the term sheet: a picture and its table for every instrument that has one."""

from dataclasses import replace

import pytest

from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.payoff_figures import payoff_figures, payoff_tables
from finmodel.outputs.term_sheet.view import View


def test_every_picture_is_named_described_and_points_to_its_table(paid: View) -> None:
    figures, tables = payoff_figures(paid), payoff_tables(paid)
    assert [figure.table_key for figure in figures] == [table.key for table in tables]
    assert [figure.title for figure in figures][:2] == [
        "Adaptive signals: paid in 2030 by what is achieved",
        "Lights: saved, paid and kept in 2030 by what is achieved",
    ]
    for figure in figures:
        assert 'role="img"' in figure.picture
        assert "<title" in figure.picture
        assert "<desc" in figure.picture


def test_parts_are_called_by_their_names_and_the_whole_by_its_line(paid: View) -> None:
    labels = [row.label for row in payoff_tables(paid)[0].rows]
    assert labels == ["Payment within the cap in total", "Time saved", "Accidents", "Requests"]


def test_the_table_shows_quarters_of_the_plan(paid: View) -> None:
    table = next(table for table in payoff_tables(paid) if table.key == "table-payoff-mrg")
    assert table.columns == ("0%", "25%", "50%", "75%", "100%", "125%", "150%")
    kept = next(row.cells for row in table.rows if row.label == "Kept when settled")
    assert kept == pytest.approx((68, 68, 68, 68, 80, 98, 108))


def test_outcomes_paid_in_a_foreign_currency_are_shown_in_it(paid: View) -> None:
    details = {**paid.results.details, "currencies": {"signals": "USD"}}
    foreign = View(replace(paid.results, details=details), translator("en"))
    assert "USD million" in payoff_tables(foreign)[0].note
    assert "KZT million" in payoff_tables(foreign)[1].note
