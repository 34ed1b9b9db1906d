"""Which sections the heading green is made of, beside the deal of a project case or of an issuance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

from finmodel.expr.section import Part
from finmodel.inputs.emissions import Emissions
from finmodel.inputs.green import Green
from finmodel.inputs.green_allocations import Result, instruments
from finmodel.inputs.green_projects import GHG, EligibleProject
from finmodel.inputs.project import Project
from finmodel.inputs.text import label_of
from finmodel.model.emission_parts import emission_rate_parts
from finmodel.model.green.allocation import calendar
from finmodel.model.green.instrument_parts import Instrument, allocation_parts, instrument_parts, millions
from finmodel.model.green.project_parts import kind_of, project_parts
from finmodel.model.green.result import expectation, flow_of_the_year, result
from finmodel.model.green.totals import gases_totals, green_totals, placement

__all__ = ["HasGreen", "green_parts"]


class HasGreen(Protocol):
    """What a file must have for it: a project case and an issuance both do."""

    @property
    def green(self) -> Green | None:
        """The heading ``green``."""

    @property
    def emissions(self) -> Mapping[str, Emissions]:
        """The heading ``emissions``."""

    @property
    def project(self) -> Project:
        """The heading ``project``."""


def green_parts(case: HasGreen, parts: Iterable[Part], *, operates: bool) -> Iterable[Part]:
    """Nothing without the heading ``green``. ``parts`` are those that say what instruments bring.

    ``operates``: whether the case has an operation of its own. Otherwise every project operates by its own date, and
    what is emitted a year is defined here.
    """
    green = case.green
    if green is None:
        return
    if not operates:
        yield from emission_rate_parts(case.emissions)
    yield calendar.part()
    for name in green.projects:
        yield from project_parts(green, name, case.emissions)
    yield from allocation_parts(green)
    for instrument in _labelled(case, green, parts):
        yield from instrument_parts(green, instrument, case.emissions, millions(case.project.money))
    yield from _results(green)
    with_gases = any(one.ghg is not None for one in green.projects.values())
    yield green_totals.part(*([gases_totals] if with_gases else []))
    for name, one in green.management.placements.items():
        yield placement.instance(name, label=label_of(name, one))


def _labelled(case: HasGreen, green: Green, parts: Iterable[Part]) -> Iterable[Instrument]:
    """The instruments with the line that says what each brings; of one without a label, what is drawn or issued."""
    tagged = {
        part.instance: f"{part.instance}.{definition.name}"
        for part in parts
        for definition in part.definitions
        if _word(part, definition.tags.get("proceeds")) == "green"
    }
    known = instruments(case)
    bonds = getattr(case, "bonds", {})
    plain = {name: f"{name}.{'proceeds' if name in bonds else 'drawdown'}" for name in green.instruments}
    for name, line in (plain | tagged).items():
        issued = "" if name not in bonds else f"{name}.issue_date" if bonds[name].issue_date else "issue_date"
        yield Instrument(name, label_of(name, known.get(name)), line, issued)


def _word(part: Part, tag: str | None) -> str | None:
    """What a tag says in a part: the word that stands for a role, or the tag itself."""
    return part.roles.get(tag, tag) if tag else tag


def _results(green: Green) -> Iterable[Part]:
    for name, one in green.results.items():
        links = {key: f"{one.project}.{key}" for key in ("allocated_so_far", "total_cost", "first_year_share")}
        terms = green.projects[one.project]
        sections = []
        if one.indicator == GHG or terms.indicators[one.indicator].baseline is not None:
            sections = [expectation, *([flow_of_the_year] if _flows(one, terms) else [])]
            links |= _expected(name, one, terms)
        label = f"{label_of(one.project, terms)}, {one.year.number:.0f}"
        yield result.instance(name, *sections, label=label, links=links)


def _expected(name: str, one: Result, terms: EligibleProject) -> Mapping[str, str]:
    """What a flow adds up to in the year; of anything else, what is there at its end."""
    if not _flows(one, terms):
        return {"whole_impact": f"{one.project}_{one.indicator}.gained", "expected_share": f"{name}.measured_end_flag"}
    flow = "ghg_avoided" if one.indicator == GHG else "impact"
    own = one.project if one.indicator == GHG else f"{one.project}_{one.indicator}"
    return {"whole_impact": f"{own}.{flow}", "expected_share": f"{name}.measured_share"}


def _flows(one: Result, terms: EligibleProject) -> bool:
    """Whether what was measured is a flow of the year, as gases are."""
    return one.indicator == GHG or kind_of(terms, one.indicator).counted == "a_year"
