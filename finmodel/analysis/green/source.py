"""What green tables read: the case as stated, and the values of its lines by calendar year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from finmodel.inputs.emissions import Emissions
from finmodel.inputs.green import Green
from finmodel.inputs.green_allocations import instruments
from finmodel.inputs.green_projects import GHG
from finmodel.inputs.impact_indicators import IndicatorKind
from finmodel.inputs.taxonomy_evidence import TaxonomyEvidence
from finmodel.inputs.text import label_of
from finmodel.model.green.instrument_parts import proceeds_of
from finmodel.model.green.project_parts import kind_of
from finmodel.results import Results
from finmodel.review import ReviewColumn, Sentence, Told

__all__ = ["FLOW", "GHG_LABEL", "GHG_UNIT", "GreenSource", "HasProceeds", "listed", "words"]

GHG_LABEL, GHG_UNIT = "GHG avoided", "t CO2e"
FLOW = "a_year"
"""How a flow of each year is counted."""


class HasProceeds(Protocol):
    """What a file must have: a project case and an issuance both do."""

    @property
    def green(self) -> Green | None:
        """The heading ``green``."""

    @property
    def emissions(self) -> Mapping[str, Emissions]:
        """The heading ``emissions``."""

    @property
    def taxonomy(self) -> Mapping[str, TaxonomyEvidence]:
        """The heading ``taxonomy``."""


def listed(said: tuple[str, ...]) -> Sentence | str:
    """Several words in a row, each of which documents translate."""
    return Sentence("%(words)s", {"words": Told(said)}) if said else ""


def words(key: str, label: str) -> ReviewColumn:
    """A column of words."""
    return ReviewColumn(key, label, holds_words=True)


@dataclass(frozen=True, slots=True)
class GreenSource:
    """A case with its results, as green tables read them."""

    case: HasProceeds
    green: Green
    results: Results
    year: int | None = None
    """The year of an annual report; ``None`` for the whole life."""

    def value(self, line: str) -> float | None:
        """The value of a scalar line; nothing where it is blank, or the model has no such line."""
        return self.results.values.get(line)

    def figure(self, name: str) -> float:
        """A number of the case as it was run, a scenario's changes included; of several the first."""
        value = self.results.inputs[name].value
        return value[0] if isinstance(value, tuple) else value

    def in_years(self, line: str) -> Mapping[int, float]:
        """The sum of a line over the periods that begin in each calendar year; nothing where there is no such line."""
        found: dict[int, float] = {}
        for period, value in zip(self.results.periods, self.results.series.get(line, ()), strict=False):
            found[period.start.year] = found.get(period.start.year, 0.0) + (value or 0.0)
        return found

    def in_operation(self, line: str, project: str, year: int) -> float:
        """What a flow of a project comes to in a calendar year, each period split by its days of operation."""
        found = 0.0
        values, shares = (self.results.series.get(name, ()) for name in (line, f"{project}.first_year_share"))
        for period, value, share in zip(self.results.periods, values, shares, strict=False):
            if period.start.year == year:
                found += (value or 0.0) * (share or 0.0)
            elif period.start.year == year - 1:
                found += (value or 0.0) * (1 - (share or 0.0))
        return found

    def at_ends(self, line: str) -> Mapping[int, float]:
        """The value of a line in the last period that begins in each calendar year."""
        values = zip(self.results.periods, self.results.series.get(line, ()), strict=False)
        return {period.start.year: value or 0.0 for period, value in values}

    @property
    def instruments(self) -> tuple[str, ...]:
        """The labelled instruments, in the order of the model."""
        found = (line.instance for line in self.results.graph.lines.values() if line.section == "green_proceeds")
        return tuple(dict.fromkeys(name.removeprefix(proceeds_of("")) for name in found))

    def of_proceeds(self, instrument: str, line: str) -> float | None:
        """The value of a line of an instrument's proceeds."""
        return self.value(f"{proceeds_of(instrument)}.{line}")

    def instrument_label(self, instrument: str) -> str:
        """What an instrument is called."""
        return label_of(instrument, instruments(self.case).get(instrument))

    def label(self, project: str) -> str:
        """What a project is called."""
        return label_of(project, self.green.projects[project])

    def measures(self, project: str) -> Iterator[str]:
        """The gases that a project avoids, if it says so, and its indicators, by name."""
        terms = self.green.projects[project]
        yield from ((GHG,) if terms.ghg is not None else ())
        yield from terms.indicators

    def kind(self, project: str, measure: str) -> IndicatorKind:
        """What is known of a measure of a project."""
        if measure == GHG:
            return IndicatorKind(GHG_LABEL, GHG_UNIT, "less")
        return kind_of(self.green.projects[project], measure)
