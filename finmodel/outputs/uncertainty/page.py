"""What a page about uncertainty consists of before it is laid out: a head, few key figures, parts of blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from finmodel.outputs.table import Table, in_blocks
from finmodel.outputs.term_sheet.document import Figure, Headline, Term
from finmodel.outputs.uncertainty.heat import HeatTable

__all__ = ["Block", "Page", "Part", "blocks_of"]


@dataclass(frozen=True, slots=True)
class Block:
    """One chart, one table or one heat table; exactly one of them is there."""

    figure: Figure | None = None
    table: Table | None = None
    heat: HeatTable | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """One section: what it says, terms, then charts each followed by the table of its numbers."""

    key: str
    title: str
    said: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page, in one language."""

    kind: str
    """What the document is, e.g. the sensitivities of a case."""
    title: str
    facts: tuple[Term, ...]
    debt: str
    """Whether debt stays as contracted or is sized again, as the banner says it."""
    banner: tuple[str, ...]
    """Further sentences of the banner."""
    headlines: tuple[Headline, ...]
    parts: tuple[Part, ...]
    colophon: tuple[str, ...] = ()


def blocks_of(*items: Figure | Table | HeatTable | None, most: int = 10) -> tuple[Block, ...]:
    """Charts and tables in their order, tables of many columns in blocks of at most ``most``; nothings are left out."""
    return tuple(_blocks(items, most))


def _blocks(items: Sequence[Figure | Table | HeatTable | None], most: int) -> Iterator[Block]:
    for item in items:
        if isinstance(item, Figure):
            yield Block(figure=item)
        elif isinstance(item, HeatTable):
            yield Block(heat=item)
        elif item is not None and item.rows:
            yield from (Block(table=part) for part in in_blocks(item, most))
