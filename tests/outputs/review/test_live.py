"""Totals of the workbook are formulas: what they add up, and that a recalculation gives what the tables show."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import openpyxl.utils
import pytest

from finmodel.outputs.language import translator
from finmodel.outputs.review.live import Placed, live_formulas
from finmodel.outputs.review.pack import review_pack
from finmodel.outputs.review.workbook import write_review_workbook
from finmodel.review import ReviewTable
from tests.analysis.review.cases import reviewed
from tests.recalculation import OpenWorkbook

KEYS = ("instruments", "allocation", "projects", "impact", "impact_totals")


def placed() -> dict[str, Placed]:
    tables = reviewed().tables
    return {key: Placed(tables[key], tables[key].title) for key in KEYS}


def formula(key: str, column: str, row: int = 0) -> str:
    tables = placed()
    return live_formulas(tables, str)[key, row, tables[key].place(column)]


def test_all_allocations_are_the_sum_of_the_rows_above() -> None:
    assert formula("allocation", "allocated", 5) == "=SUM(L5:L9)"
    assert formula("allocation", "refinanced_share", 5) == "=M10/L10"


def test_what_an_instrument_allocates_is_summed_over_its_rows_of_the_report() -> None:
    report = "'Allocation report'!"
    assert formula("instruments", "allocated") == f"=SUMIFS({report}$L$5:$L$9,{report}$B$5:$B$9,A5)"
    assert formula("instruments", "unallocated") == "=B5-C5"
    assert formula("projects", "share_of_cost") == "=L5/G5"


def test_impact_of_an_instrument_counts_what_is_expected_and_not_what_was_measured() -> None:
    assert formula("impact_totals", "pro_rated").endswith("'Impact by project'!$F$5:$F$14,\"Ex-ante\")")


def test_every_total_is_live() -> None:
    found = live_formulas(placed(), str)
    rows = {(key, row) for key, row, _ in found}
    assert {("instruments", 0), ("instruments", 1), ("projects", 0), ("allocation", 5), ("impact_totals", 0)} <= rows


def test_a_formula_that_would_give_something_else_is_not_written() -> None:
    tables = placed()
    first, *rest = tables["instruments"].table.rows
    wrong = tuple(cell if isinstance(cell, str) or cell is None else cell + 1.0 for cell in first.cells)
    instruments = ReviewTable(
        "instruments", "Proceeds", tables["instruments"].table.columns, (type(first)(wrong), *rest)
    )
    found = live_formulas({**tables, "instruments": Placed(instruments, "Proceeds")}, str)
    assert ("instruments", 0, tables["instruments"].place("allocated")) not in found


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("live") / "review.xlsx"
    write_review_workbook(review_pack(reviewed(), translator("en")), path, translator("en"))
    return path


def test_a_formula_carries_the_value_that_the_page_shows(book: Path) -> None:
    kept, written = (openpyxl.load_workbook(book, data_only=only)["Proceeds by instrument"] for only in (True, False))
    assert str(written["C5"].value).startswith("=SUMIFS('Allocation report'!")
    assert kept["C5"].value == pytest.approx(600)


def test_totals_follow_a_number_that_is_changed_in_the_report(book: Path) -> None:
    """Recalculated: 10 more for the first allocation are 10 more of its instrument, its project and in all."""
    opened = OpenWorkbook(book)
    report, column = "Allocation report", openpyxl.utils.column_index_from_string("L")
    before = [opened[cell] for cell in (_BROUGHT, _OF_PROJECT, (report, 10, column))]
    first = opened[report, 5, column]
    assert isinstance(first, float | int)
    with opened.typed({(report, 5, column): first + 10.0}):
        after = [opened[cell] for cell in (_BROUGHT, _OF_PROJECT, (report, 10, column))]
    assert before == pytest.approx([600, 250, 700])
    assert after == pytest.approx([610, 260, 710])


_BROUGHT = ("Proceeds by instrument", 5, 3)
_OF_PROJECT = ("Eligible projects", 5, 12)
