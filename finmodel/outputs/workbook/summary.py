"""The summary: key results, sources and uses, timetable and checks on one page, every figure a live link."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from finmodel.engines.excel_cells import quoted
from finmodel.expr.line import Line, Shape
from finmodel.outputs.workbook.charts import add_charts, write_levels
from finmodel.outputs.workbook.checks_plan import check_rows
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.grouping import CHECKS
from finmodel.outputs.workbook.header import scenario_name, set_up_print, write_case, write_header
from finmodel.outputs.workbook.inputs_plan import FIRST_ROW, SCENARIO
from finmodel.outputs.workbook.page import Page
from finmodel.outputs.workbook.plan import SUMMARY
from finmodel.results import Value
from finmodel.units import Unit

__all__ = ["write_summary"]

_LABEL, _UNIT, _VALUE = 1, 2, 4
_ITEM, _AMOUNT, _SHARE = 6, 7, 8
_FACT, _FACT_VALUE = 10, 13
_WIDTHS = ((0, 2), (1, 42), (2, 14), (3, 2), (4, 15), (5, 3), (6, 44), (7, 15), (8, 9), (9, 3))
_DATES = (
    ("start", "Financial close"),
    ("last_redemption", "Last redemption"),
    ("completion_date", "Completion"),
    ("operation_start", "Operation begins"),
    ("operation_end", "Operation ends"),
)
_USES = ("construction_cost", "opening_cash_funded")
_USE_TAGS = ("financing", "construction", "issue")


@dataclass(frozen=True, slots=True)
class _Item:
    """One source or use: what it is called, and the lines whose sum it is."""

    label: str
    lines: Sequence[Line]


@dataclass(frozen=True, slots=True)
class _Fact:
    """One row of a block: what it is, its formula, its look and its value."""

    label: str
    formula: str
    style: Any
    value: Value | str


def write_summary(desk: Desk) -> None:
    """The page an investment committee reads first."""
    page = desk.page(SUMMARY, "presentation")
    write_header(desk, page, SUMMARY)
    write_case(desk, page)
    page.sheet.freeze_panes(5, 0)
    for column, width in _WIDTHS:
        page.sheet.set_column(column, column, width)
    page.sheet.set_column(10, 10 + desk.plan.periods, 10.5)
    ends = [_write_results(desk, page), _write_facts(desk, page)]
    sources, uses = _sources(desk), _uses(desk)
    bars = _bars(sources, uses)
    if bars is not None:
        ends.append(_write_sources_uses(desk, page, sources, uses, bars))
    last = add_charts(desk, page, max(ends) + 1, bars)
    write_levels(desk, page, last + 2)
    set_up_print(page, one_page=True)
    page.sheet.print_area(0, 0, last, _FACT_VALUE)


def _title(desk: Desk, page: Page, row: int, columns: Sequence[int], text: str) -> None:
    page.text(row, columns[0], desk.translate(text), desk.styles.of("heading"))
    page.blank(row, columns[1:], desk.styles.of("heading"))


def _write_results(desk: Desk, page: Page) -> int:
    """The key results; returns the row after them."""
    styles, here, row = desk.styles, desk.plan.names[SUMMARY], FIRST_ROW
    _title(desk, page, row, range(_LABEL, _VALUE + 1), "Key results")
    for kpi in desk.plan.results.kpis.values():
        row += 1
        line = desk.plan.lines[kpi.line]
        page.text(row, _LABEL, desk.label(line), styles.of("kpi label"))
        page.text(row, _UNIT, desk.unit(kpi.unit), styles.of("kpi unit"))
        page.blank(row, (_UNIT + 1,), styles.of("kpi unit"))
        link = "=" + desk.plan.places[kpi.line].single(here)
        page.formula(row, _VALUE, link, styles.of("kpi", kpi.unit), kpi.value)
    return row + 1


def _write_facts(desk: Desk, page: Page) -> int:
    """The timetable, the scenario, and how the checks stand."""
    row = FIRST_ROW
    _title(desk, page, row, range(_FACT, _FACT_VALUE + 1), "Timetable and checks")
    for fact in _facts(desk):
        row += 1
        page.text(row, _FACT, desk.translate(fact.label), desk.styles.of("kpi label"))
        page.blank(row, range(_FACT + 1, _FACT_VALUE), desk.styles.of("kpi label"))
        page.formula(row, _FACT_VALUE, fact.formula, fact.style, fact.value)
    return row + 1


def _facts(desk: Desk) -> Iterator[_Fact]:
    styles, here = desk.styles, desk.plan.names[SUMMARY]
    for name, label in _DATES:
        place = desk.place(name)
        if place is not None and place.shape is Shape.SCALAR:
            said = "Issue" if name == "start" and desk.plan.results.is_issuance else label
            yield _Fact(said, "=" + place.single(here), styles.of("fact", Unit.DATE), _single(desk, name))
    selector = desk.plan.places[SCENARIO]
    chosen = f"={quoted(selector.sheet)}!$F${selector.row}"
    yield _Fact("Scenario", chosen, styles.of("fact"), scenario_name(desk))
    yield from _weakest(desk)
    rows = check_rows(desk.plan)
    for label, integrity in (("Integrity checks that fail", True), ("Alerts", False)):
        lines = [row for row in rows if row.integrity is integrity]
        if lines:
            cells = desk.address(CHECKS, f"$H${lines[0].row}:$H${lines[-1].row}")
            checks = desk.plan.results.checks.values()
            failed = sum(not check.ok for check in checks if (check.kind == "integrity") is integrity)
            yield _Fact(label, f"=COUNTIF({cells},0)", styles.of("fact", pattern="0"), float(failed))


def _weakest(desk: Desk) -> Iterator[_Fact]:
    """The period in which cover is lowest."""
    lowest, cover, ends = (desk.place(name) for name in ("dscr_minimum", "dscr", "period_end"))
    if lowest is None or cover is None or ends is None:
        return
    here = desk.plan.names[SUMMARY]
    formula = f'=IFERROR(INDEX({ends.whole(here)},1,MATCH({lowest.single(here)},{cover.whole(here)},0)),"")'
    values = desk.values["dscr"]
    found = desk.values["dscr_minimum"][0]
    end = desk.values["period_end"][values.index(found)] if found is not None and found in values else None
    yield _Fact("Period of the lowest DSCR ends", formula, desk.styles.of("fact", Unit.DATE), end)


def _single(desk: Desk, name: str) -> Value:
    if name in desk.values:
        return desk.values[name][0]
    value = desk.plan.results.inputs[name].value
    return value if isinstance(value, float) else None


def _sources(desk: Desk) -> list[_Item]:
    return [_Item(_source_label(desk, line), (line,)) for line in desk.plan.results.graph.tagged(chart="source")]


def _source_label(desk: Desk, line: Line) -> str:
    """A loan is a source by its name; anything else by the label of its line."""
    return desk.translate(line.instance_label) if line.instance_label else desk.label(line)


def _uses(desk: Desk) -> list[_Item]:
    """Every use; of several facilities, what is of one kind stands together."""
    graph = desk.plan.results.graph
    named = [graph.lines[name] for name in _USES if name in graph.lines]
    loans = {line.instance for line in graph.tagged(sizing="commitment")}
    several = loans if len(loans) > 1 else set()
    kinds: dict[str, list[Line]] = {}
    for line in (*named, *(line for tag in _USE_TAGS for line in graph.tagged(use=tag))):
        label = desk.translate(line.label) if line.instance in several else desk.label(line)
        kinds.setdefault(label, []).append(line)
    return [_Item(label, lines) for label, lines in kinds.items()]


def _bars(sources: Sequence[_Item], uses: Sequence[_Item]) -> tuple[int, int, int] | None:
    """The first row of the sources, the first of the uses, and the last; nothing if the case has not both."""
    first = FIRST_ROW + 2
    middle = first + len(sources) + 1
    return (first, middle, middle + len(uses) - 1) if sources and uses else None


def _write_sources_uses(
    desk: Desk, page: Page, sources: Sequence[_Item], uses: Sequence[_Item], bars: tuple[int, int, int]
) -> int:
    """Where the funds come from and what they pay for; returns the row after them."""
    first, middle, last = bars
    _title(desk, page, FIRST_ROW, range(_ITEM, _SHARE + 1), "Sources and uses")
    page.text(FIRST_ROW, _AMOUNT, desk.plan.results.currency, desk.styles.of("heading right"))
    _write_items(desk, page, first, "Sources", sources, last + 1)
    _write_items(desk, page, middle, "Uses", uses, last + 2)
    return last + 3


def _write_items(desk: Desk, page: Page, first: int, title: str, items: Sequence[_Item], total: int) -> None:
    """A heading, the items with their shares, and further down their total."""
    styles, here = desk.styles, desk.plan.names[SUMMARY]
    page.text(first - 1, _ITEM, desk.translate(title), styles.of("subheading"))
    sums = [sum(value or 0.0 for line in item.lines for value in desk.values[line.name]) for item in items]
    whole, cells = sum(sums), f"$H{first}:$H{first + len(items) - 1}"
    page.text(total, _ITEM, desk.translate(f"Total {title.lower()}"), styles.of("fact total"))
    page.formula(total, _AMOUNT, f"=SUM({cells})", styles.of("fact total", Unit.MONEY), whole)
    page.blank(total, (_SHARE,), styles.of("fact total"))
    for row, (item, amount) in enumerate(zip(items, sums, strict=True), start=first):
        page.text(row, _ITEM, item.label, styles.of("kpi label"))
        added = ",".join(desk.plan.places[line.name].whole(here) for line in item.lines)
        page.formula(row, _AMOUNT, f"=SUM({added})", styles.of("fact", Unit.MONEY), amount)
        share = f"=IF($H${total}=0,0,$H{row}/$H${total})"
        page.formula(row, _SHARE, share, styles.of("fact", Unit.SHARE), amount / whole if whole else 0.0)
