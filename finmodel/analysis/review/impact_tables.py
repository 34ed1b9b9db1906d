"""Tables of record on impact: by project and instrument, what was measured, emission factors, and claims."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.analysis.review.allocation_tables import words
from finmodel.analysis.review.claim_rules import NATURES, claimed, nature, per_of, what_of, whose
from finmodel.analysis.review.emission_rules import factors
from finmodel.analysis.review.material import Material, Paid
from finmodel.inputs.green_allocations import ALLOCATED
from finmodel.inputs.green_projects import GHG
from finmodel.inputs.text import in_words
from finmodel.review import Cell, ReviewColumn, ReviewRow, ReviewTable
from finmodel.units import Unit

__all__ = ["impact_tables"]

_BY_SHARE = (
    "Financed: impact of the whole project × allocated ÷ total cost. An intensity is shown, and never shared out."
)


def impact_tables(m: Material) -> Iterator[ReviewTable]:
    """Impact ex ante, results ex post, factors and claims; of an annual report, the results of its year."""
    yield ReviewTable("impact", "Impact, expected", _IMPACT, [*_impact(m)], _BY_SHARE)
    yield ReviewTable("measured", "Impact, measured", _MEASURED, [*_measured(m)])
    yield ReviewTable("factors", "Emission factors", _FACTORS, [*_factors(m)])
    yield ReviewTable("claims", "What documents claim", _CLAIMS, [*_claims(m)])


_IMPACT = (
    words("project", "Project"),
    words("instrument", "Instrument"),
    ReviewColumn("signed_amount", "Signed amount", Unit.MONEY),
    ReviewColumn("financed_share", "Share of the cost financed", Unit.SHARE),
    ReviewColumn("eligible_share", "Eligible share", Unit.SHARE),
    ReviewColumn("lifetime_years", "Lifetime, years", Unit.YEARS),
    words("indicator", "Indicator"),
    words("unit", "Unit"),
    ReviewColumn("baseline", "Without the project"),
    ReviewColumn("with_project", "With the project"),
    ReviewColumn("whole_a_year", "Whole project, a year or in all"),
    ReviewColumn("whole_lifetime", "Whole project, lifetime"),
    ReviewColumn("financed_a_year", "Financed, a year or in all"),
    ReviewColumn("financed_lifetime", "Financed, lifetime"),
    words("basis", "Before or after the fact"),
    words("method", "Method"),
)
_MEASURED = (
    words("project", "Project"),
    ReviewColumn("year", "Year measured", Unit.CALENDAR_YEAR),
    words("indicator", "Indicator"),
    words("unit", "Unit"),
    ReviewColumn("expected", "Expected, whole project"),
    ReviewColumn("measured", "Measured, whole project"),
    ReviewColumn("financed", "Measured, share financed"),
    ReviewColumn("achieved", "Measured, of what is expected", Unit.SHARE),
    words("verified", "Verified by a third party"),
)
_FACTORS = (
    words("project", "Project"),
    words("place", "Place in the case"),
    ReviewColumn("factor", "Factor, kg CO2e a unit", Unit.NUMBER),
    words("as_of", "Year"),
    words("status", "Status"),
    words("source", "Source"),
    words("method", "Method"),
)
_CLAIMS = (
    words("document", "Document"),
    words("of", "Of"),
    words("indicator", "Indicator"),
    words("unit", "Unit"),
    words("per", "For"),
    words("share", "Whole project or share financed"),
    ReviewColumn("stated", "Stated"),
    ReviewColumn("model", "Model"),
    words("result", "Result"),
)


def _impact(m: Material) -> Iterator[ReviewRow]:
    for paid in m.pairs:
        for measure in m.measures(paid.project):
            yield _of_measure(m, paid, measure)


def _of_measure(m: Material, paid: Paid, measure: str) -> ReviewRow:
    terms, kind = m.green.projects[paid.project], m.kind(paid.project, measure)
    first = "in_all" if kind.counted == "in_all" else "a_year"
    return ReviewRow(
        (
            m.label(paid.project),
            m.instrument_label(paid.instrument),
            terms.signed_amount.number,
            m.value(f"{paid.instance}.share_of_cost"),
            terms.eligible_share.number,
            terms.lifetime_years.number,
            kind.label,
            kind.unit,
            *_levels(m, paid.project, measure),
            m.whole(paid.project, measure, first),
            m.whole(paid.project, measure, "lifetime"),
            m.financed(paid, measure, first),
            m.financed(paid, measure, "lifetime"),
            "Expected",
            _method(m, paid.project, measure),
        )
    )


def _levels(m: Material, project: str, measure: str) -> tuple[Cell, Cell]:
    """Without and with the project, a year."""
    terms = m.green.projects[project]
    if measure == GHG:
        years = terms.lifetime_years.number
        whole = (m.value(f"{project}.ghg_{side}_lifetime") for side in ("without", "with"))
        without, beside = (None if value is None else value / years for value in whole)
        return without, beside
    one = terms.indicators[measure]
    return None if one.baseline is None else one.baseline.number, one.with_project.number


def _method(m: Material, project: str, measure: str) -> str:
    terms = m.green.projects[project]
    if measure != GHG:
        return terms.indicators[measure].method or ""
    return in_words(terms.ghg.method) if terms.ghg is not None and terms.ghg.method else ""


def _measured(m: Material) -> Iterator[ReviewRow]:
    for name, one in m.green.results.items():
        if m.year is not None and one.year.number != m.year:
            continue
        kind = m.kind(one.project, one.indicator)
        words_of = (m.label(one.project), one.year.number, kind.label, kind.unit)
        numbers = (m.value(f"{name}.{line}") for line in ("expected", "measured", "measured_financed", "achieved"))
        yield ReviewRow((*words_of, *numbers, "Yes" if one.verified else "No"))


def _factors(m: Material) -> Iterator[ReviewRow]:
    for name, terms in m.projects():
        for path, one in m.sides(name):
            for below, found in factors(one):
                said = found.provenance
                method = in_words(terms.ghg.method) if terms.ghg is not None and terms.ghg.method else ""
                head = (m.label(name), f"{path}.{below}", found.number)
                yield ReviewRow((*head, said.as_of, said.status, said.source, method))


def _claims(m: Material) -> Iterator[ReviewRow]:
    for claim in m.green.claims.values():
        word, whole = nature(m, claim), claim.share == "whole_project"
        yield ReviewRow(
            (
                claim.document,
                ", ".join(whose(m, claim)),
                *what_of(m, claim),
                "In all" if claim.indicator == ALLOCATED else in_words(claim.per),
                in_words(claim.share),
                claim.value.number,
                claimed(m, claim, per_of(m, claim), whole=whole),
                NATURES[word],
            ),
            mark={"agrees": "good", "unknown": "open"}.get(word, "bad"),
        )
