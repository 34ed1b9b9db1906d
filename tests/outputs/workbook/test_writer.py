"""The written workbook: it recalculates to what the engine found, keeps an auditor's rules, and is always the same."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from finmodel.expr.functions import following, previous, total
from finmodel.expr.line import Shape
from finmodel.inputs.table import InputTable
from finmodel.outputs.workbook import write_workbook
from tests.expr.small_graphs import graph, scalar, series
from tests.outputs.workbook.agreement import disagreements, line, recalculated
from tests.outputs.workbook.deal import deal, with_inputs
from tests.outputs.workbook.rules import RULES, Workbook
from tests.recalculation import (
    PLANTED,
    Cells,
    by_formualizer,
    by_ironcalc,
    by_libreoffice,
    planted,
    stored_cells,
)
from tests.small_results import small_results
from tests.toy import CAPEX, DEBT, USES, toy

SPREADSHEETS = {"LibreOffice": by_libreoffice, "formualizer": by_formualizer, "ironcalc": by_ironcalc}
IN_PROCESS = {"formualizer": by_formualizer, "ironcalc": by_ironcalc}


@pytest.mark.slow
def test_every_stored_value_is_what_libreoffice_recalculates(tmp_path: Path, path: Path) -> None:
    stored, cells = stored_cells(path), recalculated(deal(), tmp_path, by_libreoffice)
    assert stored.keys() == cells.keys()
    expected = {k: v if isinstance(v, str) else pytest.approx(v, rel=1e-7, abs=1e-9) for k, v in cells.items()}
    assert [k for k, value in stored.items() if value != expected[k]] == []


def test_planted_values_show_in_a_workbook_that_is_not_recalculated(tmp_path: Path) -> None:
    path = tmp_path / "planted.xlsx"
    write_workbook(deal(), path, cached=planted)
    cells = stored_cells(path)
    assert line(cells, deal(), "closing") == [PLANTED] * 6


@pytest.mark.parametrize("spreadsheet", SPREADSHEETS)
def test_figures_typed_in_give_what_the_engine_gives(tmp_path: Path, spreadsheet: str) -> None:
    changed = with_inputs(
        deal(), rate=0.2, gearing=0.5, road__fee=300.0, profile_kind=1.0, inflation=(0.0, 0.2, 0.1), indexed=0.0
    )
    assert changed.values["debt"] != pytest.approx(deal().values["debt"], rel=0.1)
    cells = recalculated(changed, tmp_path, SPREADSHEETS[spreadsheet])
    assert disagreements(cells, changed, rates=spreadsheet == "LibreOffice") == []


@pytest.mark.parametrize("spreadsheet", SPREADSHEETS)
def test_a_frozen_deal_keeps_the_debt_while_its_rate_rises(tmp_path: Path, spreadsheet: str) -> None:
    shocked = with_inputs(deal(frozen=True), rate=0.3)
    assert shocked.values["debt"] == deal().values["debt"]
    cells = recalculated(shocked, tmp_path, SPREADSHEETS[spreadsheet])
    assert disagreements(cells, shocked, rates=spreadsheet == "LibreOffice") == []
    assert line(cells, shocked, "debt~residual") == [0]


@pytest.mark.parametrize("spreadsheet", SPREADSHEETS)
def test_the_toy_debt_is_solved_in_the_workbook(tmp_path: Path, spreadsheet: str) -> None:
    results = small_results(toy(), {"capex": CAPEX}, 3)
    cells = recalculated(results, tmp_path, SPREADSHEETS[spreadsheet])
    assert line(cells, results, "debt") == [pytest.approx(DEBT, abs=1e-6)]
    assert line(cells, results, "total_uses") == [pytest.approx(USES, abs=1e-6)]
    assert line(cells, results, "debt~residual") == [pytest.approx(0, abs=1e-9)]


@pytest.mark.parametrize("spreadsheet", SPREADSHEETS)
def test_loops_run_forward_and_backward_through_the_same_sheet(tmp_path: Path, spreadsheet: str) -> None:
    found = graph(
        series("remaining", lambda m: following(m.remaining) * m.keep + m.flow),
        series("balance", lambda m: previous(m.balance) + m.remaining - m.paid),
        series("paid", lambda m: previous(m.balance) * m.keep + m.flow / 2),
        scalar("left", lambda m: total(m.balance)),
        given={"flow": Shape.SERIES, "keep": Shape.SCALAR},
    )
    results = small_results(found, {"flow": [3.0, 1.0, 4.0, 1.0, 5.0], "keep": 0.5}, 5)
    assert results.series["remaining"][3:] == (3.5, 5.0)
    assert disagreements(recalculated(results, tmp_path, SPREADSHEETS[spreadsheet]), results) == []


@pytest.mark.parametrize(("number", "name"), [(1, "dear"), (2, "slow")])
@pytest.mark.parametrize("engine", IN_PROCESS.values(), ids=IN_PROCESS)
def test_picking_a_scenario_gives_what_the_engine_gives(
    tmp_path: Path, engine: Callable[[Path], Cells], number: int, name: str
) -> None:
    scenario = deal().scenarios[number - 1]
    assert scenario.name == name
    path = tmp_path / "scenario.xlsx"
    write_workbook(deal(), path, cached=planted)
    _pick(path, str(scenario.label))
    expected = with_inputs(deal(), **{key.replace(".", "__"): value for key, value in scenario.inputs.items()})
    assert disagreements(engine(path), expected, rates=False) == []


@pytest.mark.parametrize("spreadsheet", SPREADSHEETS)
def test_scenarios_called_alike_or_with_signs_of_searches_are_picked_all_the_same(
    tmp_path: Path, spreadsheet: str
) -> None:
    labels = ("~20 % dearer?", "~20 % dearer?", "*")
    scenarios = [replace(deal().scenarios[n % 2], name=f"s{n}", label=label) for n, label in enumerate(labels)]
    results = replace(deal(), scenarios=scenarios)
    for scenario, shown in zip(scenarios, ("~20 % dearer?", "~20 % dearer? (s1)", "*"), strict=True):
        path = tmp_path / f"{scenario.name}.xlsx"
        write_workbook(results, path, cached=planted)
        _pick(path, shown)
        expected = with_inputs(deal(), **{key.replace(".", "__"): value for key, value in scenario.inputs.items()})
        assert (
            disagreements(SPREADSHEETS[spreadsheet](path), replace(expected, scenarios=scenarios), rates=False) == []
        ), shown


def _pick(path: Path, label: str) -> None:
    """Types a scenario into the selector, in the file itself."""
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    strings = re.findall(r"<si><t[^>]*>(.*?)</t></si>", parts["xl/sharedStrings.xml"].decode())
    inputs = next(name for name in parts if name.endswith("sheet3.xml"))
    base, chosen = strings.index("Base"), strings.index(label)
    cell = rf'(<c r="F8" s="\d+" t="s"><v>){base}(</v>)'
    text, count = re.subn(cell, rf"\g<1>{chosen}\g<2>", parts[inputs].decode())
    assert count == 1
    parts[inputs] = text.encode()
    with zipfile.ZipFile(path, "w") as file:
        for name, data in parts.items():
            file.writestr(name, data)


@pytest.mark.parametrize("rule", RULES)
def test_the_workbook_keeps_the_rules(workbook: Workbook, rule: str) -> None:
    assert getattr(workbook, RULES[rule])() == []


def test_the_same_results_give_the_same_bytes(tmp_path: Path, path: Path) -> None:
    write_workbook(deal(), tmp_path / "again.xlsx")
    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()


def test_text_of_a_case_is_never_a_formula(workbook: Workbook) -> None:
    title = workbook.book["Cover"]["B7"]
    assert (title.value, title.data_type) == ("=1+1 road", "s")


def test_labels_of_inputs_are_never_formulas(tmp_path: Path) -> None:
    results = deal()
    entry = results.inputs["rate"]
    label = "=HYPERLINK(1)"
    hostile = replace(entry, variable=replace(entry.variable, label=label))
    table = InputTable({**results.inputs.entries, "rate": hostile})
    write_workbook(replace(results, inputs=table), tmp_path / "hostile.xlsx")
    assert "=HYPERLINK(1): live" in stored_cells(tmp_path / "hostile.xlsx").values()


def test_iteration_is_off_and_no_program_is_inside(path: Path) -> None:
    with zipfile.ZipFile(path) as file:
        names, settings = file.namelist(), file.read("xl/workbook.xml").decode()
    assert "iterate" not in settings
    assert not [name for name in names if "vba" in name or "externalLink" in name]


def test_labels_are_shown_in_the_language_asked_for(tmp_path: Path) -> None:
    write_workbook(deal(), tmp_path / "words.xlsx", translate=lambda text: f"«{text}»")
    cells = stored_cells(tmp_path / "words.xlsx")
    assert "«Master check»" in cells.values()
    assert "«Lowest DSCR»" in cells.values()
