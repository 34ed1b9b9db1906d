"""Units of lines and inputs: how a value is named and shown, decided once for every document."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["Format", "Unit"]


@dataclass(frozen=True, slots=True)
class Format:
    """How a unit is shown: number of decimals, whether it is a percentage, and the workbook's number format."""

    decimals: int
    percent: bool
    excel: str


_AMOUNT = '#,##0.0;[Red]-#,##0.0;"-"'
_PLAIN = "#,##0.00"


class Unit(Enum):
    """The unit of a line or an input. ``MONEY`` is in the case's currency and scale, e.g. KZT million.

    A ``QUANTITY`` has a physical unit, such as MWh, which its label tells.
    """

    MONEY = "money"
    MONEY_PER_YEAR = "money a year"
    MONEY_PER_UNIT = "money per unit"
    RATE = "% a year"
    SHARE = "%"
    RATIO = "x"
    INDEX = "index"
    YEARS = "years"
    MONTHS = "months"
    DAYS = "days"
    DATE = "date"
    CALENDAR_YEAR = "calendar year"
    FLAG = "flag"
    COUNT = "number"
    NUMBER = "factor"
    POINTS = "points"
    QUANTITY = "quantity"

    @property
    def format(self) -> Format:
        """The one place where the appearance of a unit is decided."""
        return _FORMATS[self]

    @property
    def is_money(self) -> bool:
        """True for amounts in the case's currency."""
        return self in {Unit.MONEY, Unit.MONEY_PER_YEAR, Unit.MONEY_PER_UNIT}


_FORMATS: dict[Unit, Format] = {
    Unit.MONEY: Format(1, False, _AMOUNT),
    Unit.MONEY_PER_YEAR: Format(1, False, _AMOUNT),
    Unit.MONEY_PER_UNIT: Format(4, False, "#,##0.0000"),
    Unit.RATE: Format(2, True, "0.00%"),
    Unit.SHARE: Format(1, True, "0.0%"),
    Unit.RATIO: Format(2, False, '0.00"x"'),
    Unit.INDEX: Format(4, False, "0.0000"),
    Unit.YEARS: Format(2, False, "0.00"),
    Unit.MONTHS: Format(0, False, "0"),
    Unit.DAYS: Format(0, False, "0"),
    Unit.DATE: Format(0, False, "yyyy-mm-dd"),
    Unit.CALENDAR_YEAR: Format(0, False, "0"),
    Unit.FLAG: Format(0, False, "0"),
    Unit.COUNT: Format(0, False, "#,##0"),
    Unit.NUMBER: Format(4, False, _PLAIN + "00"),
    Unit.POINTS: Format(1, False, _PLAIN),
    Unit.QUANTITY: Format(2, False, _PLAIN),
}
