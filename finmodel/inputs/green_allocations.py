"""Green allocations: which proceeds pay for which project in which year, what was measured, what is claimed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.green_projects import GHG
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["ALLOCATED", "Allocation", "Claim", "Result", "instruments"]

ALLOCATED = "allocated"
"""What a claim about money is called; any other names an indicator."""


def instruments(case: Any) -> Mapping[str, Any]:
    """What can be allocated of, by name: the facilities of a project, or the bonds of an issuance."""
    return {**getattr(case, "facilities", {}), **getattr(case, "bonds", {})}


def _unknown_year(case: Any, year: Figure) -> Iterable[Inconsistency]:
    years = case.grid().years
    if year.number not in years:
        what = f"{year.number:.0f} is outside the model"
        yield ("year",), what, f"give a year from {years.start} to {years.stop - 1}"


def _unknown_project(case: Any, project: str) -> Iterable[Inconsistency]:
    known = tuple(case.green.projects)
    if project not in known:
        yield (("project",), *not_there(project, known, "green.projects"))


def _unknown_indicator(
    case: Any, project: str, indicator: str, beside: tuple[str, ...] = ()
) -> Iterable[Inconsistency]:
    if project not in case.green.projects:
        return
    terms = case.green.projects[project]
    known = (*terms.indicators, *((GHG,) if terms.ghg else ()), *beside)
    if indicator not in known:
        yield (("indicator",), *not_there(indicator, known, f"green.projects.{project}"))


class Allocation(Block):
    """One entry under ``green.allocations``: money of one instrument that paid, or is to pay, for one project."""

    instrument: str = word("The facility or bond whose proceeds are allocated")
    project: str = word("The project under green.projects")
    year: Figure = figure("Calendar year of allocation", Unit.CALENDAR_YEAR, minimum=1900, maximum=2300, whole=True)
    amount: Figure | None = figure("Allocated", Unit.MONEY, default=None, minimum=0)
    share: Figure | None = figure(
        "Allocated, share of all that the instrument brings", Unit.SHARE, default=None, minimum=0, maximum=1,
        note="Instead of an amount: of an instrument whose amount the model finds.",
    )  # fmt: skip
    state: Literal["planned", "made"] = word("Planned, or made", default="planned")

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """No amount or two, names that the case does not have, a year outside the model."""
        if (self.amount is None) == (self.share is None):
            what = "is missing" if self.amount is None else "stands beside a share"
            yield ("amount",), what, "state amount or share, one of the two"
        known = tuple(instruments(case))
        if self.instrument not in known:
            yield (("instrument",), *not_there(self.instrument, known, "facilities or bonds"))
        yield from self._after_maturity(case)
        yield from _unknown_project(case, self.project)
        yield from _unknown_year(case, self.year)

    def _after_maturity(self, case: Any) -> Iterable[Inconsistency]:
        """A bond that is redeemed by then has no money left to allocate."""
        bond = getattr(case, "bonds", {}).get(self.instrument)
        if bond is not None and self.year.number > bond.maturity_date.day.year:
            what = f"is after {self.instrument} matures, on {bond.maturity_date.day}"
            yield ("year",), what, f"give a year up to {bond.maturity_date.day.year}, or another instrument"


class Result(Block):
    """One entry under ``green.results``: what was measured of one indicator in one year, for the whole project."""

    project: str = word("The project under green.projects")
    indicator: str = word("The indicator, or ghg", note="ghg: emissions avoided, t CO2e.")
    year: Figure = figure("Calendar year measured", Unit.CALENDAR_YEAR, minimum=1900, maximum=2300, whole=True)
    value: Figure = figure("Measured impact of the whole project", Unit.QUANTITY, minimum=-1e15)
    verified: bool = word("Verified by a third party", default=False)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Names that the case does not have, a year outside the model."""
        yield from _unknown_project(case, self.project)
        yield from _unknown_indicator(case, self.project, self.indicator)
        yield from _unknown_year(case, self.year)


class Claim(Block):
    """One entry under ``green.claims``: a number that a document of the issuer states, for a reviewer to compare."""

    document: Text = word("Which document states it")
    instrument: str | None = word("Of one instrument; of all if none is named", default=None)
    project: str | None = word("Of one project; of all if none is named", default=None)
    indicator: str = word("The indicator or its kind; ghg; or allocated")
    value: Figure = figure("What is stated", Unit.QUANTITY)
    per: Literal["year", "lifetime"] = word("A year, or over the lifetime", default="year")
    share: Literal["financed", "whole_project"] = word("The share financed, or the whole project", default="financed")

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Names that the case does not have."""
        known = tuple(instruments(case))
        if self.instrument is not None and self.instrument not in known:
            yield (("instrument",), *not_there(self.instrument, known, "facilities or bonds"))
        if self.project is not None:
            yield from _unknown_project(case, self.project)
            yield from _unknown_indicator(case, self.project, self.indicator, (ALLOCATED,))
            return
        projects = case.green.projects.values()
        kinds = {project.kind_of(name) for project in projects for name in project.indicators} | {ALLOCATED, GHG}
        if self.indicator not in kinds:
            yield (("indicator",), *not_there(self.indicator, tuple(sorted(kinds)), "the projects' indicators"))
