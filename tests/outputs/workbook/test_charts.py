"""The charts: native, reading live cells, with the covenants drawn as lines."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from finmodel.outputs.workbook import write_workbook
from finmodel.outputs.workbook.plan import Plan
from tests.outputs.workbook.deal import deal
from tests.outputs.workbook.rules import Workbook


@pytest.fixture
def charts(path: Path) -> list[str]:
    with zipfile.ZipFile(path) as file:
        names = sorted(name for name in file.namelist() if name.startswith("xl/charts/chart"))
        return [file.read(name).decode() for name in names]


def test_there_are_four_charts_with_titles(charts: list[str]) -> None:
    titles = [re.findall(r"<a:t>(.*?)</a:t>", chart)[0] for chart in charts]
    assert titles == [
        "DSCR against its covenants",
        "Cash flow available for debt service against debt service",
        "Debt at the end of the period",
        "Sources and uses",
    ]


def test_series_read_the_cells_of_their_lines(charts: list[str], plan: Plan) -> None:
    row = plan.places["dscr"].row
    assert f"'Ratios and returns'!$J{row}:$O{row}" in charts[0].replace("$" + str(row), str(row))


def test_the_levels_of_the_covenants_are_drawn_from_cells_on_the_page(charts: list[str], workbook: Workbook) -> None:
    (row,) = re.findall(r"Summary!\$J\$?(\d+):", charts[0])
    sheet = workbook.book["Summary"]
    assert sheet[f"B{row}"].value == "Lock-up"
    assert str(sheet[f"J{row}"].value).startswith("=Inputs!$E$")
    assert "<c:lineChart>" in charts[0]
    assert "<c:barChart>" in charts[0]


def test_a_name_from_a_case_is_never_an_address(tmp_path: Path) -> None:
    results = deal()
    hostile = replace(results.graph.lines["closing"], instance_label="=Inputs!$E$7")
    lines = {**results.graph.lines, "closing": hostile}
    write_workbook(replace(results, graph=replace(results.graph, lines=lines)), tmp_path / "hostile.xlsx")
    with zipfile.ZipFile(tmp_path / "hostile.xlsx") as file:
        chart = file.read("xl/charts/chart3.xml").decode()
    assert "<c:v>=Inputs! $E$7</c:v>" in chart
    assert "<c:f>Inputs!$E$7</c:f>" not in chart
