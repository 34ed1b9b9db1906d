"""Tables hold the numbers of the records, leave out what moves nothing, and say why a value is not there."""

from __future__ import annotations

from dataclasses import replace

from finmodel.outputs.sensitivity.tables import (
    blanks_text,
    sobol_table,
    spider_table,
    still_text,
    tornado_table,
    two_way_view,
)
from finmodel.sensitivities import Bar, Curve, Spider, Tornado
from tests.outputs.sensitivity.studied import studied, view

RESULTS, FOUND = studied()


def test_a_bar_has_both_ends_and_what_the_result_is_there() -> None:
    tornado = FOUND.tornadoes[0]
    table = tornado_table(view(), FOUND, tornado)
    bar = tornado.bars[1]
    assert table.rows[1].cells == (
        "0\N{NO-BREAK SPACE}months", bar.low, "24\N{NO-BREAK SPACE}months", bar.high, bar.low_change, bar.high_change,
        bar.swing,
    )  # fmt: skip
    assert [row.label for row in table.rows] == ["Payment", "Delay", "Cost", "Tax"]
    assert table.note == "Without a value (n/a): 1. Sponsors' cash flow never changes sign."


def test_what_moves_nothing_is_named_below_and_not_shown() -> None:
    still = Tornado("equity_irr", [Bar("cost", 0.2, 0.2, 0.0, 0.0, 0.0), Bar("tax", 0.2, 0.1, 0.0, -0.1, 0.1)])
    assert [row.label for row in tornado_table(view(), FOUND, still).rows] == ["Tax"]
    assert still_text(view(), FOUND, still) == "Not moved by: Cost."
    base = FOUND.kpi("equity_irr").base
    flat = Curve("cost", (0.0, 0.1), (0.0, 1.0), (base, base))
    assert spider_table(view(), FOUND, Spider("equity_irr", [flat])).rows == ()


def test_a_curve_has_a_cell_for_each_step() -> None:
    table = spider_table(view(), FOUND, FOUND.spiders[0])
    assert table.columns == ("Step 1", "Step 2", "Step 3", "Step 4", "Step 5")
    assert table.rows[0].cells[0] == "× 0.2: n/a"


def test_a_table_of_two_moves_is_the_record() -> None:
    table = two_way_view(view(), FOUND, FOUND.two_way[0])
    assert [row.cells for row in table.rows] == [tuple(values) for values in FOUND.two_way[0].values]
    assert table.columns == ("× 0.2", "× 1", "× 1.2")
    assert "24.46% a year in the case." in table.note.replace("\N{NO-BREAK SPACE}", " ")


def test_indices_stand_with_their_bounds() -> None:
    assert FOUND.sobol is not None
    (found,) = [each for each in FOUND.sobol.kpis if each.kpi == "dscr_minimum"]
    first = found.indices[0]
    row = sobol_table(view(), FOUND, found).rows[0]
    assert row.cells == (first.first, *first.first_between, first.total, *first.total_between)
    assert sobol_table(view(), FOUND, replace(found, indices=())).rows == ()


def test_reasons_are_counted_and_told_once() -> None:
    assert blanks_text(view(), ["Why.", "Why.", "Else."]) == "Without a value (n/a): 3. Why. Else."
    assert blanks_text(view(), []) == ""
