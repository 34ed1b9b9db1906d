"""Recalculating a written workbook: by LibreOffice, the judge, and by two small engines in process."""

from __future__ import annotations

import atexit
import re
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from functools import cache
from pathlib import Path, PurePosixPath
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp
from zipfile import ZIP_DEFLATED, ZipFile

import formualizer
import ironcalc
import openpyxl
from defusedxml.ElementTree import fromstring
from openpyxl.utils import column_index_from_string
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
    "together_by_libreoffice",
]

PLANTED = 777777.125
"""A wrong value, stored beside every formula so that a workbook that is not recalculated fails."""

Cells = Mapping[tuple[str, int, int], object]
"""Values by sheet, row and column, both counted from 1; blank cells are left out."""

_EVERY_SHEET = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,true,true,true,false,false,-1"
"""One file a sheet: commas, words in quotes, UTF-8, cells as they are shown."""
_SEVENTEEN_DIGITS = b'<numFmts count="1"><numFmt numFmtId="200" formatCode="0.0000000000000000E+00"/></numFmts>'
_WRITTEN_CELL = re.compile(r'("(?:[^"]|"")*")?([^,\n]*)(,|\n)')

_PRINT_TITLES = re.compile(rb'<definedName [^>]*name="_xlnm.Print_Titles"[^>]*>[^<]*</definedName>')

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_FORMULA = re.compile(r'<c r="([A-Z]+)(\d+)"[^>]*><f')

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
    """Every cell of a workbook after LibreOffice has recalculated it."""
    return together_by_libreoffice([path])[0]


def together_by_libreoffice(paths: Sequence[Path]) -> list[Cells]:
    """Every cell of several workbooks, in their order, after LibreOffice, started once, has recalculated them all.

    It is given copies that differ in what is shown, not in what is computed: without print titles, whose layout takes
    it three times as long as all the rest, and with every number shown in full. It writes what it shows of each sheet
    as text, which takes it half as long as another workbook.
    """
    with TemporaryDirectory() as folder:
        copies, texts = Path(folder) / "in", Path(folder) / "out"
        copies.mkdir()
        names = [f"book{number}" for number in range(len(paths))]
        for name, path in zip(names, paths, strict=True):
            _shown_in_full(path, copies / f"{name}.xlsx")
        command = ["soffice", f"-env:UserInstallation=file://{_profile()}", "--headless", "--convert-to", _EVERY_SHEET]
        files = [str(copies / f"{name}.xlsx") for name in names]
        subprocess.run([*command, "--outdir", str(texts), *files], check=True, capture_output=True, timeout=600)
        return [_shown_cells(texts, name) for name in names]


@cache
def _profile() -> Path:
    """A profile of this run of the tests, which recalculates every file it opens."""
    folder = Path(mkdtemp())
    atexit.register(rmtree, folder, ignore_errors=True)
    (folder / "user").mkdir()
    (folder / "user" / "registrymodifications.xcu").write_text(_ALWAYS_RECALCULATE, encoding="utf-8")
    return folder


def _shown_in_full(path: Path, copy: Path) -> None:
    """A copy without print titles in which every format of numbers has seventeen digits."""
    with ZipFile(path) as book, ZipFile(copy, "w", ZIP_DEFLATED, compresslevel=1) as file:
        for name in book.namelist():
            data = book.read(name)
            if name == "xl/workbook.xml":
                data = _PRINT_TITLES.sub(b"", data)
            if name == "xl/styles.xml":
                data = _with_one_format(data)
            file.writestr(name, data)


def _with_one_format(styles: bytes) -> bytes:
    styles = re.sub(rb"<numFmts.*?</numFmts>|<numFmt [^>]*/>", b"", styles, flags=re.DOTALL)
    styles = re.sub(rb'(<xf [^>]*?)numFmtId="\d+"', rb'\g<1>numFmtId="200"', styles)
    return re.sub(rb"(<styleSheet[^>]*>)", rb"\g<1>" + _SEVENTEEN_DIGITS, styles)


def _shown_cells(folder: Path, book: str) -> Cells:
    """The cells of the sheets of a workbook, each written as text under the names of the workbook and the sheet."""
    sheets = {file.stem.removeprefix(f"{book}-"): file for file in folder.glob(f"{book}-*.csv")}
    assert sheets, f"LibreOffice wrote nothing for {book}"
    return {cell: value for title, file in sheets.items() for cell, value in _written_cells(title, file)}


def _written_cells(title: str, file: Path) -> Iterator[tuple[tuple[str, int, int], object]]:
    """The cells of one sheet: quoted words, and what is not quoted, a number or an error."""
    row, column = 1, 1
    for quoted, plain, end in _WRITTEN_CELL.findall(file.read_text(encoding="utf-8")):
        if quoted:
            if words := quoted[1:-1].replace('""', '"'):
                yield (title, row, column), words
        elif plain:
            yield (title, row, column), _number_or_error(plain)
        row, column = (row, column + 1) if end == "," else (row + 1, 1)


def _number_or_error(shown: str) -> float | str:
    try:
        return float(shown)
    except ValueError:
        assert shown.startswith(("#", "Err:")), f"neither a number nor an error: {shown}"
        return shown


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
    """The cells that hold formulas, found in the text of the sheets: a reader of workbooks takes seconds for it."""
    with ZipFile(path) as book:
        files = {one.get("Id"): one.attrib["Target"] for one in fromstring(book.read("xl/_rels/workbook.xml.rels"))}
        for sheet in fromstring(book.read("xl/workbook.xml")).iterfind("{*}sheets/{*}sheet"):
            file = PurePosixPath("/xl", files[sheet.get(_RELATION)]).relative_to("/")
            for letters, row in _FORMULA.findall(book.read(str(file)).decode()):
                yield sheet.attrib["name"], int(row), column_index_from_string(letters)
