"""Single values as a case file writes them: numbers, percentages and days, and what to say when they are not."""

from __future__ import annotations

import calendar
import math
import re
from datetime import date, timedelta

from finmodel.units import Unit

__all__ = [
    "FIRST_YEAR",
    "LAST_YEAR",
    "BadValueError",
    "as_day",
    "day_number",
    "parse_day",
    "parse_number",
    "parse_year",
    "shown",
]

FIRST_YEAR, LAST_YEAR = 1900, 2200
_LARGEST = 1e15
_EPOCH = date(1899, 12, 30)
_SPACES = r"\s\u00a0\u2007\u2009\u202f"
_PERCENT = re.compile(rf"([+-]?(?:\d+\.?\d*|\.\d+))[{_SPACES}]*%")
_PLAIN = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
_SEPARATED = re.compile(rf"([+\-\u2212\u2013]?)(\d[\d{_SPACES}_'’,.]*\d|\d)[{_SPACES}]*(%?)")
_WITH_WORD = re.compile(rf"([+-]?\d+(?:\.\d+)?)[{_SPACES}]*[^\W\d_]+[\w{_SPACES}/.]*")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_OTHER_DAY = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4})")


_PLAIN_WORDS = {
    Unit.FLAG: "write true or false",
    Unit.RATIO: "write a ratio such as 1.3",
    Unit.INDEX: "write a number such as 1.0",
    Unit.NUMBER: "write a number",
    Unit.COUNT: "write a number",
    Unit.POINTS: "write a number",
}


