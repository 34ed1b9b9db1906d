"""Sheets of lines: labels, ids and units beside one formula a row; totals for what can be added over time."""

from collections.abc import Callable

import openpyxl
import pytest

from finmodel.outputs.workbook.plan import Plan
from tests.outputs.workbook.rules import Workbook


@pytest.fixture
def cell(workbook: Workbook, plan: Plan) -> Callable[[str, str], object]:
    def found(name: str, column: str) -> object:
        place = plan.places[name]
        return workbook.book[place.sheet][f"{column}{place.row}"].value

    return found


def test_a_row_names_its_line(cell: Callable[[str, str], object]) -> None:
    assert [cell("interest", column) for column in "BCD"] == ["Interest", "interest", "KZT million"]
    assert cell("road.received", "H") == "Paid while in operation, by a profile."


def test_a_series_has_its_formula_in_every_period_and_nothing_beside(
    cell: Callable[[str, str], object], plan: Plan
) -> None:
    opening, drawn, repaid = (plan.places[name].row for name in ("opening", "drawn", "repaid"))
    assert [cell("closing", column) for column in "JO"] == [
        f"={column}{opening}+{column}{drawn}-{column}{repaid}" for column in "JO"
    ]
    assert cell("closing", "I") is None
    assert cell("closing", "P") is None
    assert cell("closing", "E") is None


def test_a_single_value_stands_in_its_own_column(cell: Callable[[str, str], object]) -> None:
    assert str(cell("dscr_minimum", "E")).startswith("=IF(COUNT(")
    assert cell("dscr_minimum", "J") is None


def test_flows_and_flags_have_totals_and_balances_do_not(cell: Callable[[str, str], object], plan: Plan) -> None:
    row = plan.places["interest"].row
    assert cell("interest", "F") == f"=SUM($J{row}:$O{row})"
    assert cell("construction_flag", "F") is not None
    assert cell("closing", "F") is None
    assert cell("opening", "F") is None
    assert cell("dscr", "F") is None


def test_passes_are_grouped_in_the_outline_and_shown(workbook: Workbook, plan: Plan) -> None:
    place = plan.places["interest~pass2"]
    row = workbook.book["Passes"].row_dimensions[place.row]
    assert (row.outlineLevel, row.hidden) == (1, False)


def test_results_of_the_summary_are_marked_as_exports(workbook: Workbook, plan: Plan) -> None:
    place = plan.places["dscr_minimum"]
    assert workbook.book[place.sheet][f"E{place.row}"].font.color.rgb == "FFB3261E"


def test_the_parts_of_a_search_say_what_they_are(stored: openpyxl.Workbook, plan: Plan) -> None:
    place = plan.places["project_irr~from1"]
    assert stored[place.sheet][f"B{place.row}"].value == "Project IRR: search from guess 1"
