"""One document language: its words from the gettext catalogue, its numbers, dates and counts the way it writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from babel import Locale
from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import NumberPattern, format_decimal, parse_pattern

from finmodel.errors import UsageError
from finmodel.inputs.text import Phrase, Text
from finmodel.resources import template_path
from finmodel.units import Unit

__all__ = ["LANGUAGES", "Language", "as_date", "translator"]

LANGUAGES: dict[str, str] = {"en": "en", "ru": "ru_KZ", "kk": "kk_KZ"}
"""The languages of documents, each with the locale that decides its formats."""

_LONG_DATE = {"en": "d MMMM y", "ru": "long", "kk": "long"}
_SHORT_DATE = {"en": "d MMM y", "ru": "dd.MM.y", "kk": "dd.MM.y"}
_PLURAL_FORM = {"one": 0, "few": 1, "many": 2, "other": 1}
"""Where a plural category of CLDR stands in a catalogue; Russian fractions take the form of two."""
_IN_WORDS = {
    Unit.MONEY_PER_YEAR: "%(value)s a year",
    Unit.MONEY_PER_UNIT: "%(value)s per unit",
    Unit.RATE: "%(value)s a year",
    Unit.POINTS: "%(value)s points",
}
_SCALES = {"thousand": 1e3, "million": 1e6, "billion": 1e9}
_SMALL = 0.1
"""Prices below this part of the scale are told without it."""
_SAME, _MORE = 1e-7, 5
"""Shares nearer than this are the same; digits that may be added to tell others apart."""
_EPOCH = date(1899, 12, 30)
_MINUS, _DASH, _SPACE = "\N{MINUS SIGN}", "\N{EN DASH}", "\N{NO-BREAK SPACE}"


@lru_cache
def _pattern(decimals: int) -> NumberPattern:
    """Digits in groups, with so many decimals."""
    return parse_pattern("#,##0" + ("." + "0" * decimals if decimals else ""))


def translator(lang: str) -> Language:
    """The language ``en``, ``ru`` or ``kk``; ``UsageError`` for any other."""
    if lang not in LANGUAGES:
        raise UsageError(f"There are no documents in the language {lang!r}; choose one of {', '.join(LANGUAGES)}.")
    return _loaded(lang)


@lru_cache(maxsize=len(LANGUAGES))
def _loaded(lang: str) -> Language:
    """A language with its catalogue; messages are English, so that the English catalogue has nothing to say."""
    if lang == "en":
        return Language(lang, Locale.parse(LANGUAGES[lang]), {})
    with template_path(f"locale/{lang}/LC_MESSAGES/finmodel.po").open("rb") as file:
        catalog = read_po(file, locale=lang)
    words = {_first(m.id): m.string for m in catalog if m.id and m.string and not m.fuzzy}
    return Language(lang, Locale.parse(LANGUAGES[lang]), words)


def _first(message_id: str | Sequence[str]) -> str:
    return message_id if isinstance(message_id, str) else message_id[0]


def as_date(serial: float) -> date:
    """The date of an Excel serial day number."""
    return _EPOCH + timedelta(days=int(serial))


def _in_full(value: float, currency: str) -> tuple[float, str]:
    """A small price in the currency without its scale; every other as it is."""
    code, _, scale = currency.partition(" ")
    return (value * _SCALES[scale], code) if 0 < abs(value) < _SMALL and scale in _SCALES else (value, currency)


def _needed(share: float, decimals: int) -> int:
    """The digits that a share takes beyond those of its unit, so as not to be shown as nothing or all if it is not."""
    for whole in (0.0, 1.0):
        distance = abs(share - whole)
        if distance > _SAME and round(distance * 100, decimals) == 0:
            return next((n for n in range(1, _MORE) if round(distance * 100, decimals + n)), _MORE)
    return 0


@dataclass(frozen=True, slots=True)
class Language:
    """The words and formats of one language."""

    code: str
    locale: Locale
    catalogue: Mapping[str, str | Sequence[str]]
    """By message id (the English text): the translation, or its plural forms."""

    def gettext(self, message: str) -> str:
        """The message in this language; the English text itself where the catalogue has none."""
        found = self.catalogue.get(message, "")
        return (found if isinstance(found, str) else found[0]) or message

    def ngettext(self, one: str, many: str, count: float) -> str:
        """The form of a message that belongs to a count."""
        forms = self.catalogue.get(one, "")
        if isinstance(forms, str) or not all(forms):
            return one if count == 1 else many
        whole = int(count) if count == int(count) else count
        return forms[_PLURAL_FORM[self.locale.plural_form(whole)]]

    def text(self, words: object) -> str:
        """A text of the case: plain, or one per language; English, then any other, stands in for a missing one."""
        if isinstance(words, Phrase):
            return self.gettext(words.pattern) % {key: self._part(part) for key, part in words.parts.items()}
        if isinstance(words, Text):
            return words.translated(self.code)
        if isinstance(words, Mapping):
            choices = (words.get(self.code), words.get("en"), *words.values())
            return next((str(choice) for choice in choices if choice), "")
        return "" if words is None else str(words)

    def _part(self, part: str) -> str:
        """What stands in a place of a phrase: a text of the case by its translations, all else by the catalogue."""
        return self.text(part) if isinstance(part, Text) else self.gettext(part)

    def number(self, value: float, decimals: int) -> str:
        """A number with its groups, its decimals and a true minus sign."""
        rounded = 0.0 if round(value, decimals) == 0 else value
        return str(format_decimal(rounded, format=_pattern(decimals), locale=self.locale)).replace("-", _MINUS)

    def percent(self, value: float, decimals: int) -> str:
        """A share as a percentage."""
        return f"{self.number(value * 100, decimals)}{'' if self.code == 'en' else _SPACE}%"

    def day(self, value: date, *, short: bool = False) -> str:
        """A date in words, or short for tables."""
        style = (_SHORT_DATE if short else _LONG_DATE)[self.code]
        return re.sub(r"\s", _SPACE, str(format_date(value, format=style, locale=self.locale)))

    def figure(self, value: float | None, unit: Unit, *, more: int = 0) -> str:
        """A value as a table shows it: without the unit's name, a dash for no money, ``n/a`` for no value.

        ``more``: digits beyond those of the unit. A share of nearly nothing or nearly all is never shown as 0 or 100 %.
        """
        if value is None:
            return self.gettext("n/a")
        shown = unit.format
        if shown.percent:
            more = max(more, _needed(value, shown.decimals)) if unit is Unit.SHARE else more
            return self.percent(value, shown.decimals + more)
        if unit is Unit.DATE:
            return self.day(as_date(value), short=True)
        if unit is Unit.FLAG:
            return self.gettext("yes") if value else self.gettext("no")
        if unit is Unit.CALENDAR_YEAR:
            return f"{value:.0f}"
        if unit is Unit.MONEY and round(value, shown.decimals) == 0:
            return _DASH
        number = self.number(value, shown.decimals + more)
        return f"{number}x" if unit is Unit.RATIO else number

    def quantity(self, value: float | None, unit: Unit, currency: str, *, more: int = 0) -> str:
        """A value as a sentence shows it, with the name of its unit; ``more``: digits beyond those of the unit."""
        if value is None:
            return self.gettext("n/a")
        if unit is Unit.MONEY:
            return self.money(value, currency, more=more)
        if unit is Unit.DATE:
            return self.day(as_date(value))
        if unit is Unit.YEARS:
            return self._counted(self.ngettext("%(count)s year", "%(count)s years", value), value, more, most=2)
        if unit is Unit.MONTHS:
            return self._counted(self.ngettext("%(count)s month", "%(count)s months", value), value, more)
        if unit is Unit.DAYS:
            return self._counted(self.ngettext("%(count)s day", "%(count)s days", value), value, more)
        if unit in _IN_WORDS:
            plain = self.money(value, currency, unit) if unit.is_money else self.figure(value, unit, more=more)
            return (self.gettext(_IN_WORDS[unit]) % {"value": plain}).replace(" ", _SPACE)
        return self._short(value, unit) if unit in {Unit.NUMBER, Unit.INDEX} else self.figure(value, unit, more=more)

    def money(self, value: float, currency: str, unit: Unit = Unit.MONEY, *, more: int = 0) -> str:
        """An amount with its currency and scale, in the order in which the language writes them.

        A price that is a small part of the scale is told in the currency itself: KZT 800, not KZT 0.0008 million.
        """
        if unit is Unit.MONEY_PER_UNIT:
            value, currency = _in_full(value, currency)
        code, scale = self._currency(currency)
        amount = (
            self._short(value, unit) if unit is Unit.MONEY_PER_UNIT else self.number(value, unit.format.decimals + more)
        )
        words = {"currency": code, "amount": amount, "scale": scale}
        return _SPACE.join(filter(None, (self.gettext("%(currency)s %(amount)s %(scale)s") % words).split(" ")))

    def currency(self, currency: str) -> str:
        """The unit of amounts, e.g. ``KZT million``, in the words of the language."""
        code, scale = self._currency(currency)
        return (self.gettext("%(currency)s %(scale)s") % {"currency": code, "scale": scale}).strip()

    def unit_name(self, unit: Unit, currency: str) -> str:
        """The name of a unit as a table's column shows it; nothing for a plain number."""
        money = self.currency(currency)
        if unit is Unit.MONEY:
            return money
        if unit is Unit.MONEY_PER_YEAR:
            return self.gettext("%(value)s a year") % {"value": money}
        if unit is Unit.MONEY_PER_UNIT:
            return self.gettext("%(value)s per unit") % {"value": money}
        return (
            ""
            if unit in {Unit.DATE, Unit.CALENDAR_YEAR, Unit.FLAG, Unit.NUMBER, Unit.INDEX}
            else self.gettext(unit.value)
        )

    def _currency(self, currency: str) -> tuple[str, str]:
        code, _, scale = currency.partition(" ")
        return self.gettext(code), self.gettext(scale) if scale else ""

    def _short(self, value: float, unit: Unit) -> str:
        """A number with no more decimals than it needs, up to those of its unit."""
        most = unit.format.decimals
        return self.number(
            value, next(n for n in range(most + 1) if n == most or round(value, n) == round(value, most))
        )

    def _counted(self, message: str, value: float, more: int, *, most: int = 1) -> str:
        """A count of years, months or days; no decimals of what is whole, nor zeros at the end of the others."""
        needed = next((n for n in range(1, most) if round(value, n) == round(value, most)), most)
        number = self.number(value, 0 if value == int(value) else needed + more)
        return (message % {"count": number}).replace(" ", _SPACE)
