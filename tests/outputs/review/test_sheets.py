"""Sheets of a workbook: names that Excel takes, words to the left, numbers in the format of their unit."""

from pathlib import Path
from typing import Any

import openpyxl
import xlsxwriter  # type: ignore[import-untyped]

from finmodel.outputs.review.sheets import Grid, Sheets, row_height
from finmodel.outputs.table import Cell
from finmodel.units import Unit


def written(folder: Path, *grids: Grid) -> Any:
    path = folder / "book.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheets = Sheets(book, "Case")
        for grid in grids:
            sheets.write(grid, "calculation")
    return openpyxl.load_workbook(path)


def test_a_long_title_is_cut_and_a_second_one_numbered(tmp_path: Path) -> None:
    grid = Grid("From financial to economic values [all]", ("A",), [[("x", None)]])
    names = written(tmp_path, grid, grid).sheetnames
    assert names == ["From financial to economic valu", "From financial to economic v 2"]


def test_numbers_have_the_format_of_their_unit_and_quantities_four_figures(tmp_path: Path) -> None:
    row: list[tuple[Cell, Unit | None]] = [("Solar", None), (0.25, Unit.SHARE), (5684.523, None), (0.5, None)]
    row.append((None, Unit.MONEY))
    sheet = written(tmp_path, Grid("T", ("A", "B", "C", "D", "E"), [row])).active
    assert [sheet.cell(5, place).number_format for place in (2, 3, 4)] == ["0.0%", "#,##0", "#,##0.0"]
    assert sheet.cell(5, 5).value is None


def test_only_the_marked_cell_carries_the_mark(tmp_path: Path) -> None:
    grid = Grid("T", ("A", "B"), [[("Solar", None), ("Eligible", None)]], ("good",), marked=1)
    sheet = written(tmp_path, grid).active
    assert [sheet.cell(5, place).font.bold for place in (1, 2)] == [False, True]


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    assert row_height(["short", 1.0], [20, 10]) == 13
    assert row_height(["x" * 50], [20]) == 39
