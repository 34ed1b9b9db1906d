"""The annexes of the public side, each from a table of record: termination, value for money, fiscal commitments."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.table import Row, Table
from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.period_tables import yearly
from finmodel.outputs.term_sheet.view import View
from finmodel.results import RecordRow, RecordTable

__all__ = ["public_annexes"]

_TITLES = {
    "termination": "Termination payments",
    "value_for_money": "Value for money",
    "fiscal": "Fiscal commitments",
}
_CAPTIONS = {
    "termination": "Compensation and losses if the contract ended at the end of the year",
    "value_for_money": "Public sector comparator and PPP",
    "fiscal": "Fiscal commitments by year",
}


_NOTHING = 1e-6


def public_annexes(view: View) -> Iterator[Section]:
    """An annex for every table of record that the case has."""
    for key, title in _TITLES.items():
        table = view.results.tables.get(key)
        if table is not None:
            terms = _termination(view) if key == "termination" else ()
            yield Section(
                f"annex-{key.replace('_', '-')}", view.say(title), terms, tables=tuple(_laid_out(view, table))
            )


def _laid_out(view: View, record: RecordTable) -> list[Table]:
    """The rows that hold anything, under the name of their instance or, after those, of their section."""
    rows: list[Row] = []
    heading = None
    for row in record.rows:
        if not row.is_total and not any(map(_there, row.values)):
            continue
        line = view.results.graph.lines[row.line]
        if line.instance != heading and (line.instance or heading):
            text = view.instance(line.instance) if line.instance else view.say(line.title)
            rows.append(Row(text, row.unit, (), "heading"))
        heading = line.instance
        rows.append(_row(view, row))
    return yearly(view, f"table-{record.key.replace('_', '-')}", _CAPTIONS[record.key], rows)


def _there(value: float | None) -> bool:
    return value is not None and abs(value) > _NOTHING


def _row(view: View, row: RecordRow) -> Row:
    cells = tuple(row.values)[: len(view.year_columns)]
    return Row(view.bare_label(row.line), row.unit, cells, "total" if row.is_total else "plain")


_TERMS = (
    ("Private partner's default: compensation", "private_default"),
    ("Authority's default: compensation of shareholders", "equity_compensation"),
    ("Voluntary termination: compensation of shareholders", "voluntary_equity_compensation"),
)


def _termination(view: View) -> tuple[Term, ...]:
    """The choices of the contract, and the figures that go with them."""
    chosen = [term for label, name in _TERMS for term in view.defined(label, f"termination.{name}")]
    return (*chosen, *view.terms_of("private_default_debt_share", "retender_rate", "equity_rate", "breakage_share"))
