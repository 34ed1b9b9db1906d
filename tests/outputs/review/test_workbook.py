"""``review.xlsx`` has a sheet for everything in the pack, numbers as numbers, and the same bytes every time."""

from pathlib import Path
from typing import Any

import openpyxl
import pytest

from finmodel.outputs.language import translator
from finmodel.outputs.review.document import Pack
from finmodel.outputs.review.workbook import write_review_workbook


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, faulty: Pack) -> Path:
    path = tmp_path_factory.mktemp("review") / "review.xlsx"
    write_review_workbook(faulty, path, translator("en"))
    return path


@pytest.fixture(scope="module")
def book(written: Path) -> Any:
    return openpyxl.load_workbook(written)


def test_everything_has_a_sheet(book: Any) -> None:
    assert book.sheetnames[:6] == [
        "Reviewers pack",
        "Findings",
        "Components",
        "Allocation report",
        "Impact by project",
        "Taxonomy screening",
    ]
    assert {"Economic results", "Figures that are not verified", "Checks"} <= set(book.sheetnames)


def test_findings_stand_with_their_remedies(book: Any) -> None:
    sheet = book["Findings"]
    captions = [cell.value for cell in sheet[4]]
    assert captions == ["No.", "Severity", "Code", "Component", "Where", "Finding", "What", "Remedy"]
    assert sheet["C5"].value == "over_allocation"
    assert str(sheet["H5"].value).startswith("Lower the allocations")


def test_missing_evidence_stands_beside_what_is_stated(book: Any) -> None:
    kinds = [row[2].value for row in book["Components"].iter_rows(min_row=5, max_row=8)]
    assert kinds == ["Stated", "Stated", "Evidence missing", "Stated"]


def test_numbers_are_numbers_in_the_format_of_their_unit(book: Any) -> None:
    sheet = book["Allocation report"]
    assert (sheet["F5"].value, sheet["H5"].value) == (1250, 0.3)
    assert (sheet["H5"].number_format, sheet["L5"].number_format) == ("0.0%", "0")
    assert sheet.auto_filter.ref == "A4:M8"
    rates = book["Economic results"]
    assert [rates.cell(row, 2).number_format for row in (5, 9)] == ["0.00%", '0.00"x"']


def test_the_same_pack_gives_the_same_bytes(written: Path, faulty: Pack, tmp_path: Path) -> None:
    again = tmp_path / "again.xlsx"
    write_review_workbook(faulty, again, translator("en"))
    assert again.read_bytes() == written.read_bytes()
