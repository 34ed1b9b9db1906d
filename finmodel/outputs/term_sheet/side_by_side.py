"""Terms that every facility has: one below the other for an only loan, side by side in a table for several."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from finmodel.outputs.table import Layout, Row, Table, in_blocks
from finmodel.outputs.term_sheet.document import Term
from finmodel.outputs.term_sheet.view import View
from finmodel.units import Unit

__all__ = ["Each", "compared", "defined_of_each", "laid_out", "of_each", "value_of_each"]

_MOST = 4
"""How many facilities stand beside each other on an upright page."""


@dataclass(frozen=True, slots=True)
class Each:
    """One term with what it says for each facility, by its name; none where it says nothing."""

    label: str
    texts: Mapping[str, tuple[str, ...]]


def of_each(view: View, label: str, say: Callable[[str], tuple[str, ...]]) -> Each:
    """A term with what ``say`` finds for each facility."""
    return Each(view.say(label), {loan: say(loan) for loan in view.facilities})


def value_of_each(view: View, label: str, name: str) -> Each:
    """A term whose texts are a line or an input of each facility."""
    return of_each(view, label, lambda loan: view.texts(f"{loan}.{name}"))


def defined_of_each(view: View, label: str, path: str) -> Each:
    """A term for a word of the case that chooses a definition for each facility."""
    return of_each(view, label, lambda loan: view.definition(f"facilities.{loan}.{path}"))


def laid_out(view: View, key: str, caption: str, rows: Sequence[Each]) -> tuple[tuple[Term, ...], tuple[Table, ...]]:
    """The terms of an only facility, or the table of several."""
    loans = view.facilities
    if len(loans) > 1:
        return (), compared(view, key, caption, rows, loans)
    return tuple(Term(row.label, row.texts[loans[0]]) for row in rows if any(row.texts.values())), ()


def compared(view: View, key: str, caption: str, rows: Sequence[Each], names: Sequence[str]) -> tuple[Table, ...]:
    """A column for each of the instances named, a row for every term that any of them has."""
    said = [row for row in rows if any(row.texts.values())]
    table = Table(
        key,
        caption,
        tuple(map(view.instance, names)),
        tuple(Row(row.label, Unit.MONEY, tuple("; ".join(row.texts[name]) for name in names)) for row in said),
        stub=view.say("Term"),
        layout=Layout.SIDES,
    )
    return tuple(in_blocks(table, _MOST)) if said else ()
