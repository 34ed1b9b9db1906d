"""The sheet of single inputs: base, one column a scenario, the live value, and where each figure comes from."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.engines.excel_cells import SCALAR_COLUMN, column_name
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.header import CAPTION_ROW, scenario_names, set_up_print, write_case, write_header
from finmodel.outputs.workbook.inputs_plan import INPUTS, SCENARIO, InputBlock
from finmodel.outputs.workbook.page import Page
from finmodel.outputs.workbook.validation import validate
from finmodel.units import Unit

__all__ = ["BASE_COLUMN", "write_inputs"]

BASE_COLUMN = 5
"""F: the base values, with the scenarios in the columns after it."""

_WILD = "~*?"
"""Signs that stand for others where a spreadsheet searches; the first marks the others, so it is marked first."""
_TINY, _TELLING = "0.0E+00", 1e-4


def write_inputs(desk: Desk) -> None:
    """Every single input with its scenarios and its provenance."""
    page = desk.page(INPUTS, "input")
    write_header(desk, page, INPUTS)
    write_case(desk, page)
    _write_captions(desk, page)
    for row, item in desk.plan.inputs.sheets[INPUTS]:
        if isinstance(item, InputBlock):
            _write_input(desk, page, item)
        else:
            page.text(row, 0, desk.heading(item), desk.styles.of("heading"))
            page.blank(row, range(1, _after(desk) + 5), desk.styles.of("heading"))
    set_up_print(page)


def _after(desk: Desk) -> int:
    """The first column after the scenarios."""
    return BASE_COLUMN + 1 + len(desk.plan.inputs.scenarios)


def _write_captions(desk: Desk, page: Page) -> None:
    words, styles, after = desk.translate, desk.styles, _after(desk)
    page.text(2, BASE_COLUMN, words("Yellow cells are inputs; bright ones are not verified"), styles.of("caption"))
    captions = ["Id", "Unit", "Live"]
    for column, caption in enumerate(captions, start=2):
        page.text(CAPTION_ROW, column, words(caption), styles.of("column"))
    for column, name in enumerate(scenario_names(desk), start=BASE_COLUMN):
        page.text(CAPTION_ROW, column, name, styles.of("column"))
    for column, caption in enumerate(("Source", "As of", "Status", "Note", "Choices"), start=after):
        page.text(CAPTION_ROW, column, words(caption), styles.of("column"))
    for column, width in ((0, 2), (1, 44), (2, 34), (3, 19), (4, 15)):
        page.sheet.set_column(column, column, width)
    page.sheet.set_column(BASE_COLUMN, after - 1, 15)
    page.sheet.set_column(after, after, 40)
    page.sheet.set_column(after + 1, after + 2, 12)
    page.sheet.set_column(after + 3, after + 3, 44)
    page.sheet.set_column(after + 4, after + 12, 14)


def _write_input(desk: Desk, page: Page, block: InputBlock) -> None:
    entry, styles, row = block.entry, desk.styles, block.row
    page.text(row, 1, desk.translate(entry.variable.label), styles.of("plain"))
    page.text(row, 2, entry.variable.name, styles.of("id"))
    page.text(row, 3, desk.input_unit(entry.variable), styles.of("id"))
    if entry.variable.name == SCENARIO:
        _write_selector(desk, page, block)
    else:
        _write_values(desk, page, block)
    origin, after = entry.provenance, _after(desk)
    page.text(row, after, origin.source, styles.of("note"))
    page.text(row, after + 1, origin.as_of, styles.of("note"))
    if entry.path:
        status = origin.status if origin.stated else "default"
        page.text(row, after + 2, desk.translate(status), styles.of("note"))
    page.text(row, after + 3, desk.translate(origin.note or entry.variable.note), styles.of("note"))
    for column, word in enumerate(entry.choices, start=after + 4):
        page.text(row, column, word, styles.of("note"))


def _write_selector(desk: Desk, page: Page, block: InputBlock) -> None:
    names = scenario_names(desk)
    cells = f"$F${CAPTION_ROW}:${column_name(_after(desk) - 1)}${CAPTION_ROW}"
    number = int(block.base if isinstance(block.base, float) else 1)
    page.text(block.row, BASE_COLUMN, names[number - 1], desk.styles.of("input"))
    page.sheet.data_validation(
        block.row - 1, BASE_COLUMN, block.row - 1, BASE_COLUMN, {"validate": "list", "source": "=" + cells}
    )
    formula = f"=MATCH({_literal(f'F{block.row}', names)},{cells},0)"
    page.formula(block.row, SCALAR_COLUMN, formula, desk.styles.of("live", Unit.COUNT), float(number))


def _literal(cell: str, names: Sequence[str]) -> str:
    """A cell as a search takes it: signs that would stand for others are marked, where any name has them."""
    for sign in _WILD if any(sign in name for name in names for sign in _WILD) else "":
        cell = f'SUBSTITUTE({cell},"{sign}","~{sign}")'
    return cell


def _write_values(desk: Desk, page: Page, block: InputBlock) -> None:
    entry, styles, row = block.entry, desk.styles, block.row
    unit = None if entry.choices else entry.variable.unit
    pattern = _TINY if _is_tiny(block.base) else ""
    kind = "unverified" if entry.provenance.status == "unverified" else "input"
    for column, value in enumerate((block.base, *block.scenarios), start=BASE_COLUMN):
        if column > BASE_COLUMN and not entry.path:
            break
        if value is None:
            shown = _shown(block, block.base)
            page.formula(row, column, f"=$F{row}", styles.of("inherited", unit, pattern), shown)
        elif isinstance(shown := _shown(block, value), str):
            page.text(row, column, shown, styles.of(kind))
        else:
            page.number(row, column, shown, styles.of(kind, unit, pattern))
        validate(desk, page, entry, row, column, choices=_choices(desk, block))
    page.formula(row, SCALAR_COLUMN, _live(desk, block), styles.of("live", unit, pattern), _number(block))


def _is_tiny(value: object) -> bool:
    """Whether a number would look like 0 with the decimals of its unit."""
    return isinstance(value, float) and 0 < abs(value) < _TELLING


def _shown(block: InputBlock, value: object) -> float | str:
    assert isinstance(value, (int, float))
    return block.entry.choices[int(value) - 1] if block.entry.choices else float(value)


def _choices(desk: Desk, block: InputBlock) -> str:
    first = column_name(_after(desk) + 4)
    last = column_name(_after(desk) + 3 + len(block.entry.choices))
    return f"${first}{block.row}:${last}{block.row}"


def _live(desk: Desk, block: InputBlock) -> str:
    """The base value, or that of the scenario chosen; a word becomes its number on the list of choices."""
    row, last = block.row, column_name(_after(desk) - 1)
    selector = desk.plan.places[SCENARIO].single(desk.plan.names[INPUTS])
    several = desk.plan.inputs.scenarios and block.entry.path
    text = f"INDEX($F{row}:${last}{row},1,{selector})" if several else f"$F{row}"
    return f"=MATCH({text},{_choices(desk, block)},0)" if block.entry.choices else "=" + text


def _number(block: InputBlock) -> float:
    assert isinstance(block.base, (int, float))
    return float(block.base)
