"""The sheet of scenarios side by side: values of the run, the live result beside them, and whether they still hold."""

from __future__ import annotations

from collections.abc import Mapping

from finmodel.engines.excel_cells import column_name
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.header import scenario_names, set_up_print, write_case, write_header
from finmodel.outputs.workbook.page import Page
from finmodel.outputs.workbook.plan import RISKS, SCENARIOS, SUPPORT
from finmodel.outputs.workbook.staleness import BELOW_STATE, write_comparison, write_heading, write_state
from finmodel.results import Check, Kpi, Value
from finmodel.units import Unit

__all__ = ["write_scenarios"]

_LABEL, _UNIT, _NOW, _BASE = 1, 2, 4, 5
_WIDTHS = (2, 46, 16, 2, *(18,) * 30)
_SAID = (
    "Values, not formulas: each scenario with the debt as contracted, computed when this was written.",
    "The column Now is live. The rest is that of the base case as written: picking a scenario makes inputs differ too.",
)
_SAID_ISSUED = (
    "Values, not formulas: each scenario with its yields found anew, computed when this was written.",
    "The column Now is live. The rest is that of the base case as written: picking a scenario makes inputs differ too.",
)
_DIGITS = 9
"""Decimals that are kept of a value: what rounding leaves of nothing is nothing."""


def write_scenarios(desk: Desk) -> None:
    """Key results of the base case and of every scenario, their differences, and the checks that do not hold."""
    page = desk.page(SCENARIOS, "presentation")
    write_header(desk, page, SCENARIOS)
    write_case(desk, page)
    for column, width in enumerate(_WIDTHS):
        page.sheet.set_column(column, column, width)
    first = BELOW_STATE
    row = _write_values(desk, page, first)
    row = _write_changes(desk, page, row, first + 2)
    row = _write_checks(desk, page, row)
    row = _write_troubles(desk, page, row)
    elsewhere = next((title for title in (RISKS, SUPPORT) if title in desk.plan.names), "")
    said = _SAID_ISSUED if desk.plan.results.is_issuance else _SAID
    write_state(desk, page, said, elsewhere or write_comparison(desk, page, SCENARIOS, row))
    set_up_print(page)


def _write_captions(desk: Desk, page: Page, row: int, title: str, *, now: bool) -> None:
    """A heading, and what stands in each column."""
    names = scenario_names(desk)
    write_heading(desk, page, row, title, _BASE + len(names))
    page.text(row + 1, _LABEL, "", desk.styles.of("column"))
    page.blank(row + 1, (_LABEL + 1, _LABEL + 2, _NOW), desk.styles.of("column"))
    if now:
        page.text(row + 1, _NOW, desk.translate("Now"), desk.styles.of("column right"))
    for column, name in enumerate(names, start=_BASE):
        page.text(row + 1, column, name, desk.styles.of("column right"))
    page.sheet.set_row(row, 37)


def _columns(desk: Desk) -> Mapping[int, str]:
    """The column of each scenario, after that of the base case."""
    return dict(enumerate((each.name for each in desk.plan.inputs.scenarios), start=_BASE + 1))


def _write_values(desk: Desk, page: Page, row: int) -> int:
    """Key results: live, in the base case and in every scenario; returns the row where the next table may begin."""
    _write_captions(desk, page, row, "Key results", now=True)
    row += 1
    results, here = desk.plan.results, desk.plan.names[SCENARIOS]
    for name, kpi in results.kpis.items():
        row += 1
        _write_label(desk, page, row, kpi)
        link = "=" + desk.plan.places[kpi.line].single(here)
        page.formula(row, _NOW, link, desk.styles.of("calculation", kpi.unit), kpi.value)
        _write_value(desk, page, row, _BASE, kpi.value, kpi.unit)
        for column, scenario in _columns(desk).items():
            _write_value(desk, page, row, column, _value(desk, scenario, name), kpi.unit)
    return row + 2


def _value(desk: Desk, scenario: str, kpi: str) -> Value:
    found = desk.plan.results.scenario_results[scenario].kpis
    return found[kpi].value if kpi in found else None


def _write_label(desk: Desk, page: Page, row: int, kpi: Kpi) -> None:
    page.text(row, _LABEL, desk.label(desk.plan.results.graph.lines[kpi.line]), desk.styles.of("plain"))
    page.text(row, _UNIT, desk.unit(kpi.unit), desk.styles.of("id"))


def _write_value(desk: Desk, page: Page, row: int, column: int, value: Value, unit: Unit) -> None:
    """A number in the format of its unit; a value that does not exist leaves its cell empty."""
    if value is not None:
        page.number(row, column, round(value, _DIGITS) + 0.0, desk.styles.of("import", unit))


def _write_changes(desk: Desk, page: Page, row: int, values: int) -> int:
    """Each scenario less the base case, from the values above, whose first row is given; returns the row after."""
    _write_captions(desk, page, row, "Change from the base case", now=False)
    row += 1
    base = column_name(_BASE)
    for above, (name, kpi) in enumerate(desk.plan.results.kpis.items(), start=values):
        row += 1
        _write_label(desk, page, row, kpi)
        for column, scenario in _columns(desk).items():
            value = _value(desk, scenario, name)
            if value is not None and kpi.value is not None:
                change = round(value, _DIGITS) - round(kpi.value, _DIGITS)
                formula = f"={column_name(column)}{above}-${base}{above}"
                page.formula(row, column, formula, desk.styles.of("calculation", kpi.unit), change)
    page.text(row + 1, _LABEL, desk.translate("Percentages change by percentage points."), desk.styles.of("note"))
    return row + 3


def _write_checks(desk: Desk, page: Page, row: int) -> int:
    """The checks that fail in any scenario, with what each comes to everywhere; returns the row after them."""
    results = desk.plan.results
    columns: dict[int, Mapping[str, Check]] = {_BASE: results.checks}
    columns |= {column: results.scenario_results[name].checks for column, name in _columns(desk).items()}
    failing = [name for name in results.checks if any(name in c and not c[name].ok for c in columns.values())]
    _write_captions(desk, page, row, "Checks and covenants that do not hold", now=False)
    row += 1
    if not failing:
        row += 1
        page.text(row, _LABEL, desk.translate("all checks and covenants hold"), desk.styles.of("plain"))
    for name in failing:
        row += 1
        line = results.graph.lines[name]
        page.text(row, _LABEL, desk.label(line), desk.styles.of("plain"))
        page.text(row, _UNIT, desk.unit(line.unit), desk.styles.of("id"))
        for column, checks in columns.items():
            if name in checks:
                _write_value(desk, page, row, column, checks[name].value, line.unit)
    return row + 2


def _write_troubles(desk: Desk, page: Page, row: int) -> int:
    """Why a scenario has no results, where one has none; returns the row after."""
    found = {name: desk.plan.results.scenario_results[name].trouble for name in _columns(desk).values()}
    for name, trouble in found.items():
        if trouble:
            page.text(row, _LABEL, f"{name}: {trouble}", desk.styles.of("plain"))
            row += 1
    return row + 1 if any(found.values()) else row