class BadValueError(ValueError):
    """One value that cannot be read: what is wrong with it, and what to write instead."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(f"{what}; {remedy}")
        self.what = what
        self.remedy = remedy


def shown(raw: object) -> str:
    """A value as an error message quotes it: short, on one line, without invisible characters."""
    if raw is None:
        return "nothing"
    if isinstance(raw, bool):
        return "true" if raw else "false"
    if isinstance(raw, dict):
        return "a mapping"
    if isinstance(raw, (list, tuple)):
        return "a list"
    if isinstance(raw, int) and abs(raw) > 10**30:
        return "a number of more than 30 digits"
    if isinstance(raw, float):
        return f"{raw:.10g}"
    text = "".join(c if c.isprintable() else "\ufffd" for c in str(raw))
    text = text if len(text) <= 40 else text[:39] + "…"
    return f'"{text}"' if isinstance(raw, str) else text


def parse_number(raw: object, unit: Unit) -> float:
    """The number a case file means, ``"12 %"`` included where the unit is a percentage; raises ``BadValueError``."""
    if unit is Unit.FLAG and isinstance(raw, bool):
        return float(raw)
    if isinstance(raw, str):
        return _from_text(raw, unit)
    if raw is None:
        raise BadValueError("has no value", f"{_ask(unit)}, or leave the key out")
    if isinstance(raw, bool) or not isinstance(raw, (int, float)):
        kind = "a list" if isinstance(raw, (list, tuple)) else shown(raw)
        raise BadValueError(f"{kind} stands where one number is wanted", _ask(unit))
    if isinstance(raw, float) and not math.isfinite(raw):
        raise BadValueError("is not a number" if math.isnan(raw) else "is infinite or far too large", _ask(unit))
    if abs(raw) > _LARGEST:
        scale = ", and count money in millions or billions" if unit.is_money else ""
        raise BadValueError(f"{shown(raw)} is too large", f"write a number below 1e15{scale}")
    return float(raw)


def _ask(unit: Unit) -> str:
    """What to write for a number of a unit."""
    if unit.format.percent:
        return "write a share such as 0.12 or 12 %"
    if unit in _PLAIN_WORDS:
        return _PLAIN_WORDS[unit]
    return f"write a number ({unit.value})"


def _from_text(raw: str, unit: Unit) -> float:
    text = raw.strip()
    if unit is Unit.FLAG:
        said = {"yes": "write true", "on": "write true", "no": "write false", "off": "write false"}
        raise BadValueError(f"{shown(raw)} stands where yes or no is wanted", said.get(text.lower(), _ask(unit)))
    percent = _PERCENT.fullmatch(text)
    if percent and unit.format.percent:
        return parse_number(float(f"{percent[1]}e-2"), unit)
    if percent:
        raise BadValueError(f"{shown(raw)} is a percentage where a number is wanted", _ask(unit))
    if not text:
        raise BadValueError("has no value", f"{_ask(unit)}, or leave the key out")
    if _PLAIN.fullmatch(text):
        raise BadValueError(f"{shown(raw)} is in quotes, which makes it text", f"write {text} without quotes")
    separated = _SEPARATED.fullmatch(text)
    if separated:
        sign = "" if separated[1] in ("", "+") else "-"
        plain = sign + _without_separators(separated[2]) + (" %" if separated[3] else "")
        how = "with a plain minus" if separated[1] not in ("", "+", "-") else "with a decimal point and no separators"
        raise BadValueError(f"{shown(raw)} is not a number as the file writes them", f"write {plain}, {how}")
    worded = _WITH_WORD.fullmatch(text)
    if worded:
        raise BadValueError(f"{shown(raw)} has words in it", f"write {worded[1]} alone ({unit.value})")
    raise BadValueError(f"{shown(raw)} is text where a number is wanted", _ask(unit))


def _without_separators(digits: str) -> str:
    """The digits with one decimal point: the last comma or point decides, unless it groups thousands."""
    digits = re.sub(rf"[{_SPACES}_'’]", "", digits)
    whole, mark, end = digits.rpartition("," if digits.rfind(",") > digits.rfind(".") else ".")
    grouping = mark and (mark in whole or (mark == "," and len(end) == 3))
    if not mark or grouping:
        return re.sub(r"[,.]", "", digits)
    return re.sub(r"[,.]", "", whole) + "." + end


def parse_day(raw: object) -> float:
    """A day written ``2027-01-31`` as its serial day number; raises ``BadValueError`` for what is no day."""
    if isinstance(raw, date):
        return day_number(raw)
    if raw is None:
        raise BadValueError("has no value", "write a day such as 2027-01-31, or leave the key out")
    text = raw.strip() if isinstance(raw, str) else ""
    other = _OTHER_DAY.fullmatch(text)
    if other:
        guess = f"{other[3]}-{int(other[2]):02d}-{int(other[1]):02d}"
        raise BadValueError(
            f"{shown(raw)} is not in the order year-month-day", f"write {guess}, if that is the day meant"
        )
    parts = _ISO_DAY.fullmatch(text)
    if not parts:
        raise BadValueError(f"{shown(raw)} stands where a day is wanted", "write year-month-day, such as 2027-01-31")
    year, month, day = (int(part) for part in parts.groups())
    if not FIRST_YEAR < year <= LAST_YEAR:
        raise BadValueError(
            f"{text} is out of the calendar used here", f"write a year from {FIRST_YEAR + 1} to {LAST_YEAR}"
        )
    if not 1 <= month <= 12:
        raise BadValueError(f"{text} does not exist: there is no month {month}", "write a month from 01 to 12")
    days = calendar.monthrange(year, month)[1]
    if not 1 <= day <= days:
        name = calendar.month_name[month]
        raise BadValueError(f"{text} does not exist: {name} {year} has {days} days", f"write a day from 01 to {days}")
    return day_number(date(year, month, day))


def parse_year(raw: object) -> int:
    """A calendar year; raises ``BadValueError``."""
    year = int(raw) if isinstance(raw, str) and re.fullmatch(r"\d{4}", raw) else raw
    if isinstance(year, bool) or not isinstance(year, int) or not FIRST_YEAR <= year <= LAST_YEAR:
        raise BadValueError(
            f"{shown(raw).strip(chr(34))} is not a calendar year", f"write a year from {FIRST_YEAR} to {LAST_YEAR}"
        )
    return year


def day_number(day: date) -> float:
    """The serial number of a day as spreadsheets count: 1 January 2027 is 46388."""
    return float((day - _EPOCH).days)


def as_day(number: float) -> date:
    """The day of a serial number."""
    return _EPOCH + timedelta(days=int(number))
