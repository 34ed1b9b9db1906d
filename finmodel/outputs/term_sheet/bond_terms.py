"""The terms of each bond of an issuance, and the schedule of what is paid."""

from __future__ import annotations

from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.period_tables import by_period
from finmodel.outputs.term_sheet.view import View

__all__ = ["bond_sections", "bonds", "schedule_annex"]

_TERMS = ("principal", "issue_price", "coupon_rate", "maturity_date", "coupons_a_year")


def bonds(view: View) -> tuple[str, ...]:
    """The instances that are bonds of the issuance."""
    return tuple(line.instance for line in view.results.graph.tagged(bond="issued"))


def bond_sections(view: View) -> list[Section]:
    """A section for every bond: kind, amount, price, coupon, tenor."""
    return [_bond(view, name) for name in bonds(view)]


def _bond(view: View, name: str) -> Section:
    terms = (
        *view.defined("Kind of bond", f"bonds.{name}.type"),
        *(term for key in _TERMS for term in view.terms_of(f"{name}.{key}")),
        *view.defined("Day count", f"bonds.{name}.day_count"),
        Term(view.say("Issue date"), view.texts("issue_date")),
        view.written("Purpose", "purpose"),
        view.written("Early redemption", "early_redemption"),
        view.written("Business days", "business_days"),
    )
    return Section(f"bond-{name}", view.instance(name), terms)


def schedule_annex(view: View) -> Section:
    """What is received and paid, by period."""
    title = view.say("Schedule of payments")
    names = ("proceeds_received", "interest_paid", "principal_repaid", "debt_service", "debt_closing")
    return Section("annex-schedule", title, tables=(by_period(view, "table-schedule", title, names),))
