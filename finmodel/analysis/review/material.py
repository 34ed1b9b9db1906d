"""What a review looks at: the case as stated, the values of its model, and the screening of its projects."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Protocol

from finmodel.analysis.taxonomy import Screening
from finmodel.inputs.emissions import Activity, Emissions
from finmodel.inputs.green import Green
from finmodel.inputs.green_allocations import instruments
from finmodel.inputs.green_projects import GHG, EligibleProject
from finmodel.inputs.impact_indicators import IndicatorKind
from finmodel.inputs.taxonomy_evidence import TaxonomyEvidence
from finmodel.inputs.text import label_of
from finmodel.model.green.instrument_parts import impact_instance, proceeds_of
from finmodel.model.green.project_parts import financed_instance, kind_of
from finmodel.results import Results
from finmodel.review import Told
from finmodel.units import Unit

__all__ = ["GHG_LABEL", "GHG_UNIT", "HasProceeds", "Material", "Paid"]

_EPOCH = date(1899, 12, 30)
GHG_LABEL, GHG_UNIT = "GHG avoided", "t CO2e"
_WHOLE_GHG = {"a_year": "ghg_a_year", "lifetime": "ghg_lifetime"}


class HasProceeds(Protocol):
    """What a file must have to be reviewed: a project case and an issuance both do."""

    @property
    def green(self) -> Green | None:
        """The heading ``green``."""

    @property
    def emissions(self) -> Mapping[str, Emissions]:
        """The heading ``emissions``."""

    @property
    def taxonomy(self) -> Mapping[str, TaxonomyEvidence]:
        """The heading ``taxonomy``."""


@dataclass(frozen=True, slots=True)
class Paid:
    """An instrument with a project that it pays for, and the instance of the model that says how much."""

    instrument: str
    project: str

    @property
    def instance(self) -> str:
        """The instance of the pair."""
        return financed_instance(self.instrument, self.project)


@dataclass(frozen=True, slots=True)
class Material:
    """A case with its results, as the rules of a review see it."""

    case: HasProceeds
    green: Green
    results: Results
    screenings: Sequence[Screening] = ()
    year: int | None = None

    def value(self, line: str) -> float | None:
        """The value of a scalar line; ``None`` where it is blank, or the model has no such line."""
        return self.results.values.get(line)

    def at_year_ends(self, line: str) -> dict[int, float]:
        """The value of a line at the end of the last period that begins in each calendar year: so allocations count."""
        values = zip(self.results.periods, self.results.series.get(line, ()), strict=False)
        return {period.start.year: value for period, value in values if value is not None}

    def in_years(self, line: str) -> dict[int, float]:
        """The sum of a line over the periods that begin in each calendar year."""
        found: dict[int, float] = {}
        for period, value in zip(self.results.periods, self.results.series.get(line, ()), strict=False):
            found[period.start.year] = found.get(period.start.year, 0.0) + (value or 0.0)
        return found

    def day(self, line: str) -> date | None:
        """The day that a line tells."""
        serial = self.value(line)
        return None if serial is None else _EPOCH + timedelta(days=int(serial))

    @property
    def instruments(self) -> tuple[str, ...]:
        """The labelled instruments, in the order of the model."""
        begins = proceeds_of("")
        lines = (line.instance for line in self.results.graph.lines.values() if line.name.endswith(".proceeds_total"))
        return tuple(name.removeprefix(begins) for name in lines if name.startswith(begins))

    @property
    def pairs(self) -> tuple[Paid, ...]:
        """Every instrument with every project that it pays for."""
        return tuple(Paid(instrument, project) for instrument, project in self.green.pairs)

    def of_proceeds(self, instrument: str, line: str) -> float | None:
        """The value of a line of an instrument's proceeds."""
        return self.value(f"{proceeds_of(instrument)}.{line}")

    def label(self, project: str) -> str:
        """What a project is called."""
        return label_of(project, self.green.projects[project])

    def instrument_label(self, instrument: str) -> str:
        """What an instrument is called."""
        return label_of(instrument, instruments(self.case).get(instrument))

    def named(self, project: str) -> Told:
        """A project, to be told by its label."""
        return Told(self.label(project))

    def instrument_named(self, instrument: str) -> Told:
        """An instrument, to be told by its label."""
        return Told(self.instrument_label(instrument))

    def measures(self, project: str) -> Iterator[str]:
        """The emissions that a project avoids, if it says so, and its indicators, by name."""
        terms = self.green.projects[project]
        yield from ((GHG,) if terms.ghg is not None else ())
        yield from terms.indicators

    def kind(self, project: str, measure: str) -> IndicatorKind:
        """What is known of a measure of a project."""
        if measure == GHG:
            return IndicatorKind(GHG_LABEL, GHG_UNIT, "less")
        return kind_of(self.green.projects[project], measure)

    def whole(self, project: str, measure: str, per: str) -> float | None:
        """The impact of a whole project: ``a_year``, ``lifetime`` or ``in_all``."""
        if measure == GHG:
            return self.value(f"{project}.{_WHOLE_GHG.get(per, '')}")
        return self.value(f"{project}_{measure}.impact_{per}")

    def financed(self, paid: Paid, measure: str, per: str) -> float | None:
        """The share of it that an instrument finances."""
        return self.value(f"{paid.instance}_{measure}.impact_{per}")

    def financed_by(self, instrument: str, group: str, line: str) -> float | None:
        """What an instrument finances of one kind in all its projects."""
        return self.value(f"{impact_instance(instrument, group)}.{line}")

    def emitted(self, project: str) -> Emissions | None:
        """The item under emissions that a project names."""
        terms = self.green.projects[project]
        return self.case.emissions.get(terms.ghg.emissions) if terms.ghg is not None else None

    def sides(self, project: str) -> Iterator[tuple[str, Activity]]:
        """The sides of that item which are stated, each with its path in the case."""
        terms, item = self.green.projects[project], self.emitted(project)
        if terms.ghg is None or item is None:
            return
        for side in ("without_project", "with_project"):
            one: Activity | None = getattr(item, side)
            if one is not None:
                yield f"emissions.{terms.ghg.emissions}.{side}", one

    def projects(self) -> Iterator[tuple[str, EligibleProject]]:
        """Every eligible project with its name."""
        yield from self.green.projects.items()

    def money(self, value: float) -> Told:
        """An amount of money."""
        return Told(value, Unit.MONEY)
