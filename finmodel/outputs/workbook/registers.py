"""The sheets that say what is where: the map of inputs to the case file, and the log of versions and conventions."""

from __future__ import annotations

from finmodel.expr.line import Shape
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.header import CAPTION_ROW, set_up_print, write_case, write_header
from finmodel.outputs.workbook.inputs_plan import FIRST_ROW, InputBlock
from finmodel.outputs.workbook.page import Page
from finmodel.outputs.workbook.plan import LOG, MAP
from finmodel.outputs.workbook.table_pages import input_address

__all__ = ["CONVENTIONS", "define_names", "input_name", "write_log", "write_map"]

CONVENTIONS: tuple[str, ...] = (
    "Flows are positive in calculations; statements and parties show inflows as positive, outflows as negative.",
    "All flows of a period are dated on its last day.",
    "Every row has one formula for all periods; the empty column before the first period reads as 0.",
    "Internal rates are annual effective on dates (XIRR, actual/365).",
    "A ratio without a denominator is blank, and lowest, highest and average pass over it.",
    "Solved amounts come from a fixed number of passes; the residual of each is a check. Nothing is circular, "
    "and iterative calculation is off.",
    "Names such as in_<id> are addresses of inputs; no formula uses them.",
    "There are no macros, no hidden sheets, rows or columns, and no links to other files.",
)


def input_name(block: InputBlock) -> str:
    """The workbook's name for an input's cells."""
    return f"in_{block.entry.variable.name.replace('~', '.')}"


def define_names(desk: Desk) -> None:
    """One name per input of the case, as an address for whoever reads the workbook back."""
    for block in desk.plan.inputs.blocks():
        if block.entry.path:
            desk.book.define_name(input_name(block), "=" + input_address(desk, block))


def write_map(desk: Desk) -> None:
    """Every input of the case: its name, its place in the case file, and the value that was exported."""
    page = desk.page(MAP, "control")
    write_header(desk, page, MAP)
    write_case(desk, page)
    captions = ("Id", "Label", "Shape", "Unit", "Place in the case file", "Cells", "Exported value")
    for column, caption in enumerate(captions):
        page.text(CAPTION_ROW, column, desk.translate(caption), desk.styles.of("column"))
    for column, width in enumerate((38, 44, 10, 18, 54, 34, 20)):
        page.sheet.set_column(column, column, width)
    row = FIRST_ROW
    for block in desk.plan.inputs.blocks():
        if block.entry.path:
            _write_mapped(desk, page, row, block)
            row += 1
    page.sheet.freeze_panes(5, 1)
    set_up_print(page)


def _write_mapped(desk: Desk, page: Page, row: int, block: InputBlock) -> None:
    variable, plain = block.entry.variable, desk.styles.of("plain")
    words = (variable.name, desk.translate(variable.label), variable.shape.value, desk.input_unit(variable))
    for column, text in enumerate((*words, block.entry.path, input_address(desk, block))):
        page.text(row, column, text, plain)
    value = block.base
    if variable.shape is Shape.SCALAR and isinstance(value, (int, float)):
        if block.entry.choices:
            page.text(row, 6, block.entry.choices[int(value) - 1], plain)
        else:
            page.number(row, 6, value, desk.styles.of("plain", variable.unit))
        return
    numbers = value if isinstance(value, tuple) else (value,)
    page.text(row, 6, "; ".join(f"{number:.15g}" for number in numbers), plain)


def write_log(desk: Desk) -> None:
    """Versions, hashes, conventions, and what is known to be weak."""
    page = desk.page(LOG, "control")
    write_header(desk, page, LOG)
    write_case(desk, page)
    results, styles = desk.plan.results, desk.styles
    for column, width in ((0, 2), (1, 34), (2, 90)):
        page.sheet.set_column(column, column, width)
    passes = max(len(desk.plan.unrolled.passes) - 1, 0)
    facts = [("Case", results.title), ("Scenario", results.scenario), *sorted(results.hashes.items())]
    facts += [("Passes the debt needed", str(results.passes)), ("Passes in this workbook", str(passes))]
    row = _write_pairs(desk, page, FIRST_ROW, "Versions", facts)
    page.text(row, 0, desk.translate("Conventions"), styles.of("heading"))
    page.blank(row, (1, 2), styles.of("heading"))
    for step, sentence in enumerate(CONVENTIONS, start=1):
        page.text(row + step, 1, desk.translate(sentence), styles.of("plain"))
    unverified = [
        (block.entry.variable.name, desk.translate(block.entry.variable.label))
        for block in desk.plan.inputs.blocks() if block.entry.provenance.status == "unverified"
    ]  # fmt: skip
    if unverified:
        _write_pairs(desk, page, row + len(CONVENTIONS) + 2, "Inputs that are not verified", unverified)
    set_up_print(page)


def _write_pairs(desk: Desk, page: Page, row: int, heading: str, pairs: list[tuple[str, str]]) -> int:
    """A heading and rows of two texts; returns the row for what follows."""
    page.text(row, 0, desk.translate(heading), desk.styles.of("heading"))
    page.blank(row, (1, 2), desk.styles.of("heading"))
    for step, (name, text) in enumerate(pairs, start=1):
        page.text(row + step, 1, desk.translate(name), desk.styles.of("plain"))
        page.text(row + step, 2, text, desk.styles.of("plain"))
    return row + len(pairs) + 2
