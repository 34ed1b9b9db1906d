"""The plan of the workbook: its sheets, the row of every line, and the formula of every row, before any is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from finmodel.engines.excel_cells import Place, Template
from finmodel.engines.excel_engine import ExcelEngine
from finmodel.engines.excel_splitting import Splitter
from finmodel.engines.excel_unrolling import Unrolled, contract_name, unrolled
from finmodel.expr.line import Line, Shape
from finmodel.expr.shapes import blank_lines
from finmodel.outputs.workbook.grouping import CHECKS, PASSES, PRESENTED_LAST, TIME, in_reading_order, sheet_title, tidy
from finmodel.outputs.workbook.inputs_plan import (
    BY_PERIOD,
    BY_POSITION,
    BY_YEAR,
    FIRST_ROW,
    GUESSES,
    INPUTS,
    LEAST_RATE,
    InputsPlan,
    inputs_plan,
)  # fmt: skip
from finmodel.outputs.workbook.known import Known
from finmodel.outputs.workbook.passes import Passes, passes
from finmodel.results import Results
from finmodel.timeline import over_periods
from finmodel.units import Unit

__all__ = [
    "CONTRACT",
    "COVER",
    "LOG",
    "MAP",
    "PAYOFFS",
    "RISKS",
    "SCENARIOS",
    "SUMMARY",
    "SUPPORT",
    "Heading",
    "LineRow",
    "Plan",
    "SheetPlan",
    "make_plan",
    "with_analysis",
]

COVER, SUMMARY, CONTRACT, MAP, LOG = "Cover", "Summary", "Contract", "Map", "Log"
PAYOFFS, RISKS, SUPPORT, SCENARIOS = "Payoffs", "Risk sharing", "Support effects", "Scenarios"


@dataclass(frozen=True, slots=True)
class Heading:
    """A title above rows: a section's (level 0) or an instance's (level 1)."""

    text: str
    level: int = 0


@dataclass(frozen=True, slots=True)
class LineRow:
    """A line on its row: its formula, and how deep it stands in the outline."""

    line: Line
    template: Template
    level: int = 0


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """One sheet of lines: its title, its name in formulas, and what stands on each row."""

    title: str
    name: str
    rows: Sequence[tuple[int, Heading | LineRow]]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that is written, and where."""

    results: Results
    names: Mapping[str, str]
    """The sheets' names by title, in the order of the workbook."""
    inputs: InputsPlan
    contract: Mapping[str, Place]
    """The row of each freezable line's contract value, by line."""
    unrolled: Unrolled
    passes: Passes
    lines: Mapping[str, Line]
    """The lines with the parts into which long ones are cut."""
    sheets: Sequence[SheetPlan]
    places: Mapping[str, Place]
    searches: Mapping[str, str]
    """The rows of searches for an internal rate, with the line they are for."""

    @property
    def periods(self) -> int:
        """The number of periods."""
        return len(self.results.periods)

    def contract_value(self, line: str) -> float | tuple[float, ...]:
        """A freezable line's contract value, on the periods of this workbook: what was agreed ends where it ended."""
        return over_periods(self.results.contract[line], self.periods)


def make_plan(results: Results, translate: Callable[[str], str] = str) -> Plan:
    """The plan of the workbook of a case; the sheets' names are in the language asked for."""
    repeated = passes(results, Known.from_results(results))
    plain = unrolled(results.graph, repeated.count)
    titles = _titles(plain, results)
    names = _names(titles.values(), results, translate)
    inputs = inputs_plan(results, names)
    contract = _contract_places(results, names)
    places: dict[str, Place] = dict(inputs.places)
    places.update({contract_name(name): place for name, place in contract.items()})
    periods = len(results.periods)
    for name, line in plain.lines.items():
        places[name] = Place(names[titles[name]], 999, line.shape, periods)
    blank = blank_lines(plain.lines)
    engine = ExcelEngine(places, blank=blank, guesses=GUESSES, least=LEAST_RATE)
    splitter = Splitter(engine, places, periods)
    cut = {name: splitter.split(line) for name, line in plain.lines.items()}
    lines = {line.name: line for parts in cut.values() for line in parts}
    layouts = {title: _rows(title, cut, titles, plain, results) for title in dict.fromkeys(titles.values())}
    searches = _settled(layouts, names, places, engine, periods)
    sheets = [
        SheetPlan(title, names[title], _with_formulas(layouts[title], engine))
        for title in names if title in layouts
    ]  # fmt: skip
    return Plan(results, names, inputs, contract, plain, repeated, lines, sheets, places, searches)


def with_analysis(plan: Plan, results: Results, translate: Callable[[str], str] = str) -> Plan:
    """The plan with what analysis added to its results: the sheets of its tables come last, so that none moves."""
    return replace(plan, results=results, names=_names(_titles(plan.unrolled, results).values(), results, translate))


