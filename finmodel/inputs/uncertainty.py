"""Uncertainty: which figures of a case are not known and how they may come out, alone, over time and together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.changes import path_of
from finmodel.inputs.document import dotted
from finmodel.inputs.figure import FigureSpec, word
from finmodel.inputs.names import Named
from finmodel.inputs.number import BadValueError, parse_number
from finmodel.inputs.provenance import read_provenance
from finmodel.inputs.risks import NO_SHOCKS
from finmodel.inputs.sensitivity import mixed
from finmodel.inputs.sensitivity_moves import found_figures, unmovable
from finmodel.inputs.table import Provenance
from finmodel.inputs.trouble import Trouble, not_there
from finmodel.inputs.uncertainty_correlations import correlation_matrix, holds_together, nearest_in_digits
from finmodel.inputs.uncertainty_distributions import DistributionTerms, read_distribution
from finmodel.inputs.uncertainty_timing import too_late
from finmodel.units import Unit

__all__ = [
    "HURDLE", "CorrelationTerms", "EventTerms", "ProcessTerms", "Uncertainty", "VariableTerms", "moved_figures",
    "number_of", "provenance_of", "risks_of",
]  # fmt: skip

HURDLE = FigureSpec("Lowest return that is enough", Unit.RATE, minimum=-1.0, maximum=10.0)
_SOURCED = ("source", "as_of", "status", "note")
_SETTING = "to"
"""What sensitivity calls the way that is ``value`` here."""


class _Moved(Block):
    """What variables and processes have in common."""

    label: Text | None = word("What it is called in documents", default=None)
    figures: list[str] = word(
        "Paths of the figures that move together", note="With * for any one name: capex.*.overrun."
    )
    source: Any = word("Where the numbers come from", default=None)
    as_of: Any = word("When they were so: a day, month, quarter or year", default=None)
    status: Any = word("How far they can be trusted", default=None)
    note: Any = word("What a reader should know about them", default=None)

    def figure_problems(self, case: Any) -> Iterator[Inconsistency]:
        """Figures that are not there, or say how the deal is measured; a source that says nothing."""
        if not self.figures:
            yield ("figures",), "is empty", "name a figure, such as capex.*.overrun"
        for place, pattern in enumerate(self.figures):
            heading = str(path_of(pattern)[0])
            if heading in NO_SHOCKS:
                what = f"{heading} says how the deal is measured, not how it goes"
                yield ("figures", place), what, "name figures of the deal itself"
            elif not found_figures(case, pattern):
                yield (("figures", place), *unmovable(case, pattern))
        _, troubles = provenance_of(self)
        yield from _placed((), troubles)


class VariableTerms(_Moved):
    """One entry under ``variables``: drawn once in each scenario."""

    way: Literal["times", "add", "value"] = word("What is drawn: a factor, an amount to add, or the value itself")
    distribution: DistributionTerms = word("How it may come out")

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Figures that are not there or do not go together, and parameters that make no distribution."""
        yield from self.figure_problems(case)
        figures = moved_figures(case, self)
        problem = mixed(_SETTING if self.way == "value" else self.way, figures) if figures else None
        if any(named.spec.unit is Unit.DATE for named in figures):
            problem = "are dates, which are not drawn", "name the months or days beside them"
        if problem is not None:
            what, remedy = problem
            yield ("figures",), what, remedy.replace("use add or to", "use add or value")
        unit = Unit.SHARE if self.way == "times" or not figures else figures[0].spec.unit
        if self.way == "times" or figures:
            _, troubles = read_distribution(self.distribution, unit)
            yield from _placed(("distribution",), troubles)


