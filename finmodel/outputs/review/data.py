"""A review as JSON and its tables as CSV, for a verifier's own tools: plain numbers under lasting names."""

from __future__ import annotations

import csv
import io

from finmodel.outputs.json_results import as_json
from finmodel.outputs.review.document import Pack
from finmodel.outputs.table import Cell
from finmodel.results import Results
from finmodel.review import ReviewColumn, ReviewTable

__all__ = ["review_json", "table_csv"]

_DIGITS = 12
_NOTHING = 1e-9
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_csv(table: ReviewTable) -> str:
    """One table as CSV: a row of names, a row for each record; amounts and shares as plain numbers, no totals."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([column.key for column in table.columns])
    for record in table.records:
        writer.writerow([_written(record[column.key]) for column in table.columns])
    return text.getvalue()


def review_json(pack: Pack, results: Results) -> str:
    """Findings, components and every table as one JSON text, under what they were made from."""
    return as_json(
        {
            "case": results.name,
            "currency": results.currency,
            "scenario": results.scenario,
            "document": pack.kind,
            "hashes": dict(results.hashes),
            "findings": [
                {
                    "code": finding.code,
                    "severity": finding.severity,
                    "component": finding.component,
                    "where": finding.where,
                    "title": finding.title,
                    "what": finding.what,
                    "remedy": finding.remedy,
                }
                for finding in pack.findings
            ],
            "components": {
                block.key: {
                    "state": block.state,
                    "stated": {term.label: list(term.texts) for term in block.stated},
                    "missing": list(block.missing),
                    "findings": [finding.number for finding in block.findings],
                }
                for block in pack.components
            },
            "columns": {table.key: {c.key: _described(c) for c in table.columns} for table in pack.registers},
            "tables": {
                table.key: [{key: _plain(cell) for key, cell in record.items()} for record in table.records]
                for table in pack.registers
            },
        }
    )


def _described(column: ReviewColumn) -> dict[str, str]:
    """What a column is; a quantity has its unit beside it in the same row."""
    quantity = "text" if column.holds_words else "quantity"
    return {"label": column.label, "unit": column.unit.value if column.unit else quantity}


def _plain(cell: Cell) -> Cell:
    return cell if cell is None or isinstance(cell, str) else _number(cell)


def _number(value: float) -> float | int:
    """A value to twelve significant digits; what is left of nothing after rounding errors is 0."""
    rounded = float(f"{value:.{_DIGITS}g}") if abs(value) >= _NOTHING else 0.0
    return int(rounded) if rounded.is_integer() else rounded


def _written(cell: Cell) -> str:
    """A cell of a CSV file; words that a spreadsheet would take for a formula are kept from it by a quote."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA) else cell
    return str(_number(cell))
