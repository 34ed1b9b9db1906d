"""Grants and subsidies: who grants how much, how it is paid, and what is to be paid back."""

from __future__ import annotations

from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.side_by_side import Each, compared
from finmodel.outputs.term_sheet.view import View

__all__ = ["grant_tables"]

_TERMS = (
    ("Grant agreed", "agreed"),
    ("Share of total uses", "share"),
    ("Share of capital expenditure", "capex_share"),
    ("Caps of all sources, share of project cost", "caps"),
    ("Viability gap, share of project cost", "share_of_cost"),
    ("Cost of preparation, without VAT", "cost"),
    ("Points of interest paid", "rate"),
    ("Paid for, from financial close", "months"),
    ("Reimbursed after", "reimbursement_months"),
    ("Interest rate of the bridge", "bridge_rate"),
    ("Share to be paid back", "recoverable"),
    ("Success fee, share of what is paid back", "success_fee"),
)
"""Figures of a grant: what each is called, and the line or input that it is."""


def grant_tables(view: View) -> tuple[Table, ...]:
    """The grants of a case side by side; none where it has no grant."""
    names = view.stated("grants")
    rows = [
        Each(view.say("Type"), {name: view.definition(f"grants.{name}.type") for name in names}),
        Each(view.say("Grantor"), {name: tuple(map(view.party, view.grantors(name))) for name in names}),
        Each(view.say("Facility subsidised"), {name: _subsidised(view, name) for name in names}),
        *(Each(view.say(label), {name: view.if_any(f"{name}.{key}") for name in names}) for label, key in _TERMS),
        Each(view.say("Drawn"), {name: view.definition(f"grants.{name}.drawn") for name in names}),
        Each(view.say("Tax"), {name: view.definition(f"grants.{name}.taxed") for name in names}),
        Each(view.say("Paid back"), {name: _repaid(view, name) for name in names}),
    ]
    return compared(view, "table-grants", view.say("Grants"), rows, names) if names else ()


def _subsidised(view: View, name: str) -> tuple[str, ...]:
    """The facility whose interest somebody pays a part of."""
    loan = view.words("subsidised", name)
    return tuple(map(view.instance, loan))


def _repaid(view: View, name: str) -> tuple[str, ...]:
    """When what is to be paid back is paid back; nothing for a gift."""
    return view.definition(f"grants.{name}.repaid") if view.if_any(f"{name}.recoverable") else ()
