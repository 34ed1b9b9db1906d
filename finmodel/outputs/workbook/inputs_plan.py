"""Where every input stands: single values on one sheet, tables and series on sheets of their own, controls on top."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from finmodel.engines.excel_cells import Place
from finmodel.engines.excel_unrolling import SWITCH
from finmodel.expr.line import Shape, Variable
from finmodel.inputs.scenarios import BASE
from finmodel.inputs.table import InputEntry, Provenance
from finmodel.inputs.text import in_words
from finmodel.results import Results, ScenarioInputs
from finmodel.units import Unit

__all__ = [
    "BY_PERIOD",
    "BY_POSITION",
    "BY_YEAR",
    "FIRST_GUESS",
    "FIRST_ROW",
    "GUESSES",
    "INPUTS",
    "LEAST_RATE",
    "SCENARIO",
    "TOLERANCE",
    "InputBlock",
    "InputHeading",
    "InputsPlan",
    "control_entries",
    "inputs_plan",
]

INPUTS, BY_YEAR, BY_POSITION, BY_PERIOD = "Inputs", "Inputs by year", "Inputs by position", "Inputs by period"

FIRST_ROW = 7
"""The first row below the frozen header and an empty row."""

SCENARIO = "scenario~number"
TOLERANCE = "tolerance~checks"
_BASE_LABEL = "Base"

FIRST_GUESS = 0.1
_FURTHER_GUESSES = (-0.1, -0.5)
GUESSES = ("rate~guess1", "rate~guess2", "rate~guess3")
LEAST_RATE = "rate~least"

Numbers = float | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class InputHeading:
    """What the inputs below it belong to: a heading of the case file, and one of its instances."""

    group: str
    instance: str = ""


@dataclass(frozen=True, slots=True)
class InputBlock:
    """One input on its sheet: the row that formulas read, and the rows of its base and scenario values."""

    entry: InputEntry
    sheet: str
    row: int
    base: Numbers
    scenarios: tuple[Numbers | None, ...] = ()
    """One per scenario; ``None`` where it is the base value."""

    @property
    def changed(self) -> bool:
        """Whether any scenario changes it."""
        return any(value is not None for value in self.scenarios)

    @property
    def base_row(self) -> int:
        """The row of the base value: below the live one where tables and series have scenarios."""
        return self.row + 1 if self.changed and self.entry.variable.shape is not Shape.SCALAR else self.row

    @property
    def height(self) -> int:
        """The rows it takes."""
        tall = self.changed and self.entry.variable.shape is not Shape.SCALAR
        return 2 + len(self.scenarios) if tall else 1


@dataclass(frozen=True, slots=True)
class InputsPlan:
    """All inputs by sheet, with their headings: (row, heading or block).

    The workbook of the base case has a column for every scenario; that of a scenario has its own values alone.
    """

    sheets: Mapping[str, Sequence[tuple[int, InputHeading | InputBlock]]]
    places: Mapping[str, Place]
    first: str
    """What the first column of values is called: the base case, or the one scenario that was run."""
    scenarios: Sequence[ScenarioInputs]
    """The scenarios in the columns after it."""
    chosen: int
    """Which of the columns is in use, counted from 0."""

    def blocks(self, *sheets: str) -> Iterator[InputBlock]:
        """The inputs of some sheets, or of all."""
        for name, items in self.sheets.items():
            if not sheets or name in sheets:
                yield from (item for _, item in items if isinstance(item, InputBlock))


def control_entries(results: Results) -> tuple[InputEntry, ...]:
    """The workbook's own inputs: scenario, frozen or re-sized, tolerance, and where the search for rates begins."""
    found = [_control(SCENARIO, "Scenario", Unit.COUNT, 1.0, "Choose from the list")]
    if results.graph.freezable:
        note = "1: amounts as fixed at financial close; 0: debt is sized again"
        found.append(_control(SWITCH, "Hold the contract's amounts", Unit.FLAG, float(results.frozen), note))
    found.append(_control(TOLERANCE, "Tolerance of checks", Unit.NUMBER, 1e-6, "Differences below it count as none"))
    note = "Searches begin at each guess; of several rates the one nearest to the first guess is taken"
    for number, (name, value) in enumerate(zip(GUESSES, (FIRST_GUESS, *_FURTHER_GUESSES), strict=True), start=1):
        found.append(_control(name, f"Internal rates: guess {number}", Unit.RATE, value, note))
    note = "A search that fails can end this close to 0; 0 is proved by the sum of the flows"
    found.append(_control(LEAST_RATE, "Smallest internal rate told from 0", Unit.NUMBER, 1e-8, note))
    return tuple(found)


def _control(name: str, label: str, unit: Unit, value: float, note: str) -> InputEntry:
    return InputEntry(Variable(name, label, unit, group="workbook"), value, "", Provenance(note=note))


def inputs_plan(results: Results, names: Mapping[str, str]) -> InputsPlan:
    """Rows for every input. ``names`` gives the sheets' names by title."""
    scenarios = tuple(results.scenarios) if results.scenario == BASE else ()
    labels = {scenario.name: scenario.label for scenario in results.scenarios}
    first = labels.get(results.scenario, _BASE_LABEL)
    changed = {name for scenario in scenarios for name in scenario.inputs}
    sheets: dict[str, list[tuple[int, InputHeading | InputBlock]]] = {}
    headings: dict[str, InputHeading] = {}
    rows: dict[str, int] = {}
    for entry in (*control_entries(results), *results.inputs):
        title = _sheet(entry)
        row, items = rows.get(title, FIRST_ROW), sheets.setdefault(title, [])
        heading = _heading(results, entry)
        if headings.get(title) != heading:
            row += 1 if items else 0
            items.append((row, heading))
            row += 1
            headings[title] = heading
        values: tuple[Numbers | None, ...] = tuple(
            scenario.inputs.get(entry.variable.name) if entry.variable.name in changed else None
            for scenario in scenarios
        )
        block = InputBlock(entry, names[title], row, entry.value, values)
        items.append((row, block))
        rows[title] = row + block.height
    places = {
        item.entry.variable.name: _place(item, len(results.periods))
        for items in sheets.values() for _, item in items if isinstance(item, InputBlock)
    }  # fmt: skip
    return InputsPlan(sheets, places, first, scenarios, 0)


def _sheet(entry: InputEntry) -> str:
    match entry.variable.shape:
        case Shape.SCALAR:
            return INPUTS
        case Shape.SERIES:
            return BY_PERIOD
        case Shape.TABLE:
            by_year = entry.axis and all(len(step) == 4 and step.isdigit() for step in entry.axis)
            return BY_YEAR if by_year else BY_POSITION


def _heading(results: Results, entry: InputEntry) -> InputHeading:
    group = in_words(entry.variable.group) or "General"
    instance, dot, _ = entry.variable.name.partition(".")
    if not dot:
        return InputHeading(group)
    lines = results.graph.lines.values()
    return InputHeading(group, next((line.instance_label for line in lines if line.instance == instance), instance))


def _place(block: InputBlock, periods: int) -> Place:
    shape = block.entry.variable.shape
    if shape is Shape.SCALAR:
        return Place(block.sheet, block.row, shape)
    count = periods if shape is Shape.SERIES else len(block.base) if isinstance(block.base, tuple) else 1
    return Place(block.sheet, block.row, shape, count)
