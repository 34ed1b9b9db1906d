"""The sheets of inputs that are rows of numbers: by year, by position, by period, and the contract's values."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.engines.excel_cells import FIRST_COLUMN, SCALAR_COLUMN, Template, column_name
from finmodel.engines.excel_unrolling import contract_name
from finmodel.expr.line import Shape
from finmodel.outputs.workbook.calculations import set_columns
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.header import (
    CAPTION_ROW,
    scenario_names,
    set_up_print,
    write_case,
    write_header,
    write_periods,
)
from finmodel.outputs.workbook.inputs_plan import BY_PERIOD, INPUTS, SCENARIO, InputBlock, Numbers
from finmodel.outputs.workbook.page import Page
from finmodel.outputs.workbook.plan import CONTRACT
from finmodel.outputs.workbook.validation import validate

__all__ = ["write_contract", "write_input_rows"]


def write_input_rows(desk: Desk, title: str) -> None:
    """One sheet of inputs that have a value per year, position or period."""
    page = desk.page(title, "input")
    items = desk.plan.inputs.sheets.get(title, ())
    write_header(desk, page, title)
    blocks = list(desk.plan.inputs.blocks(title))
    width = max((desk.plan.places[block.entry.variable.name].count for block in blocks), default=1)
    if title == BY_PERIOD:
        write_periods(desk, page, title)
    else:
        _write_axis(desk, page, blocks, width)
    set_columns(page, width)
    for row, item in items:
        if isinstance(item, InputBlock):
            _write_block(desk, page, item)
        else:
            page.text(row, 0, desk.heading(item), desk.styles.of("heading"))
            page.blank(row, range(1, 8), desk.styles.of("heading"))
    set_up_print(page, width)


def _write_axis(desk: Desk, page: Page, blocks: Sequence[InputBlock], width: int) -> None:
    """What the columns stand for: years where all tables share them, else positions."""
    write_case(desk, page)
    axis = max((block.entry.axis for block in blocks), key=len, default=())
    for column, caption in ((2, "Id"), (3, "Unit"), (4, "Constant"), (7, "Source")):
        page.text(CAPTION_ROW, column, desk.translate(caption), desk.styles.of("caption"))
    for step in range(width):
        caption = axis[step] if step < len(axis) else str(step + 1)
        page.text(CAPTION_ROW, FIRST_COLUMN + step, caption, desk.styles.of("header"))


def _write_block(desk: Desk, page: Page, block: InputBlock) -> None:
    entry, styles = block.entry, desk.styles
    count = desk.plan.places[entry.variable.name].count
    label = desk.translate(entry.variable.label)
    page.text(block.row, 2, entry.variable.name, styles.of("id"))
    page.text(block.row, 3, desk.input_unit(entry.variable), styles.of("id"))
    origin = entry.provenance
    origins = (origin.source, origin.as_of, desk.translate(origin.status))
    page.text(block.row, 7, " · ".join(filter(None, origins)), styles.of("note"))
    if block.base_row == block.row:
        page.text(block.row, 1, label, styles.of("plain"))
        _write_numbers(desk, page, block, block.row, block.base, count)
        return
    page.text(block.row, 1, f"{label}: {desk.translate('live')}", styles.of("plain"))
    _write_live(desk, page, block, count)
    for step, (name, value) in enumerate(zip(scenario_names(desk), (block.base, *block.scenarios), strict=True)):
        row = block.base_row + step
        page.text(row, 1, f"{label}: {name}", styles.of("plain"))
        page.sheet.set_row(row - 1, None, None, {"level": 1})
        if value is None:
            template = Template(f"{{1}}{block.base_row}")
            style = styles.of("inherited", entry.variable.unit)
            page.across(row, FIRST_COLUMN, template, style, _spread(block.base, count))
        else:
            _write_numbers(desk, page, block, row, value, count)


def _write_live(desk: Desk, page: Page, block: InputBlock, count: int) -> None:
    first, last = block.base_row, block.base_row + len(block.scenarios)
    selector = desk.plan.places[SCENARIO].single(block.sheet)
    template = Template(f"INDEX({{1}}{first}:{{1}}{last},{selector},1)")
    style = desk.styles.of("live", block.entry.variable.unit)
    page.across(block.row, FIRST_COLUMN, template, style, _spread(block.base, count))


def _write_numbers(desk: Desk, page: Page, block: InputBlock, row: int, value: Numbers, count: int) -> None:
    """The numbers of one row; one number for all periods stands once, in the column of constants."""
    entry, styles = block.entry, desk.styles
    kind = "unverified" if entry.provenance.status == "unverified" else "input"
    if isinstance(value, tuple):
        for step, number in enumerate(value):
            page.number(row, FIRST_COLUMN + step, number, styles.of(kind, entry.variable.unit))
        validate(desk, page, entry, row, FIRST_COLUMN, choices="", width=count)
        return
    page.number(row, SCALAR_COLUMN, value, styles.of(kind, entry.variable.unit))
    validate(desk, page, entry, row, SCALAR_COLUMN, choices="")
    template = Template(f"$E{row}")
    style = styles.of("inherited", entry.variable.unit)
    page.across(row, FIRST_COLUMN, template, style, _spread(value, count))


def _spread(value: Numbers, count: int) -> tuple[float, ...]:
    return value if isinstance(value, tuple) else (value,) * count


def write_contract(desk: Desk) -> None:
    """What financial close fixed: the values that freezable lines keep while the switch is on."""
    page = desk.page(CONTRACT, "input")
    write_header(desk, page, CONTRACT)
    write_periods(desk, page, CONTRACT)
    set_columns(page, desk.plan.periods)
    for name, place in desk.plan.contract.items():
        line, styles, value = desk.plan.results.graph.lines[name], desk.styles, desk.plan.contract_value(name)
        page.text(place.row, 1, desk.label(line), styles.of("plain"))
        page.text(place.row, 2, contract_name(name), styles.of("id"))
        page.text(place.row, 3, desk.unit(line.unit), styles.of("id"))
        style = styles.of("import", line.unit)
        if line.shape is Shape.SCALAR:
            assert isinstance(value, (int, float))
            page.number(place.row, SCALAR_COLUMN, value, style)
            continue
        for step, number in enumerate(_spread(value, desk.plan.periods)):
            page.number(place.row, FIRST_COLUMN + step, number, style)
    set_up_print(page, desk.plan.periods)


def input_address(desk: Desk, block: InputBlock) -> str:
    """The cells in which an input's base value is typed."""
    place, row = desk.plan.places[block.entry.variable.name], block.base_row
    if place.shape is Shape.SCALAR:
        return desk.address(INPUTS, f"$F${row}")
    if not isinstance(block.base, tuple):
        return desk.address(_title(desk, block), f"$E${row}")
    last = column_name(FIRST_COLUMN + place.count - 1)
    return desk.address(_title(desk, block), f"$J${row}:${last}${row}")


def _title(desk: Desk, block: InputBlock) -> str:
    return next(title for title, name in desk.plan.names.items() if name == block.sheet)
