"""Outcome levels as lines of text: what ``finmodel outcomes`` tells on the screen."""

from __future__ import annotations

from finmodel.outputs.language import Language
from finmodel.outputs.table import Row, Table
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.text_tables import table_lines
from finmodel.results import RecordTable, Results
from finmodel.units import Unit

__all__ = ["outcome_lines"]


def outcome_lines(results: Results, record: RecordTable, language: Language) -> list[str]:
    """The table of levels under the title of the case."""
    view = View(results, language)
    rows = tuple(Row(view.label(row.line), row.unit, tuple(row.values)) for row in record.rows)
    columns = tuple(language.figure(float(level), Unit.SHARE) for level in record.columns)
    note = view.say("Shares of the achievement that the case plans; the debt is as contracted.")
    caption, stub = view.say("What outcomes cost and earn"), view.say("Achieved")
    title = f"{language.text(results.title)} · {language.currency(results.currency)}"
    return [title, "", *table_lines(view, Table("table-outcomes", caption, columns, rows, stub=stub)), note]
