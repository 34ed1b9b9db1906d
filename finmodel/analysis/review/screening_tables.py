"""Tables of record on taxonomies: what becomes of each project, and each criterion with the evidence for it."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.analysis.green.source import words
from finmodel.analysis.review.material import Material
from finmodel.analysis.taxonomy import Judged, Screening
from finmodel.inputs.taxonomy import OPERATORS
from finmodel.review import VERDICTS, Cell, ReviewColumn, ReviewRow, ReviewTable

__all__ = ["screening_tables"]

MARKS = {"eligible": "good", "needs_evidence": "open", "not_eligible": "bad"}
"""How each verdict is marked."""

_SCREENING = (
    words("project", "Project"),
    words("taxonomy", "Taxonomy"),
    words("code", "Code"),
    words("activity", "Activity"),
    words("result", "Result"),
    words("reason", "Reason"),
    words("version", "Version"),
)
_CRITERIA = (
    words("project", "Project"),
    words("code", "Code"),
    words("indicator", "Indicator"),
    words("operator", "Condition"),
    ReviewColumn("threshold", "Threshold"),
    words("wanted", "To be shown"),
    words("unit", "Unit"),
    ReviewColumn("stated", "Stated"),
    words("document", "Document"),
    words("status", "Status of the threshold"),
    words("reference", "Reference"),
    words("result", "Result"),
    words("reason", "Reason"),
)


def screening_tables(m: Material) -> Iterator[ReviewTable]:
    """A row for each code that a project states, and a row for each criterion of it."""
    yield ReviewTable("screening", "Screening against taxonomies", _SCREENING, [_screened(m, s) for s in m.screenings])
    rows = [_criterion(m, one, judged) for one in m.screenings for judged in one.criteria]
    yield ReviewTable("criteria", "Criteria of taxonomies", _CRITERIA, rows)


def _screened(m: Material, one: Screening) -> ReviewRow:
    first = one.criteria[0].criterion if one.criteria else None
    cells: tuple[Cell, ...] = (
        m.label(one.project),
        one.taxonomy.upper(),
        one.code,
        first.activity if first else "",
        VERDICTS[one.verdict],
        one.reason,
        first.version if first else "",
    )
    return ReviewRow(cells, mark=MARKS[one.verdict])


def _criterion(m: Material, one: Screening, judged: Judged) -> ReviewRow:
    row, evidence = judged.criterion, judged.evidence
    value = evidence.value if evidence is not None else None
    document = evidence.document if evidence is not None else None
    cells: tuple[Cell, ...] = (
        m.label(one.project),
        f"{one.taxonomy.upper()} {one.code}",
        row.label,
        OPERATORS[row.operator],
        row.threshold,
        row.wanted,
        row.unit,
        None if value is None else value.number,
        document or "",
        row.status,
        row.reference,
        VERDICTS[judged.verdict],
        judged.reason,
    )
    return ReviewRow(cells, mark=MARKS[judged.verdict])
