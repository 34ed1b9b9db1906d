"""The cover: what the workbook is, how to read its colours, and where its sheets are."""

from __future__ import annotations

from finmodel.engines.excel_cells import quoted
from finmodel.outputs.workbook.desk import Desk
from finmodel.outputs.workbook.header import set_up_print, write_header
from finmodel.outputs.workbook.plan import COVER
from finmodel.outputs.workbook.styles import LEGEND

__all__ = ["write_cover"]


def write_cover(desk: Desk) -> None:
    """Purpose, legend, contents."""
    page = desk.page(COVER, "foundation")
    write_header(desk, page, COVER)
    words, styles = desk.translate, desk.styles
    row = 12
    for number, (kind, name, meaning) in enumerate(LEGEND):
        page.text(row + number, 1, words(name), styles.of(kind))
        page.text(row + number, 2, words(meaning), styles.of("plain"))
    row += len(LEGEND) + 2
    for number, (title, name) in enumerate(desk.plan.names.items()):
        page.sheet.write_url(row + number - 1, 1, f"internal:{quoted(name)}!A1", styles.of("link"), words(title))
    set_up_print(page)
