"""Cells of inputs accept what the case file would accept, and say so."""

from openpyxl.worksheet.datavalidation import DataValidation

from finmodel.outputs.workbook.plan import Plan
from tests.outputs.workbook.rules import Workbook


def rule(workbook: Workbook, sheet: str, cell: str) -> DataValidation | None:
    found = [r for r in workbook.book[sheet].data_validations.dataValidation if cell in r.sqref]
    return found[0] if found else None


def test_bounds_are_enforced_and_named(workbook: Workbook, plan: Plan) -> None:
    found = rule(workbook, "Inputs", f"F{plan.places['gearing'].row}")
    assert found is not None
    assert (found.type, found.operator, found.formula1, found.formula2) == ("decimal", None, "0.0", "1.0")
    assert found.error == "Enter a number from 0 to 1."


def test_a_lower_bound_alone_is_enough(workbook: Workbook, plan: Plan) -> None:
    found = rule(workbook, "Inputs", f"F{plan.places['lockup_dscr'].row}")
    assert found is not None
    assert (found.operator, found.formula1, found.error) == (
        "greaterThanOrEqual",
        "1.0",
        "Enter a number of at least 1.",
    )


def test_a_flag_is_0_or_1(workbook: Workbook, plan: Plan) -> None:
    found = rule(workbook, "Inputs", f"F{plan.places['indexed'].row}")
    assert found is not None
    assert (found.type, found.formula1) == ("list", '"0,1"')


def test_a_date_is_a_whole_day_in_reach(workbook: Workbook, plan: Plan) -> None:
    found = rule(workbook, "Inputs", f"F{plan.places['start'].row}")
    assert found is not None
    assert (found.type, found.error) == ("whole", "Enter a date.")


def test_a_word_is_chosen_from_its_list(workbook: Workbook, plan: Plan) -> None:
    row = plan.places["profile_kind"].row
    found = rule(workbook, "Inputs", f"G{row}")
    assert found is not None
    assert (found.type, found.formula1) == ("list", f"$M{row}:$N{row}")


def test_scenarios_are_held_to_the_same_bounds(workbook: Workbook, plan: Plan) -> None:
    assert rule(workbook, "Inputs", f"H{plan.places['gearing'].row}") is not None


def test_a_figure_without_bounds_takes_any_number(workbook: Workbook, plan: Plan) -> None:
    assert rule(workbook, "Inputs", f"F{plan.places['road.fee'].row}") is None
