"""Figures: the numbers of a case file, each with its unit and its bounds, and with where it comes from."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from types import NoneType
from typing import Any, get_args, get_origin

from pydantic import Field, GetCoreSchemaHandler
from pydantic.fields import FieldInfo
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from finmodel.inputs.number import BadValueError, as_day, parse_day, parse_number, parse_year
from finmodel.inputs.provenance import read_provenance
from finmodel.inputs.table import Provenance
from finmodel.inputs.trouble import Path, Trouble, nearest, unknown
from finmodel.units import Unit

__all__ = ["REQUIRED", "UNKNOWN", "Figure", "FigureSpec", "UnknownNumberError", "figure", "figure_spec", "word"]

REQUIRED: Any = object()
"""The default of a figure or word that the case file must state."""

_AMOUNTS = ("value", "by_year", "by_period")
_KEYS = (*_AMOUNTS, "source", "as_of", "status", "note")
UNKNOWN = math.nan
"""Stands for a number that could not be read, so that the rest of a case can still be checked."""
_CONSTANT = "is given for a figure that does not change over time"
_NAME = re.compile(r"[a-z][a-z0-9_]*")


class UnknownNumberError(LookupError):
    """A check asked for a number that the case file does not give in a readable form."""


def _told(number: float) -> float:
    if math.isnan(number):
        raise UnknownNumberError
    return number


@dataclass(frozen=True, slots=True)
class Figure:
    """A number of the case file (or several), and where it comes from. Declare it with ``figure()``."""

    value: float | tuple[float, ...] = 0.0
    """One number; or one per period (series) or per position (profile). A day is its serial number."""
    by_year: tuple[tuple[int, float], ...] = ()
    """Calendar years with their values, ascending; then ``value`` is the first of them."""
    chosen: str = ""
    """For a choice: the word; then ``value`` is its position, from 1."""
    provenance: Provenance = field(default_factory=Provenance)

    @property
    def number(self) -> float:
        """The number, where one is given; else the first. Raises ``UnknownNumberError`` if it could not be read."""
        return _told(self.value[0] if isinstance(self.value, tuple) else self.value)

    @property
    def numbers(self) -> tuple[float, ...]:
        """Every number given, in order. Raises ``UnknownNumberError`` if one of them could not be read."""
        if self.by_year:
            return tuple(_told(value) for _, value in self.by_year)
        return tuple(map(_told, self.value)) if isinstance(self.value, tuple) else (_told(self.value),)

    @property
    def known(self) -> bool:
        """Whether every number could be read."""
        value = self.value if isinstance(self.value, tuple) else (self.value,)
        return not any(map(math.isnan, (*value, *(number for _, number in self.by_year))))

    @property
    def day(self) -> date:
        """The day, where the unit is ``DATE``."""
        return as_day(self.number)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Refuses a field that was not declared with ``figure()`` and so has no unit."""
        raise TypeError("Declare this field with figure(label, unit).")


