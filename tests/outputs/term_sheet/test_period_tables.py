"""Tables over time have as many columns as their numbers leave room for, and only rows in which something moves."""

from dataclasses import replace

from finmodel.outputs.table import Gather, Row, Table
from finmodel.outputs.term_sheet.period_tables import by_period, fitted, lines_named, year_row, yearly
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit


def wide(value: float) -> Table:
    years = tuple(map(str, range(2027, 2047)))
    return Table("key", "Caption", years, (Row("Row", Unit.MONEY, (value,) * 20),))


def test_larger_numbers_make_narrower_blocks(view: View) -> None:
    assert [len(block.columns) for block in fitted(view, wide(12_345.6))] == [10, 10]
    assert max(len(block.columns) for block in fitted(view, wide(12_345_678_901.2))) <= 6


def test_a_line_by_year_adds_its_flows_and_turns_what_a_statement_subtracts(view: View) -> None:
    (line,) = lines_named(view, "income_opex")
    row = year_row(view, line, Gather.SUM)
    total = sum(value or 0.0 for value in view.series("income_opex"))
    assert line.tags["sign"] == "minus"
    assert abs(sum(cell for cell in row.cells if isinstance(cell, float)) + total) < 1e-6


def test_lines_that_the_model_does_not_have_are_passed_over(view: View) -> None:
    assert [line.name for line in lines_named(view, "cfads", "no_such_line")] == ["cfads"]


def test_years_in_which_nothing_happens_are_left_out_at_the_ends(view: View) -> None:
    (line,) = lines_named(view, "revenue_total")
    tables = yearly(view, "key", "Income statement by year", [year_row(view, line, Gather.SUM)])
    assert tables[0].columns[0] == "2029"
    assert tables[0].stub == "KZT million"


def test_a_schedule_has_a_row_for_every_period_in_which_the_loan_lives(view: View) -> None:
    table = by_period(view, "key", "Debt schedule", ("senior.opening", "senior.drawdown", "senior.closing"))
    alive = [
        i
        for i, (opening, closing) in enumerate(
            zip(view.series("senior.opening"), view.series("senior.closing"), strict=True)
        )
        if (opening or 0.0) > 1e-6 or (closing or 0.0) > 1e-6
    ]
    assert [row.label for row in table.rows] == [view.language.day(view.periods[i].end, short=True) for i in alive]
    assert table.columns == ("Balance, opening", "Drawdown", "Balance, closing")


def test_a_line_that_is_always_nothing_has_no_column(view: View) -> None:
    none = (0.0,) * len(view.results.periods)
    quiet = View(replace(view.results, series={**view.results.series, "dsra_drawn": none}), view.language)
    assert "Drawn from DSRA" not in by_period(quiet, "key", "DSRA", ("dsra_closing", "dsra_drawn")).columns


def test_only_periods_with_debt_service_are_shown_where_it_is_asked_for(view: View) -> None:
    table = by_period(view, "key", "Cover", ("cfads", "dscr"), alive="scheduled_debt_service")
    due = [value for value in view.series("scheduled_debt_service") if (value or 0.0) > 1e-6]
    assert len(table.rows) == len(due)
