"""The registers of a pack as CSV and JSON, for a verifier's own tools: plain numbers under lasting names."""

from __future__ import annotations

import csv
import io
from typing import Any

from finmodel.outputs.json_results import as_json
from finmodel.outputs.review.document import Column, Pack, Register
from finmodel.outputs.table import Cell

__all__ = ["pack_json", "register_csv"]

_DIGITS = 12
_NOTHING = 1e-9


def register_csv(register: Register) -> str:
    """One register as CSV: a row of names, a row for each record; amounts and shares as plain numbers."""
    text = io.StringIO(newline="")
    table = csv.writer(text, lineterminator="\n")
    table.writerow([column.key for column in register.columns])
    for record in register.records:
        table.writerow([_written(record[column.key]) for column in register.columns])
    return text.getvalue()


def pack_json(pack: Pack, head: dict[str, Any]) -> str:
    """Findings, components and every register as one JSON text, under what the pack was made from."""
    return as_json(
        {
            **head,
            "findings": [
                {"code": f.code, "severity": f.severity, "where": f.where, "what": f.what, "remedy": f.remedy}
                for f in pack.findings
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
            "columns": {r.key: {c.key: _described(c) for c in r.columns} for r in pack.registers},
            **{register.key: [_plain(record) for record in register.records] for register in pack.registers},
        }
    )


def _described(column: Column) -> dict[str, str]:
    return {"label": column.label, "unit": column.unit.value if column.unit else "text"}


def _plain(record: dict[str, Cell]) -> dict[str, Cell]:
    return {key: _number(cell) if isinstance(cell, float) else cell for key, cell in record.items()}


def _number(value: float) -> float | int:
    """A value to twelve significant digits; what is left of nothing after rounding errors is 0."""
    rounded = float(f"{value:.{_DIGITS}g}") if abs(value) >= _NOTHING else 0.0
    return int(rounded) if rounded.is_integer() else rounded


def _written(cell: Cell) -> str:
    """A cell of a CSV file; words that a spreadsheet would take for a formula are kept from it by a quote."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell
    return str(_number(cell))
