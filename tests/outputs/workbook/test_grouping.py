"""Sections on sheets: small ones share a sheet, names are accepted by every spreadsheet."""

from finmodel.expr.line import Line, Shape
from finmodel.expr.nodes import Constant
from finmodel.outputs.workbook.grouping import RESERVED, in_reading_order, sheet_title, tidy
from finmodel.units import Unit


def line(title: str) -> Line:
    return Line("x", "X", Unit.MONEY, Shape.SERIES, Constant(0.0), section="section", title=title)


def test_costs_share_a_sheet_and_statements_too() -> None:
    assert sheet_title(line("Capital expenditure")) == sheet_title(line("Operating expenditure"))
    assert sheet_title(line("Balance sheet")) == "Statements"


def test_a_section_of_its_own_keeps_its_title() -> None:
    assert sheet_title(line("Green bond")) == "Green bond"


def test_a_line_without_a_title_stands_under_its_section() -> None:
    assert sheet_title(line("")) == "section"


def test_no_section_takes_the_name_of_a_sheet_of_inputs() -> None:
    assert all(sheet_title(line(title)) not in RESERVED for title in RESERVED)


def test_a_sheet_name_has_no_forbidden_signs_and_at_most_31_letters() -> None:
    name = tidy("Debt [senior]: 'A/B' * {x} and a very long tail", set())
    assert not set(name) & set("[]:*?/\\{}'")
    assert len(name) <= 31


def test_two_sheets_never_have_the_same_name() -> None:
    taken: set[str] = set()
    names = [tidy("Debt: A", taken), tidy("debt  a", taken), tidy("x" * 40, taken), tidy("x" * 50, taken)]
    assert len({name.casefold() for name in names}) == 4


def test_sheets_are_read_from_income_to_returns_and_an_unranked_one_stays_with_its_neighbour() -> None:
    found = in_reading_order(["Tax", "Tolls", "Loans", "Revenue", "Land", "Waterfall"])
    assert found == ["Revenue", "Land", "Tax", "Tolls", "Loans", "Waterfall"]
