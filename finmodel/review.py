"""The review of a labelled instrument: components, findings and tables, as plain records that every document reads.

Words are the English of the catalogue; a text of the case carries its translations with it. So a record is the same in
every language, and documents translate what they show.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from finmodel.results import Results
from finmodel.units import Unit

__all__ = [
    "COMPONENTS",
    "LABELLED_COMPONENTS",
    "LINKED_COMPONENTS",
    "SEVERITIES",
    "STATES",
    "VERDICTS",
    "Cell",
    "Component",
    "Finding",
    "Review",
    "ReviewColumn",
    "ReviewRow",
    "ReviewTable",
    "Sentence",
    "Statement",
    "TaxonomyUsed",
    "Told",
]

SEVERITIES: Mapping[str, str] = {
    "fault": "Must be corrected",
    "evidence": "Evidence is needed",
    "note": "To be noted",
}
"""How grave a finding is, the gravest first."""

LABELLED_COMPONENTS: Mapping[str, str] = {
    "use_of_proceeds": "Use of proceeds",
    "selection": "Project evaluation and selection",
    "management": "Management of proceeds",
    "reporting": "Reporting",
    "framework": "Framework",
    "external_review": "External review",
}
"""The four components of the Green Bond Principles, then what they recommend beside them."""

LINKED_COMPONENTS: Mapping[str, str] = {
    "indicators": "Selection of key performance indicators",
    "targets": "Calibration of sustainability performance targets",
    "characteristics": "Characteristics of the instrument",
    "indicator_reporting": "Reporting on indicators",
    "indicator_verification": "Verification of indicators",
}
"""The five components of the Sustainability-Linked Bond Principles."""

COMPONENTS: Mapping[str, str] = {**LABELLED_COMPONENTS, **LINKED_COMPONENTS}
"""All of them, those of instruments labelled by their use of proceeds first."""

STATES: Mapping[str, str] = {
    "complete": "Stated",
    "planned": "Planned, not done",
    "partial": "Evidence is missing",
    "missing": "Not stated",
}
"""How far a component is stated in the case; a review that is only to come is planned."""

VERDICTS: Mapping[str, str] = {
    "eligible": "Eligible",
    "needs_evidence": "Needs evidence",
    "not_eligible": "Not eligible",
}
"""What the screening of a project against a taxonomy can give."""


@dataclass(frozen=True, slots=True)
class Told:
    """One thing that a sentence tells: a number with its unit, words, or several words in a row."""

    value: float | str | tuple[str, ...]
    unit: Unit | None = None
    """Of a number; ``None`` for words and for a quantity with a physical unit."""
    measure: str = ""
    """The physical unit of a quantity, such as ``MWh`` or ``t CO2e``."""
    apart_from: float | None = None
    """A number that it is compared with: it is shown with as many digits as tell the two apart."""


class Sentence(str):
    """A sentence of the catalogue, with ``%(name)s`` where something is told, that knows what it tells."""

    told: Mapping[str, Told]

    def __new__(cls, text: str, told: Mapping[str, Told] | None = None) -> Sentence:
        """The sentence as the catalogue has it, with what stands in its places."""
        made = super().__new__(cls, text)
        made.told = dict(told or {})
        return made


Cell = float | str | None
"""A number; words, which may be a sentence or a text of the case; or nothing."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a reviewer must see: what is wrong, where in the case, how grave, and what would mend it."""

    code: str
    """Lasting name for programs, such as ``over_allocation``."""
    severity: str
    """``fault``, ``evidence`` or ``note``."""
    component: str
    """The component of the principles that it concerns."""
    where: str
    """The path in the case file, such as ``green.allocations.solar_2027``."""
    title: str
    """What kind of finding it is, in a few words."""
    what: str
    """What was found, with ``%(name)s`` where something is told."""
    remedy: str
    told: Mapping[str, Told] = field(default_factory=dict)
    """What stands in the places of ``what`` and ``remedy``."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing that the case states on a component."""

    label: str
    said: Told


@dataclass(frozen=True, slots=True)
class Component:
    """One component of the principles: what the case states on it, and what evidence is missing."""

    key: str
    state: str
    """``complete``, ``planned``, ``partial`` or ``missing``."""
    stated: Sequence[Statement] = ()
    missing: Sequence[str] = ()
    """The labels of what is not stated."""


@dataclass(frozen=True, slots=True)
class ReviewColumn:
    """One column of a table: its name for programs, its label for readers, the unit of its numbers."""

    key: str
    label: str
    unit: Unit | None = None
    """``None`` for words, and for quantities whose physical unit the column ``unit`` of the same row tells."""
    holds_words: bool = False


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """One row: a cell for every column."""

    cells: tuple[Cell, ...]
    kind: str = "plain"
    """``plain`` or ``total``."""
    mark: str = ""
    """How it is to be read: ``good``, ``open`` or ``bad``; nothing for most rows."""


@dataclass(frozen=True, slots=True)
class ReviewTable:
    """A table of record in the standard columns, for readers and for a verifier's own tools."""

    key: str
    title: str
    columns: Sequence[ReviewColumn]
    rows: Sequence[ReviewRow]
    note: str = ""

    @property
    def records(self) -> Iterator[dict[str, Cell]]:
        """The rows by the keys of their columns, totals left out: they can be added up again."""
        names = [column.key for column in self.columns]
        return (dict(zip(names, row.cells, strict=True)) for row in self.rows if row.kind != "total")


@dataclass(frozen=True, slots=True)
class TaxonomyUsed:
    """A taxonomy that projects were screened against, and how much of it is verified."""

    name: str
    """As projects name it: ``kz``."""
    file: str
    versions: Sequence[str]
    """The versions that its rows name."""
    rows: int
    unverified: int


@dataclass(frozen=True, slots=True)
class Review:
    """What a reviewer of a labelled instrument needs, of one case."""

    results: Results
    label: str
    """``green``, ``social``, ``sustainability``; ``linked`` where no instrument is labelled and one is linked."""
    components: Sequence[Component]
    findings: Sequence[Finding]
    """The gravest first."""
    tables: Mapping[str, ReviewTable] = field(default_factory=dict)
    """By key: ``instruments``, ``allocation``, ``unallocated``, ``projects``, ``impact``, ``impact_totals``,
    ``measured``, ``factors``, ``claims``, ``screening``, ``criteria``, ``targets``; only those that have rows."""
    taxonomies: Sequence[TaxonomyUsed] = ()
    year: int | None = None
    """The year of an annual report; ``None`` for the whole life."""

    def found(self, component: str) -> list[Finding]:
        """The findings that concern a component."""
        return [finding for finding in self.findings if finding.component == component]

    def of(self, severity: str) -> list[Finding]:
        """The findings of one severity."""
        return [finding for finding in self.findings if finding.severity == severity]
