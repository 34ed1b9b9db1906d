"""Each language writes numbers, dates, counts and money its own way, and its catalogue lacks no message."""

import csv
import re
from collections.abc import Sequence
from datetime import date

import pytest

from finmodel.errors import UsageError
from finmodel.inputs.text import Phrase, Text
from finmodel.outputs.language import LANGUAGES, Language, as_date, translator
from finmodel.resources import template_path
from finmodel.units import Unit
from tests.outputs.catalogues import catalogue_text, po_path, translations
from tests.outputs.messages import messages

NBSP = "\N{NO-BREAK SPACE}"
RENEW = "run python -m tests.outputs.catalogues, then translate what is empty"
PLACE = re.compile(r"%\(\w+\)s|\{\w+\}")


def spaced(text: str) -> str:
    return text.replace(NBSP, " ")


@pytest.mark.parametrize(("lang", "expected"), [("en", "−1,234.5"), ("ru", "−1 234,5"), ("kk", "−1 234,5")])
def test_numbers_have_the_groups_the_decimals_and_the_minus_of_the_language(lang: str, expected: str) -> None:
    assert spaced(translator(lang).number(-1234.5, 1)) == expected


def test_groups_never_break_over_lines() -> None:
    assert " " not in translator("ru").number(1234567.0, 1)
    assert " " not in translator("kk").money(1234.5, "KZT million")


def test_nothing_is_ever_minus_zero() -> None:
    assert translator("en").number(-0.04, 1) == "0.0"


@pytest.mark.parametrize(("lang", "expected"), [("en", "12.5%"), ("ru", "12,5 %"), ("kk", "12,5 %")])
def test_percentages(lang: str, expected: str) -> None:
    assert spaced(translator(lang).percent(0.125, 1)) == expected


@pytest.mark.parametrize(
    ("lang", "long", "short"),
    [
        ("en", "31 January 2027", "31 Jan 2027"),
        ("ru", "31 января 2027 г.", "31.01.2027"),
        ("kk", "2027 ж. 31 қаңтар", "31.01.2027"),
    ],
)
def test_dates(lang: str, long: str, short: str) -> None:
    day = date(2027, 1, 31)
    assert (spaced(translator(lang).day(day)), spaced(translator(lang).day(day, short=True))) == (long, short)


def test_a_day_number_of_a_spreadsheet_is_its_date() -> None:
    assert as_date(46569.0) == date(2027, 7, 1)


@pytest.mark.parametrize(
    ("count", "ru", "kk"),
    [(1, "1 месяц", "1 ай"), (3, "3 месяца", "3 ай"), (5, "5 месяцев", "5 ай"), (21, "21 месяц", "21 ай")],
)
def test_months_are_counted_by_the_catalogue_and_not_by_the_locale_data(count: int, ru: str, kk: str) -> None:
    assert spaced(translator("ru").quantity(float(count), Unit.MONTHS, "KZT")) == ru
    assert spaced(translator("kk").quantity(float(count), Unit.MONTHS, "KZT")) == kk


def test_parts_of_a_year_are_counted_as_the_language_counts_parts() -> None:
    assert spaced(translator("en").quantity(6.8, Unit.YEARS, "KZT")) == "6.8 years"
    assert spaced(translator("ru").quantity(6.8, Unit.YEARS, "KZT")) == "6,8 года"
    assert spaced(translator("kk").quantity(1.0, Unit.YEARS, "KZT")) == "1 жыл"


@pytest.mark.parametrize(
    ("lang", "expected"),
    [("en", "KZT 12,345.6 million"), ("ru", "12 345,6 млн тенге"), ("kk", "12 345,6 млн теңге")],
)
def test_money_stands_with_its_currency_where_the_language_puts_it(lang: str, expected: str) -> None:
    assert spaced(translator(lang).money(12345.6, "KZT million")) == expected


def test_money_without_a_scale_names_the_currency_alone() -> None:
    assert translator("en").currency("USD") == "USD"
    assert translator("ru").currency("USD") == "долл. США"


def test_money_without_a_scale_has_one_space_before_its_currency() -> None:
    assert spaced(translator("ru").money(12.5, "KZT")) == "12,5 тенге"


def test_prices_keep_the_decimals_they_need() -> None:
    assert spaced(translator("en").quantity(0.683, Unit.MONEY_PER_UNIT, "KZT million")) == "KZT 0.683 million per unit"
    assert spaced(translator("en").quantity(0.0008, Unit.MONEY_PER_UNIT, "KZT million")) == "KZT 800 per unit"
    assert spaced(translator("en").quantity(0.0008, Unit.MONEY_PER_UNIT, "USD")) == "USD 0.0008 per unit"
    assert spaced(translator("kk").quantity(20.0, Unit.MONEY_PER_UNIT, "KZT million")) == "бірлігіне 20 млн теңге"


