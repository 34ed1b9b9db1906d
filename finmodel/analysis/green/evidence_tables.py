"""Tables of evidence: what was measured against what is expected, emission factors, and what documents claim."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.analysis.green.impact_tables import METHODS
from finmodel.analysis.green.source import FLOW, GreenSource, words_of
from finmodel.inputs.figure import Figure
from finmodel.inputs.green_allocations import ALLOCATED, Claim, Result
from finmodel.inputs.green_projects import GHG
from finmodel.model.green.instrument_parts import measure_group
from finmodel.model.green.project_parts import financed_instance
from finmodel.review import ReviewColumn, ReviewRow, ReviewTable
from finmodel.units import Unit

__all__ = ["claimed_in_the_model", "evidence_tables"]

_SIDES = {"without_project": "Without the project", "with_project": "With the project"}
_PER = {"year": "A year", "lifetime": "Over the lifetime"}
_SHARES = {"financed": "Share financed", "whole_project": "Whole project"}

_MEASURED = (
    *words_of(("project", "Project"), ("indicator", "Indicator"), ("unit", "Unit")),
    ReviewColumn("year", "Year", Unit.CALENDAR_YEAR),
    ReviewColumn("measured", "Measured, whole project"),
    ReviewColumn("expected", "Expected, whole project"),
    ReviewColumn("achieved", "Measured ÷ expected", Unit.SHARE),
    ReviewColumn("measured_financed", "Measured, share financed"),
    *words_of(("verified", "Verified")),
)
_FACTORS = (
    *words_of(("project", "Project"), ("item", "Item of emissions"), ("side", "Side"), ("method", "Method")),
    ReviewColumn("factor", "Factor, kg CO2e a unit", Unit.NUMBER),
    ReviewColumn("low", "Low", Unit.NUMBER),
    ReviewColumn("high", "High", Unit.NUMBER),
    ReviewColumn("decline", "Fall a year", Unit.RATE),
    ReviewColumn("losses", "Losses", Unit.SHARE),
    *words_of(("year", "As of"), ("status", "Status"), ("source", "Source")),
)
_CLAIMS = (
    *words_of(
        ("document", "Document"), ("instrument", "Instrument"), ("project", "Project"), ("indicator", "Indicator")
    ),
    *words_of(("per", "Counted"), ("share", "Of")),
    ReviewColumn("claimed", "Claimed"),
    ReviewColumn("modelled", "In the model"),
    ReviewColumn("difference", "Claimed, over the model", Unit.SHARE),
)


def evidence_tables(source: GreenSource) -> Iterator[ReviewTable]:
    """Measured results, emission factors and claims."""
    results = tuple(_measured(source, name, one) for name, one in source.green.results.items() if _shown(source, one))
    yield ReviewTable("measured", "Measured results", _MEASURED, results)
    yield ReviewTable("factors", "Emission factors", _FACTORS, tuple(_factors(source)))
    yield ReviewTable("claims", "Claims of documents", _CLAIMS, tuple(_claims(source)))


def _shown(source: GreenSource, one: Result) -> bool:
    return source.year is None or one.year.number <= source.year


def _measured(source: GreenSource, name: str, one: Result) -> ReviewRow:
    kind = source.kind(one.project, one.indicator)
    values = (source.value(f"{name}.{line}") for line in ("measured", "expected", "achieved", "measured_financed"))
    return ReviewRow(
        (
            source.project_label(one.project),
            kind.label,
            kind.unit,
            one.year.number,
            *values,
            "Yes" if one.verified else "No",
        )
    )


def _factors(source: GreenSource) -> Iterator[ReviewRow]:
    for project, terms in source.green.projects.items():
        for item, side, one in source.sides(project):
            method = terms.ghg.method if terms.ghg else None
            stated = one.factor or (one.combined_margin.operating if one.combined_margin else None)
            factor = one.combined_margin.factor if one.combined_margin else one.factor.number if one.factor else None
            ends = (None if end is None else end.number for end in (one.factor_low, one.factor_high))
            yield ReviewRow(
                (
                    source.project_label(project),
                    item,
                    _SIDES[side],
                    METHODS.get(method or "", ""),
                    factor,
                    *ends,
                    one.factor_decline.number,
                    one.losses.number,
                    *_provenance(stated),
                )
            )


def _provenance(stated: Figure | None) -> tuple[str, str, str]:
    """As of when, how far it can be trusted, and where it comes from."""
    origin = stated.provenance if stated else None
    return (origin.as_of, origin.status, origin.source) if origin else ("", "", "")


def _claims(source: GreenSource) -> Iterator[ReviewRow]:
    for one in source.green.claims.values():
        modelled = claimed_in_the_model(source, one)
        over = one.value.number / modelled - 1 if modelled else None
        label = "Allocated" if one.indicator == ALLOCATED else _indicator_label(source, one)
        yield ReviewRow(
            (
                one.document,
                source.instrument_label(one.instrument) if one.instrument else "",
                source.project_label(one.project) if one.project else "",
                label,
                "" if one.indicator == ALLOCATED else _PER[one.per],
                _SHARES[one.share],
                one.value.number,
                modelled,
                over,
            )
        )


def _indicator_label(source: GreenSource, one: Claim) -> str:
    for project in (one.project,) if one.project else source.green.projects:
        for measure in source.measures(project):
            if one.indicator in (measure, measure_group(source.green.projects[project], measure)):
                kind = source.kind(project, measure)
                return f"{kind.label}, {kind.unit}"
    return one.indicator


def claimed_in_the_model(source: GreenSource, one: Claim) -> float | None:
    """What the model has for what a document claims: the same instruments, projects, share and span of time."""
    pairs = [
        (instrument, project)
        for instrument, project in source.green.pairs
        if one.instrument in (None, instrument) and one.project in (None, project)
    ]
    if one.indicator == ALLOCATED:
        return sum(source.value(f"{financed_instance(*pair)}.allocated_in_all") or 0.0 for pair in pairs)
    projects = list(dict.fromkeys(project for _, project in pairs))
    if one.share == "whole_project":
        wanted = [one.project] if one.project else projects or list(source.green.projects)
        found = [_claimed(source, project, "", one) for project in wanted]
    else:
        found = [
            _claimed(source, project, financed_instance(instrument, project), one) for instrument, project in pairs
        ]
    known = [value for value in found if value is not None]
    return sum(known) if known else None


def _claimed(source: GreenSource, project: str, pair: str, one: Claim) -> float | None:
    """One project's part, whole or financed; nothing where it has no such indicator."""
    values = []
    for measure in source.measures(project):
        if one.indicator not in (measure, measure_group(source.green.projects[project], measure)):
            continue
        counted = source.kind(project, measure).counted
        per = counted if counted != FLOW else {"year": "a_year", "lifetime": "lifetime"}[one.per]
        if pair:
            values.append(source.value(f"{pair}_{measure}.impact_{per}"))
        else:
            values.append(
                source.value(f"{project}.ghg_{per}" if measure == GHG else f"{project}_{measure}.impact_{per}")
            )
    known = [value for value in values if value is not None]
    return sum(known) if known else None
