"""What a review looks at: the case as stated, the values of its model, and the screening of its projects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from finmodel.analysis.green.source import GHG_LABEL, GHG_UNIT, GreenSource, HasProceeds
from finmodel.analysis.taxonomy import Screening
from finmodel.inputs.emissions import Activity, Emissions
from finmodel.inputs.green_projects import GHG, EligibleProject
from finmodel.model.green.instrument_parts import impact_instance
from finmodel.model.green.project_parts import financed_instance
from finmodel.review import Told
from finmodel.units import Unit

__all__ = ["GHG_LABEL", "GHG_UNIT", "HasProceeds", "Material", "Paid"]

_EPOCH = date(1899, 12, 30)
_WHOLE_GHG = {"a_year": "ghg_a_year", "lifetime": "ghg_lifetime"}


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
class Material(GreenSource):
    """A case with its results and the screening of its projects, as the rules of a review see it."""

    screenings: Sequence[Screening] = ()

    def at_year_ends(self, line: str) -> dict[int, float]:
        """The value of a line at the end of the last period that begins in each calendar year: so allocations count."""
        values = zip(self.results.periods, self.results.series.get(line, ()), strict=False)
        return {period.start.year: value for period, value in values if value is not None}

    def day(self, line: str) -> date | None:
        """The day that a line tells."""
        serial = self.value(line)
        return None if serial is None else _EPOCH + timedelta(days=int(serial))

    @property
    def pairs(self) -> tuple[Paid, ...]:
        """Every instrument with every project that it pays for."""
        return tuple(Paid(instrument, project) for instrument, project in self.green.pairs)

    def named(self, project: str) -> Told:
        """A project, to be told by its label."""
        return Told(self.label(project))

    def instrument_named(self, instrument: str) -> Told:
        """An instrument, to be told by its label."""
        return Told(self.instrument_label(instrument))

    def whole(self, project: str, measure: str, per: str) -> float | None:
        """The impact of a whole project: ``a_year``, ``lifetime`` or ``in_all``."""
        if measure == GHG:
            return self.value(f"{project}.{_WHOLE_GHG.get(per, '')}")
        return self.value(f"{project}_{measure}.impact_{per}")

    def unchanged(self, project: str, measure: str) -> float | None:
        """The level of a measure that is the same in every period with and without a project; else nothing."""
        own = (f"{project}.ghg_rate_without", f"{project}.ghg_rate_with")
        if measure != GHG:
            own = (f"{project}_{measure}.level_without", f"{project}_{measure}.level_with")
        without, running = (self.results.series.get(line, ()) for line in own)
        same = bool(len(without)) and list(without) == list(running)
        return (without[0] or 0.0) if same else None

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

    def money(self, value: float, *, apart_from: float | None = None) -> Told:
        """An amount of money, shown with as many digits as tell it from another."""
        return Told(value, Unit.MONEY, apart_from=apart_from)