@dataclass(frozen=True, slots=True)
class FigureSpec:
    """What a figure must be: read from a class's field with ``figure_spec()``."""

    label: str
    unit: Unit
    series: bool = False
    profile: bool = False
    pad: bool = False
    whole: bool = False
    minimum: float | None = None
    maximum: float | None = None
    choices: tuple[str, ...] = ()
    note: str = ""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """The schema of ``Figure``, ``Figure | None`` or ``dict[str, Figure]``, whichever the field is."""
        one = core_schema.no_info_plain_validator_function(self._validated)
        if get_origin(source) is dict:
            names = core_schema.str_schema(pattern=f"^{_NAME.pattern}$")
            return core_schema.dict_schema(names, one)
        return core_schema.nullable_schema(one) if NoneType in get_args(source) else one

    def _validated(self, raw: object) -> Figure:
        found, troubles = self.read(raw)
        if troubles:
            raise PydanticCustomError("unreadable", "see troubles", {"troubles": troubles, "found": found})
        return found

    def read(self, raw: object) -> tuple[Figure, list[Trouble]]:
        """The figure that a value of the case file stands for, and everything wrong with it."""
        troubles: list[Trouble] = []
        if isinstance(raw, Figure):
            faults = [
                fault for number in (raw.numbers if raw.known else ()) if (fault := self._fault(number, bare=False))
            ]
            return raw, [Trouble((), *fault) for fault in faults[:1]]
        if not isinstance(raw, Mapping):
            return self._plain(raw, (), troubles), troubles
        found = self._amount(raw, troubles)
        return replace(found, provenance=read_provenance(raw, troubles)), troubles

    def _amount(self, raw: Mapping[Any, object], troubles: list[Trouble]) -> Figure:
        _unknown_keys(raw, troubles)
        stated = [key for key in _AMOUNTS if key in raw]
        if not stated and not troubles:
            troubles.append(Trouble((), "gives no number", f"add {self._ways()}"))
        elif len(stated) > 1:
            troubles.append(Trouble((stated[1],), f"stands beside {stated[0]}", "keep one of the two", at_key=True))
        elif stated == ["by_year"]:
            return self._by_year(raw["by_year"], troubles)
        elif stated == ["by_period"]:
            return self._by_period(raw["by_period"], troubles)
        elif stated:
            return self._plain(raw["value"], ("value",), troubles)
        return Figure(UNKNOWN)

    def _ways(self) -> str:
        return "value:, by_year: or by_period:" if self.series else "value:"

    def _plain(self, raw: object, path: Path, troubles: list[Trouble]) -> Figure:
        if self.choices:
            return self._choice(raw, path, troubles)
        if isinstance(raw, (list, tuple)) and (self.series or self.profile):
            return self._list(raw, path, troubles)
        if isinstance(raw, (list, tuple)):
            troubles.append(Trouble(path, "is a list where one number is wanted", "write one number"))
            return Figure(UNKNOWN)
        if isinstance(raw, Mapping):
            troubles.append(Trouble(path, "is a mapping where a number is wanted", "write the number here"))
            return Figure(UNKNOWN)
        number = self._number(raw, path, troubles)
        return Figure((number,) if self.profile else number)

    def _choice(self, raw: object, path: Path, troubles: list[Trouble]) -> Figure:
        if isinstance(raw, str) and raw in self.choices:
            return Figure(self.choices.index(raw) + 1.0, chosen=raw)
        troubles.append(Trouble(path, *unknown(raw, self.choices)))
        return Figure(UNKNOWN)

    def _list(self, raw: Sequence[object], path: Path, troubles: list[Trouble]) -> Figure:
        if not raw:
            troubles.append(Trouble(path, "is an empty list", "write at least one number"))
            return Figure((UNKNOWN,))
        return Figure(tuple(self._number(item, (*path, place), troubles) for place, item in enumerate(raw)))

    def _by_period(self, raw: object, troubles: list[Trouble]) -> Figure:
        path: Path = ("by_period",)
        if not self.series:
            troubles.append(Trouble(path, _CONSTANT, "write value: instead", at_key=True))
        elif not isinstance(raw, (list, tuple)):
            troubles.append(Trouble(path, "is not a list", "write one number per period: [1, 2, 3]"))
        else:
            return self._list(raw, path, troubles)
        return Figure(UNKNOWN)

    def _by_year(self, raw: object, troubles: list[Trouble]) -> Figure:
        path: Path = ("by_year",)
        if not self.series:
            troubles.append(Trouble(path, _CONSTANT, "write value: instead", at_key=True))
            return Figure(UNKNOWN)
        if not isinstance(raw, Mapping) or not raw:
            troubles.append(Trouble(path, "is not a table of years", "write {2027: 100, 2028: 110}"))
            return Figure(UNKNOWN)
        years: dict[int, float] = {}
        for key, value in raw.items():
            number = self._number(value, (*path, key), troubles)
            try:
                years[parse_year(key)] = number
            except BadValueError as fault:
                troubles.append(Trouble((*path, key), fault.what, fault.remedy, at_key=True))
        table = tuple(sorted(years.items()))
        return Figure(table[0][1] if table else UNKNOWN, by_year=table)

    def _number(self, raw: object, path: Path, troubles: list[Trouble]) -> float:
        """One number within its bounds; a trouble and an unknown number if it is not."""
        try:
            number = parse_day(raw) if self.unit is Unit.DATE else parse_number(raw, self.unit)
        except BadValueError as error:
            troubles.append(Trouble(path, error.what, error.remedy))
            return UNKNOWN
        fault = self._fault(number, bare=not isinstance(raw, str))
        if fault:
            troubles.append(Trouble(path, *fault))
        return UNKNOWN if fault else number

    def _fault(self, number: float, *, bare: bool) -> tuple[str, str] | None:
        """What is wrong with a number and what to do; ``bare`` if the file gives it without a percent sign."""
        low, high = self.bounds
        said, percent = self._said, self.unit.format.percent
        if self.whole and number != int(number):
            return f"{number:.10g} is not a whole number", f"write {int(number)} or {int(number) + 1}"
        if self.unit is Unit.FLAG and number not in (0.0, 1.0):
            return f"{number:.10g} is neither yes nor no", "write true or false"
        if high is not None and number > high:
            if percent and bare and (low or 0.0) <= number / 100 <= high:
                return f"{number:.10g} is {said(number)}", f"write {number / 100:.10g} or {number:.10g} %"
            return f"{said(number)} is above {said(high)}", f"write {said(high)} or less"
        if low is not None and number < low:
            return f"{said(number)} is below {said(low)}", f"write {said(low)} or more"
        return None

    @property
    def bounds(self) -> tuple[float | None, float | None]:
        """The lowest and the highest number allowed; percentages stay within ±100 % unless bounds are declared."""
        if not self.unit.format.percent:
            return self.minimum, self.maximum
        return (-1.0 if self.minimum is None else self.minimum), (1.0 if self.maximum is None else self.maximum)

    def _said(self, number: float) -> str:
        """A number as a message shows it."""
        if self.unit is Unit.DATE:
            return as_day(number).isoformat()
        return f"{number * 100:,.10g} %" if self.unit.format.percent else f"{number:,.10g}"


