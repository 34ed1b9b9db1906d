"""Loans beside the facilities: what bridges VAT, and what stands by for construction that costs more than planned."""

from __future__ import annotations

from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.side_by_side import Each, compared
from finmodel.outputs.term_sheet.view import View

__all__ = ["interim_tables"]

_VAT, _STANDBY = "vat_facility", "standby_facility"
_TERMS = (
    ("Base rate", "base_rate"),
    ("Margin", "margin"),
    ("Interest rate", "rate"),
    ("Upfront fee", "upfront_fee_rate"),
    ("Commitment fee", "commitment_fee_rate"),
    ("Repaid within, after completion", "repayment_months"),
)
_COMMITTED = {_VAT: "bridge_commitment", _STANDBY: "commitment"}
_USE = {
    _VAT: "Pays VAT on construction until it is refunded",
    _STANDBY: "Drawn where construction costs more than all commitments, before the sponsors support",
}


def interim_tables(view: View) -> tuple[Table, ...]:
    """VAT facility and standby facility side by side, as far as the case has them."""
    names = [name for name, line in _COMMITTED.items() if view.has(f"{name}.{line}")]
    rows = [
        Each(view.say("Use"), {name: (view.say(_USE[name]),) for name in names}),
        Each(view.say("Lender"), {name: (view.party(_lender(view, name)),) for name in names}),
        Each(view.say("Amount"), {name: view.texts(f"{name}.{_COMMITTED[name]}") for name in names}),
        *(Each(view.say(label), {name: view.if_any(f"{name}_{key}") for name in names}) for label, key in _TERMS),
    ]
    return compared(view, "table-other-loans", view.say("Other loans"), rows, names) if names else ()


def _lender(view: View, name: str) -> str:
    lines = (line for line in view.results.graph.lines.values() if line.instance == name)
    return next(line.tags["payer"] for line in lines if line.tags.get("payee") == "company")
