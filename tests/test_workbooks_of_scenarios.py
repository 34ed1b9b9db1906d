"""The scenario selector of workbooks: a scenario that a reader picks has the key results of a run of that scenario."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import ironcalc
import pytest
from defusedxml.ElementTree import fromstring

from finmodel.compared import Outcome, SideBySide
from finmodel.expr import nodes
from finmodel.expr.line import Shape
from finmodel.outputs.workbook import write_workbook
from finmodel.outputs.workbook.plan import make_plan
from finmodel.questions import compare_scenarios
from finmodel.results import Results
from tests.recalculation import planted, together_by_libreoffice

CASES = Path(__file__).parents[1] / "cases"
WITH_SCENARIOS = sorted(path.parent.name for path in CASES.glob("*/case.yaml"))
JUDGED = {
    "alatau_gate_lighting": ("delay_six_months",),
    "gate_business_hub": ("downside", "district_late"),
    "green_district_bond": ("tonia_stays",),
}
"""Scenarios that LibreOffice recalculates too: single figures, figures by year, one that builds on another, yields."""
SELECTOR, SWITCH, VALUE = (8, 6), (9, 6), 5
"""Row and column of the selector, and of the switch that holds the contract's amounts; the column of single values."""

pytestmark = pytest.mark.slow


@cache
def side(case: str) -> SideBySide:
    return compare_scenarios(CASES / case / "case.yaml")


@cache
def labels(case: str) -> Mapping[str, str]:
    """What the selector calls each scenario."""
    return {scenario.name: str(scenario.label) for scenario in side(case).base.scenarios}


def written(case: str, folder: Path) -> Path:
    """The workbook of the base case, in which every stored value is wrong."""
    path = folder / f"{case}.xlsx"
    write_workbook(side(case).base, path, cached=planted)
    return path


def disagreeing(outcome: Outcome, cell_of: Mapping[str, object], *, rates: bool) -> Iterator[str]:
    """The key results and checks of a scenario that a workbook shows otherwise."""
    results = outcome.results
    assert results is not None
    kpis = {kpi.line: kpi.value for kpi in results.kpis.values()}
    for line, value in {**kpis, **{check.line: check.value for check in results.checks.values()}}.items():
        is_rate = _is_rate(results, line)
        if is_rate and not rates:
            continue
        cell = cell_of[line]
        if value is None:
            agrees = cell in (None, "")
        else:
            near = pytest.approx(value, rel=1e-6 if is_rate else 1e-7, abs=1e-5)
            agrees = isinstance(cell, (int, float)) and cell == near
        if not agrees:
            yield f"{outcome.name}: {line}: {cell} instead of {value}"


def _is_rate(results: Results, line: str) -> bool:
    expression = results.graph.lines[line].expression
    return any(isinstance(node, nodes.InternalRate) for node in expression.walk()) or "irr" in line


@pytest.mark.parametrize("case", WITH_SCENARIOS)
def test_each_scenario_picked_has_the_key_results_of_its_run(case: str, tmp_path: Path) -> None:
    places = make_plan(side(case).base).places
    model = ironcalc.load_from_xlsx(str(written(case, tmp_path)))
    sheets = {found["name"]: number for number, found in enumerate(model.get_worksheets_properties())}
    if not side(case).resized:
        model.update_cell_with_number(sheets["Inputs"], *SWITCH, 1.0)
    wrong: list[str] = []
    for outcome in side(case).outcomes:
        model.set_user_input(sheets["Inputs"], *SELECTOR, labels(case)[outcome.name])
        model.evaluate()
        cells = {
            line: model.get_cell_value(sheets[place.sheet], place.row, VALUE)
            for line, place in places.items() if place.shape is Shape.SCALAR
        }  # fmt: skip
        wrong.extend(disagreeing(outcome, cells, rates=False))
    assert wrong == []


def test_libreoffice_shows_the_same_internal_rates_included(tmp_path: Path) -> None:
    picked = [(case, name) for case, names in JUDGED.items() for name in names]
    books = {case: written(case, tmp_path) for case in JUDGED}
    paths = [with_picked(books[case], case, name, tmp_path / f"{case}-{name}.xlsx") for case, name in picked]
    wrong: list[str] = []
    for (case, name), cells in zip(picked, together_by_libreoffice(paths), strict=True):
        places = make_plan(side(case).base).places
        shown = {line: cells.get((place.sheet, place.row, VALUE)) for line, place in places.items()}
        outcome = next(each for each in side(case).outcomes if each.name == name)
        wrong.extend(disagreeing(outcome, shown, rates=True))
    assert wrong == []


def with_picked(book: Path, case: str, scenario: str, path: Path) -> Path:
    """A copy in which a scenario stands in the selector and the contract's amounts are held, typed into the file."""
    with ZipFile(book) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    strings = re.findall(r"<si><t[^>]*>(.*?)</t></si>", parts["xl/sharedStrings.xml"].decode())
    sheets = fromstring(parts["xl/workbook.xml"]).iterfind("{*}sheets/{*}sheet")
    number = next(n for n, sheet in enumerate(sheets, start=1) if sheet.get("name") == "Inputs")
    inputs = f"xl/worksheets/sheet{number}.xml"
    text = parts[inputs].decode()
    typed = {"F8": (strings.index("Base"), strings.index(escape(labels(case)[scenario])))}
    if not side(case).resized:
        typed["F9"] = (0, 1)
    for cell, (before, after) in typed.items():
        text, count = re.subn(rf'(<c r="{cell}" [^>]*><v>){before}(</v>)', rf"\g<1>{after}\g<2>", text)
        assert count == 1, cell
    with ZipFile(path, "w", ZIP_DEFLATED, compresslevel=1) as file:
        for name, data in {**parts, inputs: text.encode()}.items():
            file.writestr(name, data)
    return path
