"""The climate value in the term sheet of an issuance."""

from finmodel.analysis.evaluation import About, evaluate
from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.climate_terms import climate_annex
from finmodel.outputs.term_sheet.view import View
from tests.model.green_issuance import PRICED_ISSUE
from tests.model.small_issuance import small_issuance_model


def seen(changes: dict[str, object]) -> View:
    about = About("issuance", "An issuance", "KZT million", kind="issuance")
    return View(evaluate(small_issuance_model(changes), about), translator("en"))


def test_the_value_stands_by_year_and_in_all() -> None:
    (annex,) = climate_annex(seen(PRICED_ISSUE))
    assert [term.label for term in annex.terms] == ["Shadow: Value of GHG avoided in the years modelled"]
    assert len(annex.tables) == 1


def test_without_a_price_of_carbon_there_is_none() -> None:
    assert list(climate_annex(seen({}))) == []
