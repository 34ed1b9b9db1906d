"""Where the list of checks stands on its sheet, and what stands in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from finmodel.outputs.workbook.inputs_plan import FIRST_ROW
from finmodel.outputs.workbook.plan import Plan

__all__ = ["MASTER_ROW", "CheckRow", "check_rows"]

MASTER_ROW = FIRST_ROW
"""The row of the master check, in the column of single values."""


@dataclass(frozen=True, slots=True)
class CheckRow:
    """One check on the list: the line whose value must be 0, and whether the model is wrong if it is not."""

    row: int
    line: str
    integrity: bool


def check_rows(plan: Plan) -> Sequence[CheckRow]:
    """Integrity checks, the residuals of solved lines among them, then alerts; a heading before each."""
    checks = plan.results.checks.values()
    integrity = [*(check.line for check in checks if check.kind == "integrity"), *plan.unrolled.residuals]
    alerts = [check.line for check in checks if check.kind != "integrity"]
    first = MASTER_ROW + 3
    found = [CheckRow(first + step, line, True) for step, line in enumerate(integrity)]
    first += len(integrity) + 2
    return [*found, *(CheckRow(first + step, line, False) for step, line in enumerate(alerts))]
