"""Terms of revenue: every stream, guarantee and share has its table; one that nobody foresaw, too."""

from functools import cache

from finmodel.analysis.evaluation import About, evaluate
from finmodel.inputs.stated_words import stated_words
from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.revenue_terms import land_sections, revenue_section
from finmodel.outputs.term_sheet.view import View
from tests.model.small_case import small_case, small_model
from tests.test_workbooks_of_land import DEAL


def captions(view: View) -> list[str]:
    return [table.caption for table in revenue_section(view).lead]


def test_everything_that_is_paid_or_owed_has_its_terms(paid: View) -> None:
    assert captions(paid) == [
        "Adaptive signals", "Adaptive signals: rate card", "Requests: Tiers", "Lights", "Tram", "Road", "Road: Bands",
        "Minimum revenue guarantee", "Minimum revenue guarantee: Floors", "Minimum revenue guarantee: Sharing", "City",
    ]  # fmt: skip


def test_tables_have_addresses_of_their_own(paid: View) -> None:
    keys = [table.key for table in revenue_section(paid).lead]
    assert len(keys) == len(set(keys))


def test_areas_and_indicators_of_an_availability_payment_are_told(view: View) -> None:
    assert captions(view)[0] == "Availability payment"
    assert len(captions(view)) > 1


@cache
def paid_by_land() -> View:
    about = About("land", "Paid by land", "KZT million", {"stated_words": stated_words(small_case(DEAL))})
    return View(evaluate(small_model(DEAL), about), translator("en"))


def test_land_has_a_section_with_every_instrument_and_the_fund(view: View) -> None:
    (section,) = land_sections(paid_by_land())
    captions = [table.caption for table in section.lead]
    assert captions[:2] == ["Station", "Station: Bands"]
    assert captions[-1] == "Fund"
    fund = {row.label: row.cells[0] for row in section.lead[-1].rows}
    assert str(fund["Reinvested beside the project a year"]).startswith("0.0 from 2027; 30.0 from 2030")
    assert "Bond: Interest of the bond" in fund
    assert land_sections(view) == []


def test_a_stream_that_nobody_foresaw_shows_its_terms() -> None:
    table = next(table for table in revenue_section(paid_by_land()).lead if table.caption == "From land")
    assert [row.label for row in table.rows][:2] == ["Who pays", "Type"]
    assert len(table.rows) == 4
