"""What every part of the export reads: the deal in English, amounts in whole currency, and what is unknown left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from finmodel.inputs.number import as_day
from finmodel.outputs.language import translator
from finmodel.outputs.term_sheet.view import View
from finmodel.results import Period, Results

__all__ = ["Deal", "between", "known", "moment", "share"]

_SCALES = {"": 1.0, "thousand": 1e3, "million": 1e6, "billion": 1e9}
_NOTHING = 1e-6
_DIGITS = 6


@dataclass(frozen=True, slots=True)
class Deal:
    """One run's results, as the parts of the export read them."""

    results: Results

    @property
    def view(self) -> View:
        """The results in English."""
        return View(self.results, translator("en"))

    @property
    def currency(self) -> str:
        """The currency by its three letters."""
        return self.results.currency.partition(" ")[0]

    def money(self, amount: float | None) -> dict[str, Any] | None:
        """An amount of money of the case in whole units of its currency; nothing if there is none."""
        if amount is None or abs(amount) < _NOTHING:
            return None
        scale = _SCALES[self.results.currency.partition(" ")[2]]
        return {"amount": round(amount * scale), "currency": self.currency}

    def words(self, block: str, key: str) -> str:
        """What the case says under a block and a key, in one text; nothing if it is silent."""
        return "; ".join(self.view.words(block, key))

    def party(self, key: str) -> dict[str, str]:
        """A reference to an organisation of the list of parties."""
        return {"id": key, "name": self.view.party(key)}

    def series(self, name: str) -> Sequence[float | None]:
        """A line or an input in every period; an input that never changes stands in each."""
        if name in self.results.series:
            return self.results.series[name]
        value = self.results.inputs[name].value
        return value if isinstance(value, tuple) else (value,) * len(self.results.periods)

    def day(self, name: str) -> date:
        """The day that a line of dates holds."""
        return as_day(self.results.values[name] or 0.0)

    def span(self, name: str) -> dict[str, str] | None:
        """From the first to the last period in which a flag is 1."""
        marked = [period for period, flag in zip(self.results.periods, self.series(name), strict=True) if flag]
        return between(marked[0], marked[-1]) if marked else None


def between(first: Period, last: Period) -> dict[str, str]:
    """A period of the standard, from the first day of one to the last day of another."""
    return {"startDate": moment(first.start), "endDate": moment(last.end, ends=True)}


def moment(day: date, *, ends: bool = False) -> str:
    """A day as the standard writes moments: its beginning, or its end."""
    return f"{day.isoformat()}T{'23:59:59' if ends else '00:00:00'}Z"


def share(value: float | None) -> float | None:
    """A ratio as the standard has it: a decimal fraction, without the noise of rounding."""
    return None if value is None else round(value, _DIGITS)


def known(record: Mapping[str, Any]) -> dict[str, Any]:
    """A record without what is unknown: nothing, empty texts, empty lists and empty records."""
    return {key: value for key, value in record.items() if value not in (None, "", [], {})}
