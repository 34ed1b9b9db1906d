"""The cover: title, contents with links, and every colour explained in that colour."""

from finmodel.outputs.workbook.plan import Plan
from finmodel.outputs.workbook.styles import LEGEND
from tests.outputs.workbook.rules import Workbook


def test_contents_link_to_every_sheet(workbook: Workbook, plan: Plan) -> None:
    sheet = workbook.book["Cover"]
    targets = [cell.hyperlink.location for (cell,) in sheet["E12:E60"] if cell.hyperlink]
    assert len(targets) == len(plan.names)
    assert "'Senior loan'!A1" in targets


def test_every_colour_is_shown_and_explained(workbook: Workbook) -> None:
    texts = {cell.value: cell for row in workbook.book["Cover"].iter_rows(max_col=3) for cell in row if cell.value}
    for _, name, meaning in LEGEND:
        assert name in texts
        assert meaning in texts
    assert texts["Input"].fill.fgColor.rgb == "FFFFF8DC"


def test_the_cover_says_what_the_workbook_was_made_from(workbook: Workbook) -> None:
    texts = [cell.value for row in workbook.book["Cover"].iter_rows() for cell in row if cell.value]
    assert "6 × 6 months" in texts
    assert "Live financial model, indicative and not an offer" in texts
    assert ("ab" * 16) in texts
