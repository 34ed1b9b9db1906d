"""Taxonomies: data files that say which activities count as green, by which threshold, and how far each is verified."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from finmodel.errors import CaseError, Problem, UsageError
from finmodel.inputs.number import BadValueError, parse_number
from finmodel.inputs.reader import scalar
from finmodel.inputs.text import Text, in_words
from finmodel.inputs.trouble import unknown
from finmodel.resources import template_path, templates_folder
from finmodel.units import Unit

__all__ = [
    "COLUMNS",
    "INDICATORS",
    "OPERATORS",
    "STATUSES",
    "Criterion",
    "Taxonomy",
    "read_taxonomy",
    "shipped",
    "taxonomies",
]

COLUMNS = (
    "code", "category", "activity_kk", "activity_ru", "activity_en", "any_of", "indicator", "operator", "threshold",
    "unit", "reference", "decree_version", "status",
)  # fmt: skip
"""What every row states, in this order or any other."""

OPERATORS: Mapping[str, str] = {
    "<=": "at most",
    "<": "below",
    ">=": "at least",
    ">": "above",
    "shown": "to be shown",
    "none": "no threshold",
    "unknown": "not known",
}
"""How an indicator is compared with a threshold: four of numbers, something to be shown by a document, an activity that
counts as it is, and a threshold that the file does not know."""

INDICATORS: Mapping[str, str] = {
    "building_certificate": "Certificate of the building",
    "direct_emissions": "Direct emissions",
    "energy_management_standard": "Standard of energy management",
    "energy_saving": "Energy saved",
    "energy_use_below_code": "Energy use below the building code",
    "energy_use_of_water": "Energy used for water",
    "for_zero_emission_vehicles": "For vehicles without emissions",
    "fossil_backup": "Fossil fuel as backup",
    "leakage_index": "Infrastructure leakage index",
    "life_cycle_emissions": "Life-cycle emissions",
    "no_significant_harm": "No significant harm",
    "power_density": "Power density of the reservoir",
    "run_of_river": "Run-of-river plant",
    "tailpipe_co2": "Tailpipe CO2",
}
"""What the indicators of the files that come with the program are called; any other is called by its own name."""

STATUSES = ("seen", "unverified")
"""``seen`` in the source that the row names; or ``unverified``, which never makes an activity eligible."""

_COMPARED = ("<=", "<", ">=", ">")
_CODE = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]*")
_NAME = re.compile(r"[a-z][a-z0-9_]*")
_LARGEST_FILE = 2_000_000
_MOST_PROBLEMS = 50


@dataclass(frozen=True, slots=True)
class Criterion:
    """One row: an activity with one condition. Rows of one code that name the same ``any_of`` are alternatives."""

    code: str
    category: str
    activity: Text
    any_of: str
    indicator: str
    operator: str
    threshold: float | None
    """The number that the indicator is compared with."""
    wanted: str
    """What is to be shown, where no number is compared."""
    unit: str
    reference: str
    version: str
    status: str
    line: int

    @property
    def label(self) -> str:
        """What its indicator is called."""
        return INDICATORS.get(self.indicator) or in_words(self.indicator)

    @property
    def compares(self) -> bool:
        """Whether it compares a number with a threshold."""
        return self.operator in _COMPARED

    @property
    def verified(self) -> bool:
        """Whether the threshold was seen in its source."""
        return self.status == "seen" and self.operator != "unknown"

    def met_by(self, value: float) -> bool:
        """Whether a number meets the threshold."""
        assert self.threshold is not None
        below, above = value < self.threshold, value > self.threshold
        return {"<=": not above, "<": below, ">=": not below, ">": above}[self.operator]


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """A taxonomy as read: its name, its file and its rows."""

    name: str
    file: str
    criteria: Sequence[Criterion]

    def of(self, code: str) -> tuple[Criterion, ...]:
        """The rows of one activity."""
        return tuple(row for row in self.criteria if row.code == code)

    def below(self, code: str) -> tuple[str, ...]:
        """The codes of the activities of a category."""
        return tuple(dict.fromkeys(row.code for row in self.criteria if row.code.startswith(f"{code}.")))

    @property
    def versions(self) -> tuple[str, ...]:
        """The versions that rows name, in their order."""
        return tuple(dict.fromkeys(row.version for row in self.criteria))


def shipped() -> tuple[str, ...]:
    """The names of the taxonomies that come with the program."""
    return tuple(sorted(path.stem for path in (templates_folder() / "taxonomies").glob("*.csv")))


def taxonomies(files: Sequence[str] = ()) -> dict[str, Taxonomy]:
    """Every taxonomy by name: those that come with the program, and ``files`` that replace or join them.

    A file is called by its own name, ``kz.csv``, or by another: ``kz=decree.csv``. Raises ``UsageError`` where there is
    no such file, and ``CaseError`` with everything that is wrong in it.
    """
    found = {name: template_path(f"taxonomies/{name}.csv") for name in shipped()}
    for given in files:
        name, equals, path = given.rpartition("=")
        found[name if equals else Path(path).stem] = Path(path)
    return {name: read_taxonomy(path, name) for name, path in found.items()}


def read_taxonomy(path: Path, name: str) -> Taxonomy:
    """The taxonomy in a file of comma- or semicolon-separated values, in UTF-8."""
    if not _NAME.fullmatch(name):
        raise UsageError(f"{name} cannot name a taxonomy; give a name of small letters: --taxonomy kz={path}")
    text = _text(path)
    problems: list[Problem] = []
    criteria = tuple(_rows(text, str(path), problems))
    if not criteria and not problems:
        problems.append(Problem(str(path), 1, 1, "", "has no rows", "add a row for each activity"))
    if problems:
        raise CaseError(problems[:_MOST_PROBLEMS])
    return Taxonomy(name, path.name, criteria)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST_FILE + 1)
    except FileNotFoundError:
        raise UsageError(f"{path}: there is no such file; give the path of a taxonomy") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "not a path"
        raise UsageError(f"{path}: cannot be read ({reason.lower()}); give the path of a taxonomy") from None
    if len(data) > _LARGEST_FILE:
        what = f"the file is larger than {_LARGEST_FILE // 1_000_000} MB"
        raise CaseError([Problem(str(path), 1, 1, "", what, "a taxonomy is far smaller; check the path")])
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        what = "is not written in UTF-8 (the file may be in Windows-1251)"
        raise CaseError([Problem(str(path), line, 1, "", what, "save it as CSV UTF-8")]) from None


def _rows(text: str, file: str, problems: list[Problem]) -> Iterator[Criterion]:
    head = text.partition("\n")[0]
    reader = csv.reader(io.StringIO(text), delimiter=";" if head.count(";") > head.count(",") else ",")
    try:
        columns = [column.strip() for column in next(reader, [])]
        problems.extend(_of_head(columns, file))
        if problems:
            return
        for cells in reader:
            if any(cell.strip() for cell in cells):
                row = _Row(dict(zip(columns, (cell.strip() for cell in cells), strict=False)), file, reader.line_num)
                criterion = row.criterion()
                problems.extend(row.problems)
                if criterion is not None:
                    yield criterion
    except csv.Error as error:
        problems.append(Problem(file, reader.line_num, 1, "", f"cannot be read as a table ({error})", "save it as CSV"))


def _of_head(columns: Sequence[str], file: str) -> Iterator[Problem]:
    for column in dict.fromkeys(columns):
        if column not in COLUMNS:
            yield Problem(file, 1, columns.index(column) + 1, column, *unknown(column, COLUMNS))
        elif columns.count(column) > 1:
            yield Problem(file, 1, columns.index(column) + 1, column, "is there twice", "keep one column")
    for column in COLUMNS:
        if column not in columns and column != "any_of":
            yield Problem(file, 1, 1, column, "this column is missing", "add it to the first line")


class _Row:
    """One line of the file, on its way to a criterion."""

    def __init__(self, cells: Mapping[str, str], file: str, line: int) -> None:
        self.cells = cells
        self.file = file
        self.line = line
        self.problems: list[Problem] = []

    def criterion(self) -> Criterion | None:
        """The criterion, or ``None`` with what is wrong."""
        code, operator = self._of("code"), self._of("operator")
        if not _CODE.fullmatch(code):
            self._report("code", "is empty or no code", "write a code such as 2.2.3")
        if operator not in OPERATORS:
            self._report("operator", *unknown(operator or None, tuple(OPERATORS)))
        if self._of("status") not in STATUSES:
            self._report("status", *unknown(self._of("status") or None, STATUSES))
        if operator == "unknown" and self._of("status") == "seen":
            self._report("status", "says seen of a threshold that is not known", "write unverified")
        needed = ["category", "decree_version", *(["reference"] if self._of("status") == "seen" else [])]
        for column in needed:
            if not self._of(column):
                self._report(column, "is empty", "write a few words")
        threshold = self._threshold(operator)
        activity = self._activity()
        if self.problems:
            return None
        shown = self._of("threshold") if operator == "shown" else ""
        return Criterion(
            code=code, category=self._of("category"), activity=activity, any_of=self._of("any_of"),
            indicator=self._of("indicator"), operator=operator, threshold=threshold, wanted=shown,
            unit=self._of("unit"), reference=self._of("reference"), version=self._of("decree_version"),
            status=self._of("status"), line=self.line,
        )  # fmt: skip

    def _activity(self) -> Text:
        said = {language: self._of(f"activity_{language}") for language in ("en", "ru", "kk")}
        known = {language: text for language, text in said.items() if text}
        if not known:
            self._report("activity_en", "is empty in every language", "name the activity in one language at least")
        return Text(next(iter(known.values()), ""), known)

    def _threshold(self, operator: str) -> float | None:
        stated, indicator = self._of("threshold"), self._of("indicator")
        if operator in (*_COMPARED, "shown") and not _NAME.fullmatch(indicator):
            self._report("indicator", "is empty or no name", "write small letters, such as life_cycle_emissions")
        if operator in ("none", "unknown") and stated:
            self._report("threshold", f"stands beside operator {operator}", "leave it empty, or write an operator")
        if operator == "shown" and not stated:
            self._report("threshold", "is empty", "write what is to be shown")
        if operator not in _COMPARED:
            return None
        try:
            return parse_number(scalar(stated), Unit.COUNT)
        except BadValueError as error:
            self._report("threshold", error.what, error.remedy)
            return None

    def _of(self, column: str) -> str:
        return self.cells.get(column, "")

    def _report(self, column: str, what: str, remedy: str) -> None:
        place = [*self.cells].index(column) + 1 if column in self.cells else 1
        self.problems.append(Problem(self.file, self.line, place, column, what, remedy))
