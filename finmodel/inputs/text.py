"""Texts of a case file, in one language or in several."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from finmodel.inputs.number import shown
from finmodel.inputs.trouble import Trouble

__all__ = ["LANGUAGES", "Phrase", "Text", "in_words", "joined", "label_of"]

LANGUAGES = ("en", "ru", "kk")
_USE = f"use {', '.join(LANGUAGES)}"


class Text(str):
    """A text that knows its translations; by itself it is the English one, or the first there is."""

    translations: Mapping[str, str]

    def __new__(cls, text: str, translations: Mapping[str, str] | None = None) -> Text:
        """A text as given, with its translations by language code."""
        made = super().__new__(cls, text)
        made.translations = dict(translations or {})
        return made

    def translated(self, language: str) -> str:
        """The text in a language, or the text itself where there is no translation."""
        return self.translations.get(language, str(self))

    @classmethod
    def read(cls, raw: object) -> Text:
        """The text that a value of a case file stands for; raises ``PydanticCustomError`` with its troubles."""
        if isinstance(raw, Text):
            return raw
        if isinstance(raw, str) and raw.strip():
            return cls(raw)
        troubles: list[Trouble] = []
        if isinstance(raw, Mapping) and raw:
            for key, value in raw.items():
                if key not in LANGUAGES:
                    troubles.append(Trouble((str(key),), "is not a language of the texts", _USE, at_key=True))
                elif not isinstance(value, str) or not value.strip():
                    troubles.append(
                        Trouble((key,), f"{shown(value)} stands where a text is wanted", "write a text in quotes")
                    )
            if not troubles:
                first = next(raw[language] for language in LANGUAGES if language in raw)
                return cls(first, dict(raw))
        else:
            what = f"{shown(raw)} stands where a text is wanted"
            troubles.append(Trouble((), what, "write a text in quotes, or {en: …, ru: …, kk: …}"))
        raise PydanticCustomError("unreadable", "see troubles", {"troubles": troubles, "found": cls("?")})

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """A plain text, or a mapping of languages to texts."""
        return core_schema.no_info_plain_validator_function(cls.read)


class Phrase(Text):
    """Words of the program with labels of the case in their places: put together in each language by its catalogue."""

    pattern: str
    parts: Mapping[str, str]

    def __new__(cls, pattern: str, parts: Mapping[str, str]) -> Phrase:
        """A pattern such as ``Proceeds of %(instrument)s``, with what stands in its places."""
        made: Phrase = str.__new__(cls, pattern % parts)
        made.translations = {}
        made.pattern, made.parts = pattern, dict(parts)
        return made

    def __getnewargs__(self) -> tuple[str, Mapping[str, str]]:  # type: ignore[override]
        """What it is made of, between processes."""
        return self.pattern, self.parts


def in_words(name: str) -> str:
    """A name of the case in plain words: ``first_loss`` is First loss."""
    return name.replace("_", " ").capitalize()


def label_of(name: str, block: object) -> str:
    """What a named thing is called: the label that its block states, or its name in plain words."""
    label: str | None = getattr(block, "label", None)
    return label or in_words(name)


def joined(*labels: str) -> Text:
    """Labels one after the other, with a comma between them, in every language in which one of them is given."""
    known = [label for label in labels if isinstance(label, Text)]
    languages = {language for label in known for language in label.translations}
    found = {language: ", ".join(_in(language, label) for label in labels) for language in languages}
    return Text(", ".join(labels), found)


def _in(language: str, label: str) -> str:
    return label.translated(language) if isinstance(label, Text) else label