class ProcessTerms(_Moved):
    """One entry under ``processes``: drawn anew for every year, or period, of figures that change over time."""

    type: Literal["geometric_brownian", "mean_reverting"] = word(
        "Kind: a factor that wanders off, or an amount that comes back to the plan"
    )
    way: Literal["times", "add"] | None = word(
        "What its path does: times, a factor; add, an amount, or of a factor what it is above 1", default=None
    )
    volatility: Any = word("Standard deviation of a year's shock: of the factor's logarithm, or of the amount")
    reversion: Any = word("How fast an amount comes back, a year: 0.7 halves it in a year", default=None)
    drift: Any = word("Growth a year of the factor's mean beyond the plan", default=None)
    first_year: int | None = word("First year that is uncertain; the one after close if none is stated", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Figures that are not there or do not change over time, and parameters that make no process."""
        yield from self.figure_problems(case)
        figures = moved_figures(case, self)
        yield from self._over_time(case, figures)
        reverts = self.type == "mean_reverting"
        if reverts and len({named.spec.unit for named in figures}) > 1:
            yield ("figures",), "are in different units, and no one amount fits them all", "write a process for each"
        yield from _number_problems("volatility", self.volatility, self.unit(figures), above=0)
        if reverts and self.reversion is None:
            yield (), "is mean_reverting and lacks reversion", "add reversion:, such as reversion: 0.5"
        elif not reverts and self.reversion is not None:
            yield ("reversion",), "is no parameter of geometric_brownian", "take it out, or write type: mean_reverting"
        elif reverts:
            yield from _number_problems("reversion", self.reversion, Unit.NUMBER, above=0)
        if reverts and self.way == "times":
            yield ("way",), "is times, and a mean_reverting path is an amount", "take it out"
        elif not reverts and self.way != "add" and figures and not any(_stated(figures)):
            what = "are all 0, and nothing times a factor is nothing"
            yield ("figures",), what, "write way: add, which adds what the factor is above 1"
        if reverts and self.drift is not None:
            yield ("drift",), "is no parameter of mean_reverting", "take it out: the amount comes back to the plan"
        elif self.drift is not None:
            yield from _number_problems("drift", self.drift, Unit.SHARE)

    @property
    def acts(self) -> str:
        """What the path does to its figures: ``times`` or ``add``."""
        return self.way or ("add" if self.type == "mean_reverting" else "times")

    def unit(self, figures: Iterable[Named]) -> Unit:
        """What the volatility is measured in."""
        units = [named.spec.unit for named in figures]
        return units[0] if units and self.type == "mean_reverting" else Unit.SHARE

    def _over_time(self, case: Any, figures: list[Named]) -> Iterator[Inconsistency]:
        yield from steady_problems(figures, "write a process for each")
        years = case.grid().years
        if self.first_year is not None and self.first_year not in years:
            what = f"{self.first_year} is not among the years {years.start} to {years.stop - 1}"
            yield ("first_year",), what, "write one of them"


class EventTerms(_Moved):
    """One entry under ``events``: happens once or not, at a time that is drawn, to figures that change over time."""

    way: Literal["times", "add", "value"] = word("While it lasts: a factor, an amount to add, or the value itself")
    size: Any = word("The factor, amount or value while it lasts")
    probability: Any = word("How likely it is to begin at all in these years", default=None)
    hazard: Any = word("How often a year it would begin", default=None)
    from_year: int | None = word("First year in which it can begin; the one after close if none", default=None)
    until_year: int | None = word("Last year in which it can begin; that of the last period if none", default=None)
    lasts: Any = word("Years that it lasts; for good if none are stated", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Figures that are not there or do not change over time; a probability, years or a size that cannot be."""
        yield from self.figure_problems(case)
        figures = moved_figures(case, self)
        yield from steady_problems(figures, "write an event for each")
        problem = mixed(_SETTING if self.way == "value" else self.way, figures) if figures else None
        if problem is not None:
            yield ("figures",), problem[0], problem[1].replace("use add or to", "use add or value")
        yield from _number_problems("size", self.size, self.unit(figures))
        if (self.probability is None) == (self.hazard is None):
            what = "states neither probability nor hazard" if self.hazard is None else "states probability and hazard"
            yield (), what, "state one: how likely it is in all, or how often a year"
        elif self.probability is not None:
            yield from _number_problems("probability", self.probability, Unit.SHARE, above=0, below=1)
        else:
            yield from _number_problems("hazard", self.hazard, Unit.SHARE, above=0)
        if self.lasts is not None:
            yield from _number_problems("lasts", self.lasts, Unit.NUMBER, above=0)
        yield from self._years(case)

    def unit(self, figures: Iterable[Named]) -> Unit:
        """What the size is measured in."""
        units = [named.spec.unit for named in figures]
        return Unit.SHARE if self.way == "times" or not units else units[0]

    def window(self, case: Any) -> tuple[int, int]:
        """The first and the last year in which it can begin."""
        years = case.grid().years
        first = years.start + 1 if self.from_year is None else self.from_year
        return first, years.stop - 1 if self.until_year is None else self.until_year

    def _years(self, case: Any) -> Iterator[Inconsistency]:
        years = case.grid().years
        stated = {"from_year": self.from_year, "until_year": self.until_year}
        wrong = [key for key, year in stated.items() if year is not None and year not in years]
        for key in wrong:
            yield (key,), f"{stated[key]} is not among the years {years.start} to {years.stop - 1}", "write one of them"
        first, last = self.window(case)
        if not wrong and first > last:
            yield (("until_year",) if self.until_year else ("from_year",)), f"{first} is after {last}", "swap them"


class CorrelationTerms(Block):
    """One entry under ``correlations``."""

    between: list[str] = word("Two variables, or two processes")
    rank: Any = word("Rank correlation (Spearman), between -1 and 1")


class Uncertainty(Block):
    """The heading ``uncertainty``."""

    hurdle: Any = word("Return on equity that is hoped for; the equity discount rate if none is stated", default=None)
    risks: Any = word("Risks of the register that may happen: all, or a list of their names", default="all")
    variables: dict[InstanceName, VariableTerms] = word("Figures drawn once", default={})
    processes: dict[InstanceName, ProcessTerms] = word("Figures drawn over time", default={})
    events: dict[InstanceName, EventTerms] = word("What happens or not, at some time", default={})
    correlations: list[CorrelationTerms] = word("What goes together", default=[])

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Risks that are not there, figures moved twice, correlations that are not there or contradict each other."""
        if self.hurdle is not None:
            yield from _placed(("hurdle",), HURDLE.read(self.hurdle)[1])
        yield from self._risks(case)
        for name in self.processes:
            if name in self.variables:
                yield ("processes", name), "is the name of a variable too", "choose another name"
        for name in self.events:
            if name in self.variables or name in self.processes or name in case.risks:
                yield ("events", name), "is the name of a variable, a process or a risk too", "choose another name"
        yield from self._moved_twice(case)
        yield from self._pairs(case)
        risks = [name for name in risks_of(case, self) if name in case.risks]
        yield from too_late(case, self.variables, risks)

    def _risks(self, case: Any) -> Iterator[Inconsistency]:
        if self.risks != "all" and not isinstance(self.risks, (list, tuple)):
            yield ("risks",), "is neither all nor a list", f"write risks: all, or risks: [{', '.join(case.risks)}]"
            return
        for place, name in enumerate(() if self.risks == "all" else self.risks):
            if name not in case.risks:
                yield (("risks", place), *not_there(str(name), tuple(case.risks), "risks"))
            elif not case.risks[name].set:
                yield ("risks", place), f"{name} moves no figure", "add set: to it, or take it out here"
            elif name in self.risks[:place]:
                yield ("risks", place), f"{name} stands there already", "take one of the two out"
        if not (self.variables or self.processes or self.events or risks_of(case, self)):
            yield (), "names nothing that is uncertain", "add variables:, processes:, events: or risks:"

    def _moved_twice(self, case: Any) -> Iterator[Inconsistency]:
        first: dict[str, str] = {}
        for heading in ("variables", "processes"):
            for name, terms in getattr(self, heading).items():
                for path in (dotted(named.path) for named in moved_figures(case, terms)):
                    if first.setdefault(path, name) != name:
                        what = f"moves {path}, which {first[path]} moves too"
                        yield (heading, name, "figures"), what, "leave each figure to one of them"
                        break

    def _pairs(self, case: Any) -> Iterator[Inconsistency]:
        ranks: dict[tuple[str, str], float] = {}
        known = (*self.variables, *self.processes)
        for place, terms in enumerate(self.correlations):
            problems = list(self._pair(case, terms, known, ranks))
            yield from ((("correlations", place, *path), what, remedy) for path, what, remedy in problems)
            if not problems:
                ranks[terms.between[0], terms.between[1]] = parse_number(terms.rank, Unit.SHARE)
        for names in (self.variables, self.processes):
            yield from _contradictions(names, ranks)

    def _begin_together(self, case: Any, names: list[str]) -> bool:
        """Whether processes are on the same grid: by year or by period alike, from the same year on."""
        grids = set()
        for terms in (self.processes[name] for name in names):
            periods = any(by_period(named) for named in moved_figures(case, terms))
            grids.add((periods, terms.first_year))
        return len(grids) == 1

    def _pair(
        self, case: Any, terms: CorrelationTerms, known: tuple[str, ...], ranks: Mapping[tuple[str, str], float]
    ) -> Iterator[Inconsistency]:
        names = terms.between
        if len(names) != 2 or names[0] == names[-1]:
            yield ("between",), "does not name two", "write between: [one, another]"
            return
        for place, name in enumerate(names):
            if name not in known:
                yield (("between", place), *not_there(name, known, "variables and processes"))
        if all(name in known for name in names) and (names[0] in self.variables) != (names[1] in self.variables):
            what = "joins a variable, drawn once, with a process, drawn every year"
            yield ("between",), what, "join two variables or two processes"
        if all(name in self.processes for name in names) and not self._begin_together(case, names):
            yield (
                ("between",),
                "are not drawn at the same times",
                "join processes of the same first_year, by year alike",
            )
        if (names[0], names[1]) in ranks or (names[1], names[0]) in ranks:
            yield ("between",), f"{names[0]} and {names[1]} are joined already", "take one of the two out"
        yield from _number_problems("rank", terms.rank, Unit.SHARE, above=-1, below=1)


def moved_figures(case: Any, terms: _Moved) -> list[Named]:
    """The figures of a variable or a process, each once."""
    found = {named.path: named for pattern in terms.figures for named in found_figures(case, pattern)}
    return list(found.values())


def over_time(named: Named) -> bool:
    """Whether a figure may have a value for every year or every period; one number then stands for all years."""
    return named.spec.series


def by_period(named: Named) -> bool:
    """Whether a figure is given for every period."""
    return isinstance(named.figure.value, tuple) and not named.figure.by_year


def steady_problems(figures: list[Named], each: str) -> Iterator[Inconsistency]:
    """Figures that do not change over time, or some by year and some by period."""
    steady = [named for named in figures if not over_time(named)]
    for named in steady[:1]:
        yield ("figures",), f"{dotted(named.path)} is one number and cannot vary over time", "move it by a variable"
    if not steady and len({by_period(named) for named in figures}) > 1:
        yield ("figures",), "are given by year and by period", each


def risks_of(case: Any, stated: Uncertainty | None) -> tuple[str, ...]:
    """The risks of the register that may happen: those that move figures, as far as they are named."""
    able = tuple(name for name, risk in case.risks.items() if risk.set)
    if stated is None or stated.risks == "all":
        return able
    return tuple(str(name) for name in stated.risks)


def provenance_of(terms: _Moved) -> tuple[Provenance, list[Trouble]]:
    """Where the numbers of a variable or process come from, and what is wrong with what is said of it."""
    raw = {key: value for key in _SOURCED if (value := getattr(terms, key)) is not None}
    troubles: list[Trouble] = []
    return read_provenance(raw, troubles), troubles


def number_of(raw: Any, unit: Unit, otherwise: float = 0.0) -> float:
    """A number that was found to be in order; another where none is stated."""
    return otherwise if raw is None else parse_number(raw, unit)


def _stated(figures: Iterable[Named]) -> Iterator[float]:
    return (number for named in figures for number in named.figure.numbers)


def _placed(below: tuple[str, ...], troubles: Iterable[Trouble]) -> Iterator[Inconsistency]:
    return (((*below, *each.path), each.what, each.remedy) for each in troubles)


def _number_problems(
    key: str, raw: Any, unit: Unit, *, above: float | None = None, below: float | None = None
) -> Iterator[Inconsistency]:
    try:
        number = parse_number(raw, unit)
    except BadValueError as error:
        yield (key,), error.what, error.remedy
        return
    if above is not None and number <= above:
        yield (key,), f"{number:.10g} is not above {above:g}", f"write a number above {above:g}"
    if below is not None and number >= below:
        yield (key,), f"{number:.10g} is not below {below:g}", f"write a number below {below:g}"


def _contradictions(names: Iterable[str], ranks: Mapping[tuple[str, str], float]) -> Iterator[Inconsistency]:
    """Correlations that cannot all hold, with the nearest ones that can."""
    joined = {pair: rank for pair, rank in ranks.items() if {*pair} <= {*names}}
    order = list(dict.fromkeys(name for pair in joined for name in pair))
    matrix = correlation_matrix(order, joined)
    if holds_together(matrix):
        return
    near = nearest_in_digits(matrix)
    said = "; ".join(
        f"{first} and {second} {near[row][column]:.2f}"
        for row, first in enumerate(order)
        for column, second in enumerate(order[:row])
        if abs(near[row][column]) >= 0.005 or matrix[row][column]
    )
    yield ("correlations",), f"cannot all hold together ({', '.join(order)})", f"the nearest that can: {said}"
