"""The annex on the appraisal: its terms, what is not verified, and electric buses that save almost nothing."""

from dataclasses import replace

from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.economic_annex import economic_annex, unverified_values
from finmodel.outputs.term_sheet.view import View
from finmodel.outputs.term_sheet.writer import render_term_sheet
from tests.economic_deal import appraised_deal


def shown() -> View:
    return View(appraised_deal(), translator("en"))


def test_a_case_without_an_appraisal_has_no_such_annex(view: View) -> None:
    assert list(economic_annex(view)) == []


def test_the_annex_says_that_nothing_in_it_is_cash() -> None:
    (section,) = economic_annex(shown())
    assert "No amount here is cash" in section.note
    assert len(section.tables) == 5


def test_the_index_and_the_source_of_the_price_of_carbon_are_named() -> None:
    (section,) = economic_annex(shown())
    terms = {term.label: term.texts for term in section.terms}
    assert terms["Prices"] == ("Nominal flows are divided by the index Cpi",)
    (carbon,) = terms["Price of carbon: Shadow"]
    assert carbon.startswith("World Bank, low; World Bank, Shadow price")
    assert carbon.endswith("unverified")


def test_everything_that_is_not_verified_is_listed_defaults_too() -> None:
    said = unverified_values(shown())
    assert any(text.startswith("Value of a statistical life, times GDP per person: 70 (iRAP)") for text in said)
    assert any(text.startswith("Price of a tonne in these years") for text in said)


def test_an_item_that_avoids_almost_nothing_is_named() -> None:
    results = appraised_deal()
    record = results.tables["emissions"]
    little = replace(record.rows[0], values=(1072.0, 1040.0, 32.0, 256.0))
    tables = {**results.tables, "emissions": replace(record, rows=(little,))}
    (section,) = economic_annex(View(replace(results, tables=tables), translator("en")))
    terms = {term.label: term.texts for term in section.terms}
    assert terms["Almost no greenhouse gas avoided"] == (
        "Fuel: less than a tenth of what is emitted without the project",
    )


def test_the_annex_stands_in_the_term_sheet() -> None:
    html = render_term_sheet(appraised_deal(), "en")
    assert 'id="annex-economics"' in html
    assert "From financial to economic values" in html
