"""A review put together: material, components, findings and tables of one case with its results."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from finmodel.analysis.green.tables import green_tables
from finmodel.analysis.review.components import components
from finmodel.analysis.review.evidence_tables import evidence_tables
from finmodel.analysis.review.findings import findings, in_order, linked_findings
from finmodel.analysis.review.linked_components import linked_components
from finmodel.analysis.review.linked_material import LinkedMaterial, is_linked
from finmodel.analysis.review.linked_tables import linked_tables
from finmodel.analysis.review.material import HasProceeds, Material
from finmodel.analysis.review.screening_tables import screening_tables
from finmodel.analysis.taxonomy import screenings
from finmodel.errors import UsageError
from finmodel.inputs.green import Green
from finmodel.inputs.taxonomy import Taxonomy
from finmodel.results import Results
from finmodel.review import Review, TaxonomyUsed

__all__ = ["review_of"]


def review_of(
    case: HasProceeds, results: Results, taxonomies: Mapping[str, Taxonomy], *, year: int | None = None
) -> Review:
    """The review of a case as computed; of an annual report, for its year.

    Labelled instruments go by the components of the Green Bond Principles, those that are linked to targets by those of
    the Sustainability-Linked Bond Principles.

    Raises ``UsageError`` where the case has nothing to review, or the year is outside its model.
    """
    if case.green is None and not is_linked(case):
        what = f"{results.name} has no heading green and nothing that is linked to targets"
        raise UsageError(f"{what}: there is nothing to review; see docs/green.md")
    known = {period.start.year for period in results.periods}
    if year is not None and year not in known:
        raise UsageError(
            f"{year} is outside the model of {results.name}; give a year from {min(known)} to {max(known)}"
        )
    linked = LinkedMaterial(case, results)
    labelled = _labelled(case, case.green, results, taxonomies, year) if case.green is not None else None
    whole = labelled or Review(results, "linked", (), (), year=year)
    if not is_linked(case):
        return whole
    return replace(
        whole,
        components=(*whole.components, *linked_components(linked)),
        findings=in_order((*whole.findings, *linked_findings(linked))),
        tables={**whole.tables, **{table.key: table for table in linked_tables(linked)}},
    )


def _labelled(
    case: HasProceeds, green: Green, results: Results, taxonomies: Mapping[str, Taxonomy], year: int | None
) -> Review:
    screened = screenings(green, case.taxonomy.values(), taxonomies)
    material = Material(case, green, results, year, screened)
    others = (*evidence_tables(material), *screening_tables(material))
    named = dict.fromkeys(one.taxonomy for one in screened)
    return Review(
        results=results,
        label=green.label,
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
