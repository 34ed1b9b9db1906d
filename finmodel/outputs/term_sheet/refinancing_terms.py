"""Refinancing: the loan that replaces another, its terms and its date, and how the gain is shared."""

from __future__ import annotations

from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.side_by_side import Each, compared
from finmodel.outputs.term_sheet.view import View

__all__ = ["refinancing_tables"]

_TERMS = (
    ("Amount", "commitment"),
    ("Month of the refinancing", "month"),
    ("Base rate", "base_rate"),
    ("Margin", "margin"),
    ("Upfront fee", "upfront_fee_rate"),
    ("Break cost, on the balance replaced", "break_cost_rate"),
    ("Tenor from the refinancing", "tenor_months"),
    ("Grace after the refinancing", "grace_months"),
    ("Target DSCR", "sizing_dscr"),
    ("Times the balance replaced, with its costs", "sizing_balance"),
    ("Refinancing gain", "refinancing_gain"),
    ("Share of the refinancing gain", "gain_share"),
    ("Rate at which the gain is discounted", "gain_discount_rate"),
)


def refinancing_tables(view: View) -> tuple[Table, ...]:
    """The refinancing of a case; none where it plans none."""
    names = tuple(line.instance for line in view.results.graph.tagged(kpi="refinancing_debt"))
    rows = [
        Each(view.say("Facility replaced"), {n: tuple(map(view.instance, view.words("replaced", n))) for n in names}),
        Each(view.say("Lender"), {n: (view.party(view.lender(n)),) for n in names}),
        *(Each(view.say(label), {n: view.if_any(f"{n}.{key}") for n in names}) for label, key in _TERMS),
        Each(view.say("Repayment profile"), {n: view.definition(f"refinancing.{n}.repayment.profile") for n in names}),
        Each(view.say("Who shares in the gain"), {n: _payee(view, n) for n in names}),
    ]
    return compared(view, "table-refinancing", view.say("Refinancing"), rows, names) if names else ()


def _payee(view: View, name: str) -> tuple[str, ...]:
    """Who is paid a share of the gain, where there is one."""
    paid = view.results.graph.lines.get(f"{name}.gain_paid")
    return (view.party(paid.tags["payee"]),) if paid and view.if_any(f"{name}.gain_share") else ()
