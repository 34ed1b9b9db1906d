"""What a case states of uncertainty, as plain records with numbers for an analysis, its defaults filled in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from finmodel.inputs.document import dotted
from finmodel.inputs.table import Provenance
from finmodel.inputs.text import Text, label_of
from finmodel.inputs.uncertainty import (
    HURDLE,
    EventTerms,
    ProcessTerms,
    Uncertainty,
    VariableTerms,
    moved_figures,
    number_of,
    provenance_of,
    risks_of,
)
from finmodel.inputs.uncertainty_distributions import StatedDistribution, read_distribution
from finmodel.units import Unit

__all__ = ["StatedEvent", "StatedProcess", "StatedRisk", "StatedUncertainty", "StatedVariable", "stated_uncertainty"]


@dataclass(frozen=True, slots=True)
class StatedVariable:
    """Figures that take one draw together in each scenario."""

    name: str
    label: Text
    figures: tuple[str, ...]
    way: str
    """``times``, ``add`` or ``value``."""
    distribution: StatedDistribution
    unit: Unit
    """Of what is drawn: a factor where the way is ``times``, else the unit of the figures."""
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class StatedProcess:
    """Figures that are drawn anew for every year or period; rates of change are a year's."""

    name: str
    label: Text
    figures: tuple[str, ...]
    type: str
    """``geometric_brownian``: a factor of mean 1 (times its drift); ``mean_reverting``: an amount of mean 0."""
    way: str
    """``times``, or ``add``: of a factor, what it is above 1."""
    volatility: float
    reversion: float
    drift: float
    first_year: int | None
    unit: Unit
    """Of the volatility."""
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class StatedEvent:
    """Something that happens once or not, at a time that is drawn, and what it does to its figures while it lasts."""

    name: str
    label: Text
    figures: tuple[str, ...]
    way: str
    """``times``, ``add`` or ``value``."""
    size: float
    probability: float | None
    """That it begins at all; ``None`` where a hazard is stated."""
    hazard: float | None
    first_year: int
    """It begins in this year or later, until the end of the last one."""
    last_year: int
    lasts: float | None
    """Years; ``None`` for good."""
    unit: Unit
    """Of the size."""
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class StatedRisk:
    """A risk of the register that happens or does not; its changes by the path they are written under."""

    name: str
    label: Text
    probability: float
    changes: tuple[tuple[str, str], ...]
    """Each key of its ``set`` with its way: ``times``, ``add`` or ``value``."""
    provenance: Provenance = field(default_factory=Provenance)


@dataclass(frozen=True, slots=True)
class StatedUncertainty:
    """All that is uncertain in a case."""

    hurdle: float
    hurdle_is_stated: bool
    variables: tuple[StatedVariable, ...] = ()
    processes: tuple[StatedProcess, ...] = ()
    risks: tuple[StatedRisk, ...] = ()
    events: tuple[StatedEvent, ...] = ()
    correlations: tuple[tuple[str, str, float], ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is uncertain."""
        return not (self.variables or self.processes or self.risks or self.events)


def stated_uncertainty(case: Any) -> StatedUncertainty:
    """What a case that is in order states; without the heading, the risks of its register alone."""
    stated: Uncertainty = case.uncertainty or Uncertainty()
    hurdle = HURDLE.read(stated.hurdle)[0].number if stated.hurdle is not None else None
    return StatedUncertainty(
        hurdle=case.valuation.equity_discount_rate.number if hurdle is None else hurdle,
        hurdle_is_stated=hurdle is not None,
        variables=tuple(_variable(case, name, terms) for name, terms in stated.variables.items()),
        processes=tuple(_process(case, name, terms) for name, terms in stated.processes.items()),
        risks=tuple(_risk(case, name) for name in risks_of(case, stated)),
        events=tuple(_event(case, name, terms) for name, terms in stated.events.items()),
        correlations=tuple((e.between[0], e.between[1], number_of(e.rank, Unit.SHARE)) for e in stated.correlations),
    )


def _variable(case: Any, name: str, terms: VariableTerms) -> StatedVariable:
    figures = moved_figures(case, terms)
    read_as = Unit.SHARE if terms.way == "times" else figures[0].spec.unit
    distribution, _ = read_distribution(terms.distribution, read_as)
    assert distribution is not None
    unit = Unit.NUMBER if terms.way == "times" else read_as
    paths = tuple(dotted(named.path) for named in figures)
    return StatedVariable(name, _label(name, terms), paths, terms.way, distribution, unit, provenance_of(terms)[0])


def _process(case: Any, name: str, terms: ProcessTerms) -> StatedProcess:
    figures = moved_figures(case, terms)
    unit = terms.unit(figures)
    return StatedProcess(
        name=name,
        label=_label(name, terms),
        figures=tuple(dotted(named.path) for named in figures),
        type=terms.type,
        way=terms.acts,
        volatility=number_of(terms.volatility, unit),
        reversion=number_of(terms.reversion, Unit.NUMBER),
        drift=number_of(terms.drift, Unit.SHARE),
        first_year=terms.first_year,
        unit=unit,
        provenance=provenance_of(terms)[0],
    )


def _event(case: Any, name: str, terms: EventTerms) -> StatedEvent:
    figures = moved_figures(case, terms)
    unit = terms.unit(figures)
    first, last = terms.window(case)
    return StatedEvent(
        name=name,
        label=_label(name, terms),
        figures=tuple(dotted(named.path) for named in figures),
        way=terms.way,
        size=number_of(terms.size, unit),
        probability=None if terms.probability is None else number_of(terms.probability, Unit.SHARE),
        hazard=None if terms.hazard is None else number_of(terms.hazard, Unit.SHARE),
        first_year=first,
        last_year=last,
        lasts=None if terms.lasts is None else number_of(terms.lasts, Unit.NUMBER),
        unit=Unit.NUMBER if terms.way == "times" else unit,
        provenance=provenance_of(terms)[0],
    )


def _risk(case: Any, name: str) -> StatedRisk:
    risk = case.risks[name]
    given = risk.probability
    return StatedRisk(name, _label(name, risk), given.number, tuple(_ways(risk.set)), given.provenance)


def _ways(changes: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """The way of each change; a shift in time sets what it shifts."""
    for key, raw in changes.items():
        way = next(iter(raw)) if isinstance(raw, dict) and len(raw) == 1 else ""
        yield key, way if way in ("times", "add") else "value"


def _label(name: str, block: object) -> Text:
    label = label_of(name, block)
    return label if isinstance(label, Text) else Text(label)
