"""The picture of allocation: a bar for each project that receives anything, a line for what waits, by year."""

from dataclasses import replace

from finmodel.outputs.review.figures import allocation_figure
from finmodel.outputs.term_sheet.view import View
from tests.economic_deal import appraised_deal


def test_projects_are_bars_and_what_waits_is_a_line(view: View) -> None:
    (figure,) = allocation_figure(view)
    picture = str(figure.picture)
    assert figure.title == "Allocations by project, and proceeds that wait"
    for words in ("Solar", "Water", "Proceeds not allocated", "2027", "2028"):
        assert words in picture
    assert "2029" not in picture, "nothing moves any more"
    assert picture.count("<polyline") + picture.count("<path") >= 1


def test_a_deal_without_allocations_has_no_picture(view: View) -> None:
    assert list(allocation_figure(replace(view, results=appraised_deal()))) == []


def test_an_annual_report_ends_with_its_year(view: View) -> None:
    (figure,) = allocation_figure(view, 2027)
    assert "2028" not in str(figure.picture)
    assert list(allocation_figure(view, 2020)) == []