def test_a_phrase_has_the_words_of_the_catalogue_and_the_labels_of_the_case() -> None:
    bond = Text("Bond", {"ru": "Облигация"})
    phrase = Phrase(
        "%(of)s: %(what)s", {"of": Phrase("%(bond)s, %(unit)s", {"bond": bond, "unit": "Value"}), "what": "Yes"}
    )
    russian = Language("ru", translator("ru").locale, {"Value": "Значение", "%(of)s: %(what)s": "%(what)s - %(of)s"})
    assert russian.text(phrase) == "Yes - Облигация, Значение"
    assert translator("en").text(phrase) == phrase == "Bond, Value: Yes"


@pytest.mark.parametrize(
    ("value", "unit", "expected"),
    [
        (None, Unit.RATIO, "n/a"),
        (0.0, Unit.MONEY, "–"),
        (1.326, Unit.RATIO, "1.33x"),
        (0.165, Unit.RATE, "16.50%"),
        (1.0, Unit.FLAG, "yes"),
        (46569.0, Unit.DATE, "1 Jul 2027"),
        (12.0, Unit.COUNT, "12"),
        (1.0, Unit.SHARE, "100.0%"),
        (0.9996, Unit.SHARE, "99.96%"),
        (1.0004, Unit.SHARE, "100.04%"),
        (0.000002, Unit.SHARE, "0.0002%"),
        (1 - 1e-10, Unit.SHARE, "100.0%"),
    ],
)
def test_a_cell_of_a_table_shows_the_value_in_the_format_of_its_unit(
    value: float | None, unit: Unit, expected: str
) -> None:
    assert spaced(translator("en").figure(value, unit)) == expected


def test_the_name_of_a_unit_is_that_of_the_currency_for_money_and_nothing_for_plain_numbers() -> None:
    russian = translator("ru")
    assert russian.unit_name(Unit.MONEY, "KZT million") == "млн тенге"
    assert russian.unit_name(Unit.MONEY_PER_YEAR, "KZT million") == "млн тенге в год"
    assert russian.unit_name(Unit.YEARS, "KZT million") == "лет"
    assert russian.unit_name(Unit.DATE, "KZT million") == ""


def test_a_text_of_the_case_is_shown_in_the_language_or_as_it_stands() -> None:
    kazakh = translator("kk")
    assert kazakh.text(Text("Loan", {"en": "Loan", "kk": "Кредит"})) == "Кредит"
    assert kazakh.text(Text("Loan", {"en": "Loan", "ru": "Кредит"})) == "Loan"
    assert kazakh.text({"ru": "Кредит"}) == "Кредит"
    assert kazakh.text("Plain") == "Plain"
    assert kazakh.text(None) == ""


def test_a_message_that_no_catalogue_has_stays_english() -> None:
    assert translator("ru").gettext("No such message") == "No such message"
    assert translator("ru").ngettext("one thing", "things", 2) == "things"


def test_there_are_three_languages_and_no_others() -> None:
    with pytest.raises(UsageError, match="'de'; choose one of en, ru, kk"):
        translator("de")


# The catalogues


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_every_message_is_translated(lang: str) -> None:
    known = translations(lang)
    ids = [message if isinstance(message, str) else message[0] for message in messages()]
    assert [message for message in ids if not _filled(known.get(message, ""))] == [], RENEW


def _filled(translation: str | Sequence[str]) -> bool:
    return bool(translation) if isinstance(translation, str) else bool(translation) and all(translation)


@pytest.mark.parametrize("lang", ["", *LANGUAGES])
def test_catalogues_hold_the_messages_there_are_and_no_others(lang: str) -> None:
    known = translations(lang) if lang else {}
    assert po_path(lang).read_bytes() == catalogue_text(lang, known), RENEW


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_a_translation_has_the_places_of_its_message(lang: str) -> None:
    for message, translation in translations(lang).items():
        for form in [translation] if isinstance(translation, str) else translation:
            assert sorted(set(PLACE.findall(form))) == sorted(set(PLACE.findall(message))), message


def plain(term: str) -> str:
    """A term without what stands in brackets, in small letters."""
    return re.sub(r"\s*\([^)]*\)", "", term).strip().lower()


@pytest.mark.parametrize("lang", ["ru", "kk"])
def test_terms_of_the_glossary_are_translated_as_the_glossary_says(lang: str) -> None:
    with template_path("glossary.csv").open(encoding="utf-8-sig", newline="") as file:
        glossary = {plain(row["en"]): plain(row[lang]) for row in csv.DictReader(file)}
    said = {plain(m): plain(t) for m, t in translations(lang).items() if isinstance(t, str) and plain(m) in glossary}
    assert len(said) > 25
    assert {message: text for message, text in said.items() if not text.startswith(glossary[message])} == {}


def test_public_private_partnership_has_its_legal_form_in_kazakh() -> None:
    text = po_path("kk").read_text(encoding="utf-8")
    assert "емлекеттік-жекешелік әріптестік" in text
    assert "жекеменшік" not in text
    assert "серіктестік" not in text


def test_interest_is_named_as_contracts_in_kazakhstan_name_it() -> None:
    assert "роцентная ставка" not in po_path("ru").read_text(encoding="utf-8")
    assert "айыздық мөлшерлеме" not in po_path("kk").read_text(encoding="utf-8")


def test_languages_are_read_once() -> None:
    first: Language = translator("kk")
    assert translator("kk") is first
