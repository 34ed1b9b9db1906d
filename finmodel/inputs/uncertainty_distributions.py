"""Distributions of a case file: how a figure that is not known may come out, with the parameters of each kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from finmodel.inputs.block import Block
from finmodel.inputs.figure import word
from finmodel.inputs.number import BadValueError, parse_number
from finmodel.inputs.trouble import Trouble
from finmodel.units import Unit

__all__ = ["DistributionTerms", "StatedDistribution", "read_distribution"]

PARAMETERS: Mapping[str, tuple[str, ...]] = {
    "normal": ("mean", "deviation"),
    "lognormal": ("mean", "deviation"),
    "triangular": ("low", "mode", "high"),
    "pert": ("low", "mode", "high"),
    "uniform": ("low", "high"),
    "discrete": ("values", "probabilities"),
    "empirical": ("values",),
}
"""What each kind has to state."""
_LISTS = ("values", "probabilities")
_EXAMPLES = {
    "low": "10 %", "mode": "20 %", "high": "40 %", "mean": "1", "deviation": "0.1", "values": "[0.9, 1, 1.2]",
    "probabilities": "[20 %, 50 %, 30 %]",
}  # fmt: skip
_SAME = 1e-9


class DistributionTerms(Block):
    """The distribution of a variable."""

    type: Literal["normal", "lognormal", "triangular", "pert", "uniform", "discrete", "empirical"] = word("Kind")
    low: Any = word("Lowest value", default=None)
    mode: Any = word("Likeliest value", default=None)
    high: Any = word("Highest value", default=None)
    mean: Any = word("Mean", default=None)
    deviation: Any = word("Standard deviation, of a lognormal too that of the value itself", default=None)
    values: Any = word("Values it may take, or values seen", default=None)
    probabilities: Any = word("How likely each value is", default=None)

    @property
    def stated(self) -> Mapping[str, Any]:
        """The parameters that are stated."""
        names = ("low", "mode", "high", "mean", "deviation", *_LISTS)
        return {name: value for name in names if (value := getattr(self, name)) is not None}


@dataclass(frozen=True, slots=True)
class StatedDistribution:
    """A distribution with its parameters as numbers, in the unit of the variable."""

    type: str
    parameters: Mapping[str, float | tuple[float, ...]]

    def number(self, name: str) -> float:
        """A parameter that is one number."""
        value = self.parameters[name]
        assert isinstance(value, float)
        return value

    def numbers(self, name: str) -> tuple[float, ...]:
        """A parameter that is several numbers."""
        value = self.parameters[name]
        assert isinstance(value, tuple)
        return value

    @property
    def ends(self) -> tuple[float | None, float | None]:
        """The lowest and the highest value that can come out; ``None`` where there is no end."""
        if self.type in ("normal", "lognormal"):
            return (None if self.type == "normal" else 0.0), None
        if "values" in self.parameters:
            return min(self.numbers("values")), max(self.numbers("values"))
        return self.number("low"), self.number("high")


def read_distribution(terms: DistributionTerms, unit: Unit) -> tuple[StatedDistribution | None, list[Trouble]]:
    """The distribution that is stated, in a unit, and everything wrong with it."""
    wanted, stated = PARAMETERS[terms.type], terms.stated
    troubles = [
        Trouble((), f"is {terms.type} and lacks {name}", f"add {name}:, such as {name}: {_EXAMPLES[name]}")
        for name in wanted
        if name not in stated
    ]
    troubles += [
        Trouble((name,), f"is no parameter of {terms.type}", f"its parameters are {', '.join(wanted)}", at_key=True)
        for name in stated
        if name not in wanted
    ]
    parameters = {name: _read(name, stated[name], unit, troubles) for name in wanted if name in stated}
    if troubles:
        return None, troubles
    found = StatedDistribution(terms.type, parameters)
    troubles = list(_senseless(found))
    return (None if troubles else found), troubles


def _read(name: str, raw: object, unit: Unit, troubles: list[Trouble]) -> float | tuple[float, ...]:
    unit = Unit.SHARE if name == "probabilities" else unit
    if name not in _LISTS:
        return _number(raw, (name,), unit, troubles)
    if not isinstance(raw, Sequence) or isinstance(raw, str) or not raw:
        troubles.append(Trouble((name,), "is no list of numbers", f"write {name}: {_EXAMPLES[name]}"))
        return ()
    return tuple(_number(item, (name, place), unit, troubles) for place, item in enumerate(raw))


def _number(raw: object, path: tuple[str | int, ...], unit: Unit, troubles: list[Trouble]) -> float:
    try:
        return parse_number(raw, unit)
    except BadValueError as error:
        troubles.append(Trouble(path, error.what, error.remedy))
        return 0.0


def _senseless(found: StatedDistribution) -> Iterator[Trouble]:
    """Parameters that can each be read and do not make a distribution together."""
    if found.type in ("normal", "lognormal"):
        if found.number("deviation") <= 0:
            yield Trouble(("deviation",), "is not above 0", "write how far values spread, such as 0.1")
        if found.type == "lognormal" and found.number("mean") <= 0:
            yield Trouble(("mean",), "is not above 0, and a lognormal value always is", "use normal, or a factor")
    elif found.type in ("triangular", "pert", "uniform"):
        yield from _ends(found)
    elif found.type == "discrete":
        yield from _chances(found)
    elif len(set(found.numbers("values"))) < 2:
        yield Trouble(("values",), "are all alike", "list at least two values that were seen")


def _ends(found: StatedDistribution) -> Iterator[Trouble]:
    low, high = found.number("low"), found.number("high")
    if low >= high:
        yield Trouble(("high",), f"{high:.10g} is not above low, which is {low:.10g}", "write the lower end as low")
    elif found.type != "uniform" and not low <= found.number("mode") <= high:
        what = f"{found.number('mode'):.10g} is not between {low:.10g} and {high:.10g}"
        yield Trouble(("mode",), what, "write the likeliest value, between low and high")


def _chances(found: StatedDistribution) -> Iterator[Trouble]:
    values, chances = found.numbers("values"), found.numbers("probabilities")
    if len(values) != len(chances):
        what = f"are {len(chances)} for {len(values)} values"
        yield Trouble(("probabilities",), what, "write one for each value")
    elif min(chances) < 0:
        yield Trouble(("probabilities",), "has one below 0", "write shares that add to 100 %")
    elif abs(sum(chances) - 1) > _SAME:
        yield Trouble(("probabilities",), f"add to {sum(chances):.10g}", "make them add to 1")
    if list(values) != sorted(set(values)):
        yield Trouble(("values",), "do not rise from one to the next", "list each value once, the lowest first")
