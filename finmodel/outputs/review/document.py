"""What a reviewer's pack consists of before it is laid out: findings, components, registers with typed columns."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from finmodel.outputs.table import Cell, Table
from finmodel.outputs.term_sheet.document import Headline, Term
from finmodel.units import Unit

__all__ = ["Column", "ComponentBlock", "Entry", "FindingCard", "Pack", "Part", "Register"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a register: its name for programs, its label for readers, and the unit of its numbers."""

    key: str
    label: str
    unit: Unit | None = None
    """Nothing where the column holds words."""

    @property
    def holds_words(self) -> bool:
        """Whether the column is read as text, not added up."""
        return self.unit is None


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a register: a value for every column; ``kind`` is ``plain``, ``total`` or ``marked``."""

    cells: tuple[Cell, ...]
    kind: str = "plain"
    mark: str = ""
    """How a marked row is to be read: ``good``, ``open`` or ``bad``."""


@dataclass(frozen=True, slots=True)
class Register:
    """A table of record: the same columns for readers and, under their keys, for a verifier's own tools."""

    key: str
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[Entry, ...]
    note: str = ""
    wide: bool = False
    """Whether it needs the whole width of a page laid on its side."""

    @property
    def records(self) -> Iterator[dict[str, Cell]]:
        """The rows by the keys of their columns, totals left out: they can be added up again."""
        names = [column.key for column in self.columns]
        return (dict(zip(names, row.cells, strict=True)) for row in self.rows if row.kind != "total")


@dataclass(frozen=True, slots=True)
class FindingCard:
    """One finding as a reader sees it: how grave it is, where it stands, what is wrong and what would mend it."""

    number: int
    code: str
    severity: str
    severity_label: str
    where: str
    what: str
    remedy: str
    concerns: str = ""
    """The component it belongs to, in words."""

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
    """``complete``, ``partial`` or ``missing``."""
    state_label: str
    stated: tuple[Term, ...] = ()
    missing: tuple[str, ...] = ()
    findings: tuple[FindingCard, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One section of the pack below the findings: terms, registers, and tables of the term sheet."""

    key: str
    title: str
    lead: str = ""
    terms: tuple[Term, ...] = ()
    registers: tuple[Register, ...] = ()
    tables: tuple[Table, ...] = ()
    silent: str = ""
    """What is said where there is nothing to show."""


@dataclass(frozen=True, slots=True)
class Pack:
    """The whole pack, in one language."""

    title: str
    subtitle: str
    facts: tuple[Term, ...]
    status: tuple[str, ...]
    verdict: str
    headlines: tuple[Headline, ...]
    findings: tuple[FindingCard, ...]
    components: tuple[ComponentBlock, ...]
    parts: tuple[Part, ...]
    colophon: tuple[str, ...] = ()

    @property
    def registers(self) -> Iterator[Register]:
        """Every register of the pack, in its order."""
        return (register for part in self.parts for register in part.registers)