def _unknown_keys(raw: Mapping[Any, object], troubles: list[Trouble]) -> None:
    for key in raw:
        if key not in _KEYS:
            near = nearest(str(key), _KEYS)
            remedy = f"did you mean {near}?" if near else f"the keys of a figure are {', '.join(_KEYS)}"
            troubles.append(Trouble((str(key),), "is not a key of a figure", remedy, at_key=True))


def figure(
    label: str,
    unit: Unit,
    *,
    series: bool = False,
    profile: bool = False,
    pad: bool = False,
    whole: bool = False,
    default: Any = REQUIRED,
    minimum: float | None = None,
    maximum: float | None = None,
    choices: Sequence[str] = (),
    note: str = "",
) -> Any:
    """A pydantic field for a ``Figure``, a ``Figure | None`` or a ``dict[str, Figure]``.

    ``series``: one value per period (a number, ``by_year`` or ``by_period``; with ``pad`` a shorter list is filled
    with zeros). ``profile``: a list read by position. ``choices``: words, whose value is 1, 2, 3. ``whole``: no
    fractions. Percentages outside ±100 % are refused unless ``minimum`` and ``maximum`` say otherwise.
    """
    spec = FigureSpec(label, unit, series, profile, pad, whole, minimum, maximum, tuple(choices), note)
    made: FieldInfo = _field(default, label, note, spec.read)
    made.metadata.append(spec)
    return made


def _field(default: Any, label: str, note: str, read: Callable[[object], tuple[Figure, list[Trouble]]]) -> Any:
    if default is REQUIRED:
        return Field(title=label, description=note or None)
    if default is None:
        return Field(default=None, title=label, description=note or None)
    if default == {}:
        return Field(default_factory=dict, title=label, description=note or None)
    found, troubles = read(default)
    if troubles:
        raise ValueError(f"The default of {label!r} breaks its own rules: {troubles}")
    unstated = replace(found, provenance=replace(found.provenance, stated=False))
    return Field(default=unstated, title=label, description=note or None)


def figure_spec(info: FieldInfo) -> FigureSpec | None:
    """What a class's field must be, if it was declared with ``figure()``."""
    return next((item for item in info.metadata if isinstance(item, FigureSpec)), None)


def word(label: str, *, default: Any = REQUIRED, note: str = "") -> Any:
    """A pydantic field for a structural word (a ``Literal``, text or true/false) that chooses what is defined."""
    if default is REQUIRED:
        return Field(title=label, description=note or None)
    if isinstance(default, (list, dict)):
        return Field(default_factory=lambda: type(default)(default), title=label, description=note or None)
    return Field(default=default, title=label, description=note or None)
