"""The list of checks: integrity with the residuals first, then alerts, above the lines of the sheet."""

from finmodel.outputs.workbook.checks_plan import MASTER_ROW, check_rows
from finmodel.outputs.workbook.plan import Plan


def test_residuals_of_solved_lines_are_integrity_checks(plan: Plan) -> None:
    assert [(row.line, row.integrity) for row in check_rows(plan)] == [
        ("debt_left", True),
        ("debt~residual", True),
        ("thin_cover", False),
    ]


def test_the_list_ends_above_the_lines_of_the_sheet(plan: Plan) -> None:
    (sheet,) = (sheet for sheet in plan.sheets if sheet.title == "Checks")
    first = min(row for row, _ in sheet.rows)
    assert min(row.row for row in check_rows(plan)) > MASTER_ROW
    assert max(row.row for row in check_rows(plan)) < first - 1