def _titles(plain: Unrolled, results: Results) -> dict[str, str]:
    """The sheet of each line."""
    return {name: sheet_title(line) if name in results.graph.lines else PASSES for name, line in plain.lines.items()}


def _names(titles: Iterable[str], results: Results, translate: Callable[[str], str]) -> dict[str, str]:
    """The sheets in their order, with names that every spreadsheet accepts."""
    used = list(dict.fromkeys(titles))
    middle = in_reading_order([title for title in used if title not in {TIME, PASSES, CHECKS, *PRESENTED_LAST}])
    last = [title for title in PRESENTED_LAST if title in used]
    shapes = {entry.variable.shape for entry in results.inputs}
    order = [COVER, SUMMARY, INPUTS]
    if Shape.TABLE in shapes:
        order += [BY_YEAR, BY_POSITION]
    if Shape.SERIES in shapes:
        order.append(BY_PERIOD)
    if results.graph.freezable:
        order.append(CONTRACT)
    order += [TIME] if TIME in used else []
    order += [*middle, *([PASSES] if PASSES in used else []), *last]
    order += [PAYOFFS] if results.payoffs else []
    order += [RISKS] if results.risk_sharing.risks else []
    order += [SUPPORT] if results.support_effects or results.minimum_support else []
    order += [SCENARIOS] if results.scenario_results else []
    order += [CHECKS, MAP, LOG]
    taken: set[str] = set()
    return {title: tidy(translate(title), taken) for title in order}


def _contract_places(results: Results, names: Mapping[str, str]) -> dict[str, Place]:
    periods = len(results.periods)
    return {
        name: Place(names[CONTRACT], FIRST_ROW + number, results.graph.lines[name].shape, periods)
        for number, name in enumerate(results.graph.freezable)
    }


Layout = list[tuple[int, Heading | Line]]


def _rows(
    title: str, cut: Mapping[str, Sequence[Line]], titles: Mapping[str, str], plain: Unrolled, results: Results
) -> Layout:
    """Headings and lines of a sheet, with their rows."""
    if title == PASSES:
        return _numbered(_pass_items(cut, plain), FIRST_ROW)
    first = FIRST_ROW + (checks_height(results, plain) if title == CHECKS else 0)
    return _numbered(_items(cut, [name for name, where in titles.items() if where == title]), first)


def _items(cut: Mapping[str, Sequence[Line]], names: Iterable[str]) -> Iterator[Heading | Line]:
    section = instance = ""
    for name in names:
        line = cut[name][0]
        if line.title != section:
            section, instance = line.title, ""
            yield Heading(section)
        if line.instance != instance:
            instance = line.instance
            yield Heading(line.instance_label or section, 1)
        yield from cut[name]


def _pass_items(cut: Mapping[str, Sequence[Line]], plain: Unrolled) -> Iterator[Heading | Line]:
    for number, names in enumerate(plain.passes):
        yield Heading(f"Pass {number}" if number else "First guesses")
        for name in names:
            yield from cut[name]
    yield Heading("Residuals: the equation of each solved line less its value")
    for name in plain.residuals:
        yield from cut[name]


def _numbered(items: Iterable[Heading | Line], first: int) -> Layout:
    found: Layout = []
    row = first
    for item in items:
        if isinstance(item, Heading) and found and not isinstance(found[-1][1], Heading):
            row += 1
        found.append((row, item))
        row += 1
    return found


def _settled(
    layouts: Mapping[str, Layout], names: Mapping[str, str], places: dict[str, Place], engine: ExcelEngine, periods: int
) -> dict[str, str]:
    """Fixes every line's place, with room below internal rates for their searches, which it returns."""
    searches: dict[str, str] = {}
    for title, layout in layouts.items():
        shift = 0
        for position, (row, item) in enumerate(layout):
            layout[position] = (row + shift, item)
            if isinstance(item, Line):
                count = periods if item.shape is Shape.SERIES else 1
                places[item.name] = Place(names[title], row + shift, item.shape, count)
                for name in engine.search_rows(item):
                    shift += 1
                    places[name] = Place(names[title], row + shift, Shape.SCALAR)
                    searches[name] = item.name
    return searches


def checks_height(results: Results, plain: Unrolled) -> int:
    """The rows that the list of checks takes at the top of its sheet."""
    return len(results.checks) + len(plain.residuals) + 8


def _with_formulas(layout: Layout, engine: ExcelEngine) -> list[tuple[int, Heading | LineRow]]:
    found: list[tuple[int, Heading | LineRow]] = []
    for row, item in layout:
        if isinstance(item, Heading):
            found.append((row, item))
            continue
        level = 1 if "~" in item.name.rpartition(".")[2] else 0
        found.append((row, LineRow(item, engine.template(item), level)))
        for number, (name, template) in enumerate(engine.searches(item).items(), start=1):
            unit = item.unit if "~from" in name else Unit.NUMBER
            search = replace(item, name=name, unit=unit, tags={}, note="")
            found.append((row + number, LineRow(search, template, 1)))
    return found
