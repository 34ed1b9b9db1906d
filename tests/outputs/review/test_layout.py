"""Tables on a page: without what says nothing, the widest in parts, and together still whole."""

from finmodel.outputs.review.layout import laid_out
from finmodel.outputs.term_sheet.view import View
from finmodel.review import Cell, ReviewColumn, ReviewRow, ReviewTable

KEYS = ("instrument", "project", "method", "pro_rated", "pro_rated_lifetime", "absolute_lifetime", "lifetime_years")


def impact(*rows: tuple[Cell, ...]) -> ReviewTable:
    columns = tuple(ReviewColumn(key, key) for key in KEYS)
    return ReviewTable("impact", "Impact", columns, tuple(ReviewRow(row) for row in rows), "Note")


ROWS = (("Bond", "Solar", "Margin", 6.0, 120.0, 200.0, 20.0), ("Bond", "Water", "", 3.0, None, None, 30.0))


def test_what_is_of_the_lifetime_stands_apart(view: View) -> None:
    year, lifetime = laid_out(view, impact(*ROWS))
    assert [column.key for column in year.columns] == ["project", "pro_rated"]
    told = ["instrument", "project", "method", "pro_rated_lifetime", "absolute_lifetime", "lifetime_years"]
    assert [column.key for column in lifetime.columns] == told
    assert (lifetime.key, lifetime.title) == ("impact-lifetime", "Impact: over the lifetime")


def test_a_row_without_a_lifetime_is_left_out_of_that_part(view: View) -> None:
    _, lifetime = laid_out(view, impact(*ROWS))
    assert len(lifetime.rows) == 1


def test_without_any_lifetime_there_is_one_part(view: View) -> None:
    (year,) = laid_out(view, impact(ROWS[1]))
    assert year.title == "Impact"


def test_an_only_instrument_goes_without_saying_and_a_total_keeps_its_name(view: View) -> None:
    columns = tuple(ReviewColumn(key, key) for key in ("instrument", "project", "state", "allocated"))
    rows = (
        ReviewRow(("Bond", "Solar", "", 1.0)),
        ReviewRow(("Bond", "Water", "", 2.0)),
        ReviewRow(("All", None, None, 3.0), "total"),
    )
    (shown,) = laid_out(view, ReviewTable("allocation", "Allocation", columns, rows))
    assert [column.key for column in shown.columns] == ["project", "allocated"]
    assert shown.rows[-1].cells == ("All", 3.0)


def test_two_instruments_are_told_apart(view: View) -> None:
    columns = tuple(ReviewColumn(key, key) for key in ("instrument", "allocated"))
    rows = (ReviewRow(("Bond", 1.0)), ReviewRow(("Loan", 2.0)))
    (shown,) = laid_out(view, ReviewTable("allocation", "Allocation", columns, rows))
    assert [column.key for column in shown.columns] == ["instrument", "allocated"]
