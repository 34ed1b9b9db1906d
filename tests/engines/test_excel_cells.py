"""Addresses: columns by letter, sheets in quotes where they must be, rows as templates."""

import pytest

from finmodel.engines.excel_cells import Place, Template, column_name, quoted
from finmodel.expr.line import Shape

SERIES = Place("Senior loan", 12, Shape.SERIES, 3)


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (9, "J"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_counted_in_letters(index: int, letters: str) -> None:
    assert column_name(index) == letters


@pytest.mark.parametrize(
    ("sheet", "written"),
    [("Inputs", "Inputs"), ("Senior loan", "'Senior loan'"), ("It's", "'It''s'"), ("R1C1", "'R1C1'"), ("VAT", "VAT")],
)
def test_a_sheet_is_quoted_where_its_name_needs_it(sheet: str, written: str) -> None:
    assert quoted(sheet) == written


def test_a_single_value_has_one_fixed_cell() -> None:
    place = Place("Inputs", 7, Shape.SCALAR)
    assert place.single("Inputs") == "$E$7"
    assert place.single("Senior loan") == "Inputs!$E$7"


def test_the_span_of_a_series_leaves_out_the_empty_columns_and_the_padded_one_has_them() -> None:
    assert SERIES.whole("Senior loan") == "$J12:$L12"
    assert SERIES.padded("Senior loan") == "$I12:$M12"
    assert SERIES.whole("Time") == "'Senior loan'!$J12:$L12"
    assert SERIES.last("Senior loan") == "$L12"


def test_a_step_is_filled_in_for_every_column() -> None:
    template = Template(f"{SERIES.step('Senior loan', -1)}+{SERIES.step('Time', 1)}")
    assert template.across(2) == ["=I12+'Senior loan'!K12", "=J12+'Senior loan'!L12"]
    assert template.at(9) == template.across(1)[0]


def test_what_lies_before_a_period_begins_at_the_empty_column() -> None:
    assert Template(SERIES.before("Senior loan")).across(2) == ["=$I12:I12", "=$I12:J12"]


def test_the_length_of_a_formula_is_that_of_its_first_column() -> None:
    assert Template("{1}12").length == len("=J12")
