"""Tables of evidence: what was measured against what is expected, emission factors, and what documents claim."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.analysis.green.source import words
from finmodel.analysis.review.claim_rules import NATURES, claimed, nature, per_of, what_of, whose
from finmodel.analysis.review.emission_rules import factors
from finmodel.analysis.review.material import Material
from finmodel.inputs.green_allocations import ALLOCATED
from finmodel.inputs.text import in_words
from finmodel.review import ReviewColumn, ReviewRow, ReviewTable
from finmodel.units import Unit

__all__ = ["evidence_tables"]


def evidence_tables(m: Material) -> Iterator[ReviewTable]:
    """Results, factors and claims; of an annual report, the results of its year."""
    yield ReviewTable("measured", "Impact, measured", _MEASURED, [*_measured(m)])
    yield ReviewTable("factors", "Emission factors", _FACTORS, [*_factors(m)])
    yield ReviewTable("claims", "What documents claim", _CLAIMS, [*_claims(m)])


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
                year = said.as_of if one.factor_year is None else f"{one.factor_year.number:.0f}"
                yield ReviewRow((*head, year, said.status, said.source, method))


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
