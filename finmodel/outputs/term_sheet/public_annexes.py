"""The annexes of the public side, each from a table of record: termination, value for money, fiscal commitments."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from finmodel.outputs.table import Row, Table
from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.period_tables import yearly
from finmodel.outputs.term_sheet.project_terms import fact_terms
from finmodel.outputs.term_sheet.view import View
from finmodel.results import RecordRow, RecordTable

__all__ = ["public_annexes"]

_TITLES = {
    "termination": "Termination payments",
    "value_for_money": "Value for money",
    "fiscal": "Fiscal commitments",
    "land": "Land value captured",
    "pool_members": "Members of the pool",
    "pool_dates": "Capital need",
    "pool": "Cash flow of the pool",
}
_CAPTIONS = {
    "termination": "Compensation and losses if the contract ended at the end of the year",
    "value_for_money": "Public sector comparator and PPP",
    "fiscal": "Fiscal commitments by year",
    "land": "What instruments on land capture, and the fund, by year",
    "pool_members": "Each member alone, and the pool",
    "pool_dates": "What is invested, and what it lacks, by each date",
    "pool": "Members and pool by year, before tax, VAT and finance",
}
_NOTHING = 1e-6


def public_annexes(view: View) -> Iterator[Section]:
    """An annex for every table of record that the case has."""
    for key, title in _TITLES.items():
        table = view.results.tables.get(key)
        if table is not None:
            tables = _by_year(view, table) if table.by == "year" else [_by_column(view, table)]
            yield Section(f"annex-{_address(key)}", view.say(title), _terms(view, key), tables=tuple(tables))


def _address(key: str) -> str:
    return key.replace("_", "-")


def _by_column(view: View, record: RecordTable) -> Table:
    """A table whose columns are not years."""
    rows = tuple(_row(view, row, len(record.columns)) for row in record.rows)
    columns = tuple(map(view.say if record.by == "rate" else partial(_column, view), record.columns))
    stub = view.language.currency(view.results.currency)
    return Table(f"table-{_address(record.key)}", view.say(_CAPTIONS[record.key]), columns, rows, stub=stub)


def _column(view: View, name: str) -> str:
    """The instance that a column is of, in words; the pool is all of them."""
    return view.say("Pool") if name == "pool" else view.instance(name)


def _by_year(view: View, record: RecordTable) -> list[Table]:
    """The rows that hold anything, under the name of their instance or, after those, of their section."""
    rows: list[Row] = []
    heading = ""
    for row in record.rows:
        if not row.is_total and not any(map(_there, row.values)):
            continue
        instance, section = _place(view, row)
        if instance != heading:
            rows.append(Row(instance or section, row.unit, (), "heading"))
        heading = instance
        rows.append(_row(view, row, len(view.year_columns)))
    return yearly(view, f"table-{_address(record.key)}", _CAPTIONS[record.key], rows)


def _place(view: View, row: RecordRow) -> tuple[str, str]:
    """The instance and the section of a row's line, in words; nothing for a row that is no line."""
    line = view.results.graph.lines.get(row.line)
    if line is None:
        return "", ""
    return view.instance(line.instance) if line.instance else "", view.say(line.title)


def _there(value: float | None) -> bool:
    return value is not None and abs(value) > _NOTHING


def _row(view: View, row: RecordRow, columns: int) -> Row:
    label = view.bare_label(row.line) if view.has(row.line) else view.say(row.label)
    return Row(label, row.unit, tuple(row.values)[:columns], "total" if row.is_total else "plain")


_CHOICES = (
    ("Private partner's default: compensation", "private_default"),
    ("Authority's default: compensation of shareholders", "equity_compensation"),
    ("Voluntary termination: compensation of shareholders", "voluntary_equity_compensation"),
)


def _terms(view: View, key: str) -> tuple[Term, ...]:
    """What is said in words above the table."""
    if key == "fiscal":
        return fact_terms(view, "classification")
    if key != "termination":
        return ()
    chosen = [term for label, name in _CHOICES for term in view.defined(label, f"termination.{name}")]
    return (*chosen, *view.terms_of("private_default_debt_share", "retender_rate", "equity_rate", "breakage_share"))
