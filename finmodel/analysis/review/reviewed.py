"""A review put together: material, components, findings and tables of one case with its results."""

from __future__ import annotations

from collections.abc import Mapping

from finmodel.analysis.green.tables import green_tables
from finmodel.analysis.review.components import components
from finmodel.analysis.review.evidence_tables import evidence_tables
from finmodel.analysis.review.findings import findings
from finmodel.analysis.review.material import HasProceeds, Material
from finmodel.analysis.review.screening_tables import screening_tables
from finmodel.analysis.taxonomy import screenings
from finmodel.errors import UsageError
from finmodel.inputs.taxonomy import Taxonomy
from finmodel.results import Results
from finmodel.review import Review, TaxonomyUsed

__all__ = ["review_of"]


def review_of(
    case: HasProceeds, results: Results, taxonomies: Mapping[str, Taxonomy], *, year: int | None = None
) -> Review:
    """The review of a case as computed; of an annual report, for its year.

    Raises ``UsageError`` where the case has nothing to review, or the year is outside its model.
    """
    if case.green is None:
        raise UsageError(f"{results.name} has no heading green: there is nothing to review; see docs/green.md")
    known = {period.start.year for period in results.periods}
    if year is not None and year not in known:
        raise UsageError(
            f"{year} is outside the model of {results.name}; give a year from {min(known)} to {max(known)}"
        )
    screened = screenings(case.green, case.taxonomy.values(), taxonomies)
    material = Material(case, case.green, results, year, screened)
    others = (*evidence_tables(material), *screening_tables(material))
    named = dict.fromkeys(one.taxonomy for one in screened)
    return Review(
        results=results,
        label=case.green.label,
        components=components(material),
        findings=findings(material),
        tables={**green_tables(case, results, year=year), **{table.key: table for table in others if table.rows}},
        taxonomies=tuple(_used(taxonomies[name]) for name in named if name in taxonomies),
        year=year,
    )


def _used(taxonomy: Taxonomy) -> TaxonomyUsed:
    rows = taxonomy.criteria
    unverified = sum(not row.verified for row in rows)
    return TaxonomyUsed(taxonomy.name, taxonomy.file, taxonomy.versions, len(rows), unverified)
