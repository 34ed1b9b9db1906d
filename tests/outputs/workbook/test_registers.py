"""Map and log: every input has an address by name, the case file's place and the value it had."""

import zipfile
from pathlib import Path

from finmodel.outputs.workbook.plan import Plan
from finmodel.outputs.workbook.registers import CONVENTIONS
from tests.outputs.workbook.deal import ENTRIES
from tests.outputs.workbook.rules import Workbook


def test_every_input_of_the_case_has_a_name_for_its_cells(workbook: Workbook, plan: Plan) -> None:
    names = workbook.book.defined_names
    assert {f"in_{entry.variable.name}" for entry in ENTRIES} == {n for n in names if n.startswith("in_")}
    assert names["in_gearing"].attr_text == f"Inputs!$F${plan.places['gearing'].row}"
    row = plan.places["road.profile"].row + 1
    assert names["in_road.profile"].attr_text == f"'Inputs by position'!$J${row}:$M${row}"
    assert names["in_rate"].attr_text == f"'Inputs by period'!$E${plan.places['rate'].row + 1}"


def test_the_map_says_where_a_figure_stands_in_the_case_file(workbook: Workbook) -> None:
    rows = {row[0].value: [cell.value for cell in row] for row in workbook.book["Map"].iter_rows(min_row=7)}
    assert rows["gearing"][4] == "finance.gearing"
    assert rows["gearing"][6] == 0.7
    assert rows["profile_kind"][6] == "level"
    assert rows["inflation"][6] == "0.09; 0.08; 0.07"


def test_the_log_keeps_hashes_conventions_and_what_is_not_verified(workbook: Workbook) -> None:
    texts = [cell.value for row in workbook.book["Log"].iter_rows() for cell in row if cell.value]
    assert "ab" * 32 in texts
    assert set(CONVENTIONS) <= set(texts)
    assert "Inputs that are not verified" in texts
    assert "gearing" in texts


def test_hashes_are_properties_of_the_file_too(path: Path) -> None:
    with zipfile.ZipFile(path) as file:
        properties = file.read("docProps/custom.xml").decode()
    assert 'name="case"' in properties
    assert "ab" * 32 in properties
