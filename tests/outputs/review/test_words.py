"""Records in one language: texts of the case in their translation, amounts with currency, quantities with unit."""

from finmodel.inputs.text import Text
from finmodel.outputs.review.words import sentence, told_texts, translated, word
from finmodel.outputs.term_sheet.view import View
from finmodel.review import ReviewColumn, ReviewRow, ReviewTable, Sentence, Told
from finmodel.units import Unit
from tests.outputs.review.packs import ALLOCATION

NO_BREAK = "\N{NO-BREAK SPACE}"


def test_a_text_of_the_case_has_its_own_translation(view: View, russian: View) -> None:
    text = Text("Solar", {"en": "Solar", "ru": "Солнце"})
    assert (word(view, text), word(russian, text)) == ("Solar", "Солнце")


def test_words_of_the_catalogue_are_translated(russian: View) -> None:
    assert word(russian, "Value") == "Значение"


def test_what_is_told_has_its_unit(view: View) -> None:
    assert told_texts(view, Told(12.5, Unit.MONEY)) == (f"KZT{NO_BREAK}12.5{NO_BREAK}million",)
    assert told_texts(view, Told(19100.0, None, "MWh")) == ("19,100 MWh",)
    assert told_texts(view, Told(("Solar", "Wind"))) == ("Solar", "Wind")


def test_numbers_that_are_compared_are_told_apart(view: View) -> None:
    """24 months against 24.03: as many digits as it takes, and no more."""
    months = [told_texts(view, Told(value, Unit.MONTHS, apart_from=24.0))[0] for value in (27.0, 24.4, 24.032)]
    assert [text.replace(NO_BREAK, " ") for text in months] == ["27 months", "24.4 months", "24.03 months"]
    assert told_texts(view, Told(0.0004, Unit.MONEY, apart_from=0.0)) == (f"KZT{NO_BREAK}0.0004{NO_BREAK}million",)
    assert told_texts(view, Told(0.0, Unit.MONEY, apart_from=0.0)) == (f"KZT{NO_BREAK}0.0{NO_BREAK}million",)


def test_a_sentence_has_what_it_tells_in_its_places(view: View) -> None:
    told = {"projects": Told(("Solar", "Wind")), "share": Told(0.25, Unit.SHARE)}
    assert sentence(view, "%(projects)s have %(share)s.", told) == "Solar, Wind have 25.0%."


def test_phrases_in_a_row_are_told_apart_by_semicolons(view: View) -> None:
    told = {"missing": Told(("Solar, on roofs", "Wind"))}
    assert sentence(view, "Not stated: %(missing)s.", told) == "Not stated: Solar, on roofs; Wind."


def test_a_sentence_that_tells_nothing_keeps_its_percent_signs(view: View) -> None:
    assert sentence(view, "At least 100% of it.", {}) == "At least 100% of it."


def test_a_table_keeps_its_numbers(russian: View) -> None:
    table = translated(russian, ALLOCATION)
    assert table.rows[0].cells[0] == "Солнечные крыши"
    assert table.rows[0].cells[5:] == ALLOCATION.rows[0].cells[5:]


def test_a_sentence_in_a_table_is_told_like_any_other(view: View) -> None:
    reason = Sentence(
        "%(indicator)s of %(value)s", {"indicator": Told("Cost"), "value": Told(41.0, None, "g CO2e/kWh")}
    )
    columns = (ReviewColumn("reason", "Reason", holds_words=True),)
    table = translated(view, ReviewTable("screening", "Screening", columns, (ReviewRow((reason,)),)))
    assert table.rows[0].cells == ("Cost of 41 g CO2e/kWh",)
