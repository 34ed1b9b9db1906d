"""Recalculating a written workbook: by LibreOffice, the judge, and by two small engines in process."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZIP_DEFLATED, ZipFile

import formualizer
import ironcalc
import openpyxl
from openpyxl.utils.datetime import to_excel
from python_calamine import CalamineWorkbook

__all__ = [
    "PLANTED",
    "Cells",
    "OpenWorkbook",
    "by_formualizer",
    "by_ironcalc",
    "by_libreoffice",
    "planted",
    "stored_cells",
]

PLANTED = 777777.125
"""A wrong value, stored beside every formula so that a workbook that is not recalculated fails."""

Cells = Mapping[tuple[str, int, int], object]
"""Values by sheet, row and column, both counted from 1; blank cells are left out."""

_PRINT_TITLES = re.compile(rb'<definedName [^>]*name="_xlnm.Print_Titles"[^>]*>[^<]*</definedName>')

_ALWAYS_RECALCULATE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def planted(value: object) -> float:
    """What a test stores in place of a formula's value."""
    return PLANTED


def by_libreoffice(path: Path) -> Cells:
    """Every cell of a workbook after LibreOffice has recalculated it.

    It is given a copy without print titles: laying these out takes LibreOffice three times as long as all the rest.
    """
    with TemporaryDirectory() as folder, _profile() as profile:
        copy = Path(folder) / "in" / path.name
        _without_print_titles(path, copy)
        command = [
            "soffice",
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            "--convert-to",
            "xlsx:Calc MS Excel 2007 XML",
        ]
        subprocess.run([*command, "--outdir", folder, str(copy)], check=True, capture_output=True, timeout=300)
        return stored_cells(Path(folder) / path.name)


@contextmanager
def _profile() -> Iterator[Path]:
    """A profile of its own, which recalculates every file it opens."""
    with TemporaryDirectory() as folder:
        user = Path(folder) / "user"
        user.mkdir()
        (user / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
        yield Path(folder)


def _without_print_titles(path: Path, copy: Path) -> None:
    copy.parent.mkdir()
    with ZipFile(path) as book, ZipFile(copy, "w", ZIP_DEFLATED) as file:
        for name in book.namelist():
            data = book.read(name)
            file.writestr(name, _PRINT_TITLES.sub(b"", data) if name == "xl/workbook.xml" else data)


def stored_cells(path: Path) -> Cells:
    """Every cell of a workbook as it is stored: for a formula, the value beside it."""
    return _cells_with_errors(path) if _has_errors(path) else _cells_without_errors(path)


def _has_errors(path: Path) -> bool:
    """Whether any cell holds an error, which the fast reader would take for a blank."""
    with ZipFile(path) as book:
        return any(b' t="e"' in book.read(name) for name in book.namelist() if name.startswith("xl/worksheets/"))


def _cells_without_errors(path: Path) -> Cells:
    with CalamineWorkbook.from_path(path) as book:
        return {
            (title, number, column): _plain(value)
            for title in book.sheet_names
            for number, row in enumerate(book.get_sheet_by_name(title).to_python(skip_empty_area=False), start=1)
            for column, value in enumerate(row, start=1)
            if value != ""
        }


def _cells_with_errors(path: Path) -> Cells:
    book = openpyxl.load_workbook(path, data_only=True)
    return {
        (sheet.title, number, column): _plain(value)
        for sheet in book.worksheets
        for number, row in enumerate(sheet.iter_rows(min_row=1, min_col=1, values_only=True), start=1)
        for column, value in enumerate(row, start=1)
        if value is not None
    }


def _plain(value: object) -> object:
    """A date as its serial number; anything else as it is."""
    return to_excel(value) if isinstance(value, date) else value  # type: ignore[no-untyped-call]


def by_formualizer(path: Path) -> Cells:
    """Every cell that holds a formula, as formualizer computes it."""
    book = formualizer.load_workbook(str(path))
    book.evaluate_all()
    return {(sheet, row, column): _plain(book.get_value(sheet, row, column)) for sheet, row, column in _formulas(path)}


def by_ironcalc(path: Path) -> Cells:
    """Every cell that holds a formula, as ironcalc computes it."""
    model = ironcalc.load_from_xlsx(str(path))
    model.evaluate()
    sheets = {properties["name"]: number for number, properties in enumerate(model.get_worksheets_properties())}
    return {
        (sheet, row, column): model.get_cell_value(sheets[sheet], row, column) for sheet, row, column in _formulas(path)
    }


class OpenWorkbook:
    """A workbook that stays open in ironcalc: numbers are typed into it, and it recalculates in half a second."""

    def __init__(self, path: Path) -> None:
        self._model = ironcalc.load_from_xlsx(str(path))
        self._sheets = {found["name"]: n for n, found in enumerate(self._model.get_worksheets_properties())}
        self._model.evaluate()

    def __getitem__(self, cell: tuple[str, int, int]) -> object:
        sheet, row, column = cell
        return self._model.get_cell_value(self._sheets[sheet], row, column)

    @contextmanager
    def typed(self, numbers: Mapping[tuple[str, int, int], float]) -> Iterator[None]:
        """With these numbers in these cells; what was there before is put back."""
        before = {cell: self[cell] for cell in numbers}
        try:
            self._type(numbers)
            yield
        finally:
            self._type(before)

    def _type(self, numbers: Mapping[tuple[str, int, int], object]) -> None:
        for (sheet, row, column), number in numbers.items():
            assert isinstance(number, (int, float))
            self._model.update_cell_with_number(self._sheets[sheet], row, column, float(number))
        self._model.evaluate()


def _formulas(path: Path) -> Iterator[tuple[str, int, int]]:
    for sheet in openpyxl.load_workbook(path).worksheets:
        for number, row in enumerate(sheet.iter_rows(min_row=1, min_col=1), start=1):
            for column, cell in enumerate(row, start=1):
                if cell.data_type == "f":
                    yield sheet.title, number, column
