"""Texts of a case, alone or with translations."""

import pickle

from pydantic import ValidationError

from finmodel.inputs.block import Block, Text
from finmodel.inputs.text import Phrase, in_words, joined, label_of


class Named(Block):
    """A block for these tests."""

    label: Text


def troubles(raw: object) -> list[tuple[str, str]]:
    """Where a text is wrong, and what is wrong."""
    try:
        Named.model_validate({"label": raw})
    except ValidationError as error:
        return [(".".join(map(str, t.path)), t.what) for e in error.errors() for t in e["ctx"]["troubles"]]
    return []


def test_a_plain_text_is_the_same_in_every_language() -> None:
    label = Named.model_validate({"label": "Lights"}).label
    assert (label, label.translated("ru")) == ("Lights", "Lights")


def test_a_text_with_translations_is_itself_the_english_one() -> None:
    label = Named.model_validate({"label": {"ru": "Светильники", "en": "Lights"}}).label
    assert (str(label), label.translated("ru"), label.translated("kk")) == ("Lights", "Светильники", "Lights")


def test_without_an_english_text_the_first_known_language_stands_for_it() -> None:
    assert Text.read({"kk": "Шамдар"}) == "Шамдар"


def test_a_phrase_is_put_together_in_english_and_keeps_its_parts_between_processes() -> None:
    bond = Text("Bond of 100 %", {"ru": "Облигация"})
    phrase = Phrase("Proceeds of %(instrument)s", {"instrument": bond})
    assert phrase == "Proceeds of Bond of 100 %"
    kept = pickle.loads(pickle.dumps(phrase))  # noqa: S301 - our own bytes
    assert (kept, kept.pattern, kept.parts["instrument"].translated("ru")) == (phrase, phrase.pattern, "Облигация")


def test_a_text_keeps_its_translations_between_processes() -> None:
    label = Text.read({"en": "Lights", "ru": "Светильники"})
    copied = pickle.loads(pickle.dumps(label))  # noqa: S301 - our own bytes
    assert copied.translated("ru") == "Светильники"


def test_what_is_no_text_is_refused_where_it_stands() -> None:
    assert troubles(5) == [("", "5 stands where a text is wanted")]
    assert troubles({}) == [("", "a mapping stands where a text is wanted")]
    assert troubles(" ") == [("", '" " stands where a text is wanted')]
    assert troubles({"en": "Lights", "de": "Lichter"}) == [("de", "is not a language of the texts")]
    assert troubles({"en": None}) == [("en", "nothing stands where a text is wanted")]


def test_a_thing_is_called_by_its_label_with_translations_or_else_by_its_name_in_plain_words() -> None:
    named = Named.model_validate({"label": {"en": "First loss", "ru": "Первый убыток"}})
    found = label_of("cover", named)
    assert isinstance(found, Text)
    assert found.translated("ru") == "Первый убыток"
    assert label_of("first_loss", object()) == in_words("first_loss") == "First loss"


def test_labels_are_joined_in_every_language_that_one_of_them_has() -> None:
    found = joined(Text("Series A", {"en": "Series A", "ru": "Серия A"}), "sold")
    assert (found, found.translated("ru"), found.translated("kk")) == (
        "Series A, sold",
        "Серия A, sold",
        "Series A, sold",
    )
