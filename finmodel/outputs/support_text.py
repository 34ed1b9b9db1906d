"""Support as lines of text: what ``finmodel support`` and ``finmodel minimum-support`` tell on the screen."""

from __future__ import annotations

from finmodel.outputs.language import Language
from finmodel.outputs.support_tables import (
    answer_text,
    measures_table,
    minimum_table,
    moved_table,
    risk_tables,
    with_and_without_table,
)
from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.text_tables import table_lines
from finmodel.results import Results

__all__ = ["minimum_lines", "support_lines"]


def support_lines(results: Results, language: Language) -> list[str]:
    """The measures, the deal with and without each instrument, what moves by party, and the same under each risk."""
    view = View(results, language)
    tables = [measures_table(view)]
    if results.support_effects:
        tables += [with_and_without_table(view), moved_table(view), *risk_tables(view)]
    return [_title(view), *(line for table in tables for line in ("", *_told(view, table)))]


def minimum_lines(results: Results, language: Language) -> list[str]:
    """The answer, and the deal without support, with the least that is enough, and with the most."""
    view = View(results, language)
    return [_title(view), "", answer_text(view), "", *_told(view, minimum_table(view))]


def _title(view: View) -> str:
    return f"{view.language.text(view.results.title)} · {view.language.currency(view.results.currency)}"


def _told(view: View, table: Table) -> list[str]:
    return [*table_lines(view, table), *([table.note] if table.note else [])]
