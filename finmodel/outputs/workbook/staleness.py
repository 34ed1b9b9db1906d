"""Whether values that a run computed still hold: every input as it is now beside what it was, and one live verdict."""

from __future__ import annotations

from finmodel.engines.excel_cells import FIRST_COLUMN, column_name
from finmodel.expr.line import Shape
from finmodel.inputs.table import InputEntry
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.inputs_plan import FIRST_ROW
from finmodel.outputs.workbook.page import Page
from finmodel.units import Unit

__all__ = ["BELOW_STATE", "differences", "write_comparison", "write_heading", "write_state"]

_LABEL, _ID, _STATE = 1, 2, 4
_LIVE, _EXPORTED, _DIFFERS = 4, 5, 6
_HASH, _COUNT, _VERDICT = 3, 4, 5
BELOW_STATE = FIRST_ROW + 7
"""The first row below what a sheet says of its state."""
_TOLERANCE = 1e-9
_STEP = 0.6180339887498949
"""The fraction by which weights go on: no two are alike, so that numbers that trade places are seen."""


def write_heading(desk: Desk, page: Page, row: int, text: str, columns: int) -> None:
    """A heading with a line below it."""
    page.text(row, 0, desk.translate(text), desk.styles.of("heading"))
    page.blank(row, range(1, columns), desk.styles.of("heading"))


def differences(first: int, last: int) -> str:
    """How many inputs differ, by a comparison on the same sheet."""
    cells = column_name(_DIFFERS)
    return f"=SUM(${cells}${first}:${cells}${last})"


def write_state(desk: Desk, page: Page, said: tuple[str, str], compared: tuple[int, int] | str) -> None:
    """What the figures of a sheet are, from which inputs they came, and whether these are still the inputs in use.

    ``compared``: the rows of the comparison on this sheet, or the title of the sheet that has it.
    """
    words, styles, row = desk.translate, desk.styles, FIRST_ROW
    write_heading(desk, page, row, "State of this sheet", 6)
    for step, sentence in enumerate(said, start=1):
        page.text(row + step, _LABEL, words(sentence), styles.of("plain"))
    page.text(row + _HASH, _LABEL, words("Inputs (SHA-256)"), styles.of("plain"))
    page.text(row + _HASH, _STATE, desk.plan.results.hashes.get("inputs", ""), styles.of("id"))
    page.text(row + _COUNT, _LABEL, words("Inputs that differ now"), styles.of("plain"))
    other = desk.address(compared, f"$E${row + _COUNT}") if isinstance(compared, str) else ""
    formula = f"={other}" if isinstance(compared, str) else differences(*compared)
    page.formula(row + _COUNT, _STATE, formula, styles.of("calculation", Unit.COUNT), 0.0)
    page.text(row + _VERDICT, _LABEL, words("These figures are"), styles.of("plain"))
    current, stale = (words(word).replace('"', '""') for word in ("current", "stale"))
    state = f'=IF($E${row + _COUNT}=0,"{current}","{stale}")'
    page.formula(row + _VERDICT, _STATE, state, styles.of("check"), words("current"))
    for word, style in (("current", "right"), ("stale", "wrong")):
        rule = {"type": "cell", "criteria": "==", "value": f'"{words(word)}"', "format": styles.of(style)}
        page.sheet.conditional_format(row + _COUNT, _STATE, row + _COUNT, _STATE, rule)


def write_comparison(desk: Desk, page: Page, title: str, row: int) -> tuple[int, int]:
    """Every input as it is now beside what it was; returns the first and the last row of the comparison."""
    write_heading(desk, page, row, "Inputs now and when this was computed", _DIFFERS + 1)
    words, styles = desk.translate, desk.styles
    page.text(row + 1, _LABEL, words("Numbers in a row count with these weights"), styles.of("note"))
    entries = [entry for entry in desk.plan.results.inputs if entry.variable.group != "risks"]
    widest = max((desk.plan.places[e.variable.name].count for e in entries), default=1)
    for step in range(widest):
        page.number(row + 1, FIRST_COLUMN + step, _weight(step), styles.of("faint"))
    page.text(row + 2, _LABEL, words("Differences up to"), styles.of("note"))
    page.number(row + 2, _EXPORTED, _TOLERANCE, styles.of("faint", pattern="0E+00"))
    captions = {_LABEL: "Label", _ID: "Id", _LIVE: "Now", _EXPORTED: "When computed", _DIFFERS: "Differs"}
    for column, caption in captions.items():
        page.text(row + 3, column, words(caption), styles.of("column"))
    first = row + 4
    for step, entry in enumerate(entries):
        _write_input(desk, page, title, first + step, entry, row + 1)
    return first, first + len(entries) - 1


def _weight(step: int) -> float:
    return 1 + (step + 1) * _STEP % 1


def _write_input(desk: Desk, page: Page, title: str, row: int, entry: InputEntry, weights: int) -> None:
    styles, here, name = desk.styles, desk.plan.names[title], entry.variable.name
    place = desk.plan.places[name]
    page.text(row, _LABEL, desk.translate(entry.variable.label), styles.of("plain"))
    page.text(row, _ID, name, styles.of("id"))
    if entry.variable.shape is Shape.SCALAR or not isinstance(entry.value, tuple):
        live, value = f"={place.single(here)}", float(entry.value) if isinstance(entry.value, (int, float)) else 0.0
    else:
        last = column_name(FIRST_COLUMN + place.count - 1)
        live = f"=SUMPRODUCT(${column_name(FIRST_COLUMN)}${weights}:${last}${weights},{place.whole(here)})"
        value = sum(_weight(step) * number for step, number in enumerate(entry.value))
    pattern = "General"
    page.formula(row, _LIVE, live, styles.of("calculation", pattern=pattern), value)
    page.number(row, _EXPORTED, value, styles.of("import", pattern=pattern))
    differs = f"=IF(ABS($E{row}-$F{row})<=$F${weights + 1}*(1+ABS($F{row})),0,1)"
    page.formula(row, _DIFFERS, differs, styles.of("calculation", Unit.COUNT), 0.0)
