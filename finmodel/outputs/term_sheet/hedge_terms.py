"""Hedges: what is fixed of which facility, with whom, at what price, and what certainty costs."""

from __future__ import annotations

from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.side_by_side import Each, compared
from finmodel.outputs.term_sheet.view import View

__all__ = ["hedge_tables"]

_TERMS = (
    ("Share that is hedged", "share"),
    ("Fixed rate", "fixed_rate"),
    ("Rate at which principal is exchanged", "exchange_rate"),
    ("Credit charge of the bank a year", "credit_spread"),
    ("Cost of the hedge", "cost_total"),
)


def hedge_tables(view: View) -> tuple[Table, ...]:
    """The hedges of a case side by side; none where it has no hedge."""
    names = view.stated("hedges")
    rows = [
        Each(view.say("Type"), {name: view.definition(f"hedges.{name}.type") for name in names}),
        Each(view.say("Facility hedged"), {name: _hedged(view, name) for name in names}),
        Each(view.say("Counterparty"), {name: (view.party(_counterparty(view, name)),) for name in names}),
        *(Each(view.say(label), {name: view.if_any(f"{name}.{key}") for name in names}) for label, key in _TERMS),
    ]
    return compared(view, "table-hedges", view.say("Hedges"), rows, names) if names else ()


def _hedged(view: View, name: str) -> tuple[str, ...]:
    return tuple(map(view.instance, view.words("hedged", name)))


def _counterparty(view: View, name: str) -> str:
    lines = (line for line in view.results.graph.lines.values() if line.instance == name)
    return next(line.tags["payee"] for line in lines if line.tags.get("payer") == "company")
