"""What a term sheet consists of, before it is laid out: sections of terms, with figures and tables."""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from finmodel.outputs.table import Table

__all__ = ["Figure", "Headline", "Section", "Term", "TermSheet"]


@dataclass(frozen=True, slots=True)
class Term:
    """One term: what it is called and what it says; several texts are a list, none is still to be agreed."""

    label: str
    texts: tuple[str, ...] = ()
    ordered: bool = False
    """Whether the order of the texts has a meaning."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One chart with its title, and the address and name of the table that holds its numbers."""

    key: str
    title: str
    picture: Markup
    table_key: str = ""
    table_title: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """One numbered section or lettered annex."""

    key: str
    title: str
    terms: tuple[Term, ...] = ()
    figures: tuple[Figure, ...] = ()
    tables: tuple[Table, ...] = ()
    note: str = ""
    lead: tuple[Table, ...] = ()
    """Tables of terms, which stand before the figures."""


@dataclass(frozen=True, slots=True)
class Headline:
    """One of the few results at the head of the document."""

    label: str
    value: str
    remark: str = ""


@dataclass(frozen=True, slots=True)
class TermSheet:
    """The whole document, in one language."""

    title: str
    subtitle: str
    facts: tuple[Term, ...]
    status: tuple[str, ...]
    """The sentences of the status banner."""
    headlines: tuple[Headline, ...]
    sections: tuple[Section, ...]
    annexes: tuple[Section, ...]
    colophon: tuple[str, ...] = field(default=())
