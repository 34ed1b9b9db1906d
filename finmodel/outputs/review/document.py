"""What a reviewer's pack consists of before it is laid out: findings, components, tables, all in one language."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.document import Figure, Headline, Term
from finmodel.review import ReviewTable

__all__ = ["ComponentBlock", "FindingCard", "Pack", "Part", "marked_column"]

_MARKED = ("verdict", "result", "status")
"""Columns of which the first that a table has carries the mark of its rows."""

_MOST_UPRIGHT = 9


def marked_column(table: ReviewTable) -> str:
    """The key of the column whose cells carry the mark of their row; nothing where a table has none."""
    keys = [column.key for column in table.columns]
    return next((key for key in _MARKED if key in keys), "")


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One finding as a reader sees it: how grave it is, where it stands, what is wrong and what would mend it."""

    number: int
    code: str
    severity: str
    severity_label: str
    component: str
    """The component it concerns, in words."""
    where: str
    title: str
    what: str
    remedy: str

    @property
    def address(self) -> str:
        """Its address in the document."""
        return f"finding-{self.number}"


@dataclass(frozen=True, slots=True)
class ComponentBlock:
    """One component of the principles: what the case states, what evidence is missing, and what was found."""

    key: str
    title: str
    state: str
    """``complete``, ``planned``, ``partial`` or ``missing``."""
    state_label: str
    stated: tuple[Term, ...] = ()
    missing: tuple[str, ...] = ()
    findings: tuple[FindingCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the pack below the findings: terms, tables of record, and tables of the term sheet."""

    key: str
    title: str
    lead: str = ""
    terms: tuple[Term, ...] = ()
    figures: tuple[Figure, ...] = ()
    registers: tuple[ReviewTable, ...] = ()
    """Tables of record, whole, their words translated."""
    shown: tuple[ReviewTable, ...] = ()
    """The same as a page has room for them."""
    tables: tuple[Table, ...] = ()
    silent: str = ""
    """What is said where there is nothing to show."""

    @property
    def is_wide(self) -> bool:
        """Whether a table needs the whole width of a page laid on its side."""
        return any(len(register.columns) > _MOST_UPRIGHT for register in self.shown)


@dataclass(frozen=True, slots=True)
class Pack:
    """The whole pack, in one language."""

    kind: str
    """What the document is: the pack, or the report of a year."""
    title: str
    subtitle: str
    facts: tuple[Term, ...]
    status: tuple[str, ...]
    verdict: str
    headlines: tuple[Headline, ...]
    findings: tuple[FindingCard, ...]
    components_title: str
    components: tuple[ComponentBlock, ...]
    parts: tuple[Part, ...]
    colophon: tuple[str, ...] = ()

    @property
    def registers(self) -> Iterator[ReviewTable]:
        """Every table of record, in its order."""
        return (register for part in self.parts for register in part.registers)
