"""Rate cards: for each outcome that is paid for, what is measured by whom, against what, and what is paid for it."""

from __future__ import annotations

from dataclasses import replace

from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.stated_terms import Group, Told, item_tables
from finmodel.outputs.term_sheet.view import View

__all__ = ["rate_card"]

_OF_THE_STREAM = (
    ("Verified after, in periods", "verification_lag_periods"),
    ("Cost of verification a year", "verification_cost"),
)
"""What holds for every outcome of a stream, and is asked of each."""


def rate_card(view: View, outcomes: Group) -> list[Table]:
    """The outcomes of a stream beside each other; the verifier and the lag, which they share, stand with each."""
    shared = _shared(view, outcomes.parent)
    items = tuple(replace(item, told=(*item.told, *shared)) for item in outcomes.items)
    caption = view.say("%(stream)s: rate card", stream=view.instance(outcomes.parent))
    return item_tables(view, replace(outcomes, items=items), caption=caption)


def _shared(view: View, stream: str) -> tuple[Told, ...]:
    figures = tuple(
        Told(view.say(label), text)
        for label, key in _OF_THE_STREAM
        for text in view.texts(f"{stream}.{key}")
        if view.value(f"{stream}.{key}")
    )
    line = view.results.graph.lines.get(f"{stream}.verification_spent")
    return (*([Told(view.say("Verifier"), view.party(line.tags["payee"]))] if line else []), *figures)
