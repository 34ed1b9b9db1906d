"""Cells: text stays text, blanks are blank, a row of formulas is what formulas one by one would be."""

from pathlib import Path
from zipfile import ZipFile

import openpyxl
import xlsxwriter  # type: ignore[import-untyped]

from finmodel.engines.excel_cells import Template
from finmodel.outputs.workbook.page import Page, PlainSheet


def written(path: Path, *, planted: bool = False) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("A", worksheet_class=PlainSheet)
        page = Page(sheet, None, (lambda value: 7.0) if planted else (lambda value: value))
        page.text(1, 0, "=1+1")
        page.text(2, 0, "")
        page.number(3, 0, 2.5, None)
        page.formula(4, 0, "=A3*2", None, 5.0)
        page.formula(5, 0, '=""', None, None)
        page.across(6, 9, Template("{0}6<{1}3&$A$3"), None, [2.5, None])
        page.across(7, 9, Template("A3"), None, [])
        page.across(8, 9, Template('IF({1}3=1,"is","")'), None, ["", "is"])
        page.across(9, 9, Template("{0}9+1"), None, [3.0, 4.0])
        chart = book.add_chart({"type": "line"})
        chart.add_series({"values": "=A!$J$9:$K$9"})
        sheet.insert_chart("A12", chart)
    return path


def test_text_that_looks_like_a_formula_is_text(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(tmp_path / "a.xlsx"))["A"]
    assert (sheet["A1"].value, sheet["A1"].data_type) == ("=1+1", "s")
    assert sheet["A2"].value is None


def test_formulas_carry_their_values_and_blanks_none(tmp_path: Path) -> None:
    path = written(tmp_path / "a.xlsx")
    formulas, values = openpyxl.load_workbook(path)["A"], openpyxl.load_workbook(path, data_only=True)["A"]
    assert (formulas["A4"].value, values["A4"].value) == ("=A3*2", 5)
    assert (formulas["A5"].value, values["A5"].value) == ('=""', None)
    assert [cell.value for cell in formulas[6][9:]] == ["=I6<J3&$A$3", "=J6<K3&$A$3"]
    assert [cell.value for cell in values[6][9:]] == [2.5, None]
    assert [cell.value for cell in formulas[8][9:]] == ['=IF(J3=1,"is","")', '=IF(K3=1,"is","")']
    assert [cell.value for cell in values[8][9:]] == [None, "is"]
    assert [cell.value for cell in formulas[9][9:]] == ["=I9+1", "=J9+1"]


def test_charts_keep_the_values_of_the_rows_that_they_show(tmp_path: Path) -> None:
    with ZipFile(written(tmp_path / "a.xlsx")) as file:
        chart = file.read("xl/charts/chart1.xml").decode()
    assert "<c:v>3.0</c:v>" in chart
    assert "<c:v>4.0</c:v>" in chart


def test_other_values_can_be_stored_in_their_place(tmp_path: Path) -> None:
    sheet = openpyxl.load_workbook(written(tmp_path / "a.xlsx", planted=True), data_only=True)["A"]
    assert (sheet["A4"].value, sheet["K6"].value) == (7, 7)
