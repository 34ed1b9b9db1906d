"""The terms of each bond of an issuance, as the case states them."""

from __future__ import annotations

from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.stated_terms import groups_of, item_tables, own_terms
from finmodel.outputs.term_sheet.view import View

__all__ = ["bond_sections", "bonds"]

_HEADING = "bonds"
_PRICED_ELSEWHERE = "trades"
"""What stands in the section on pricing."""


def bonds(view: View) -> tuple[str, ...]:
    """The instances that are bonds of the issuance."""
    return tuple(line.instance for line in view.results.graph.tagged(bond="issued"))


def bond_sections(view: View) -> list[Section]:
    """A section for every bond, then what holds for all of them."""
    return [*(_bond(view, name) for name in bonds(view)), _common(view)]


def _bond(view: View, name: str) -> Section:
    own = f"{name}.issue_date"
    issued = own if view.has(own) else "issue_date"
    terms = (
        *view.defined("Kind of bond", f"{_HEADING}.{name}.type"),
        Term(view.say("Principal"), view.texts(f"{name}.principal")),
        Term(view.say("Issue date"), view.texts(issued)),
        Term(view.say("Maturity"), view.texts(f"{name}.maturity_date")),
        *view.defined("Coupon", f"{_HEADING}.{name}.coupon.type"),
        *view.defined("Redemption", f"{_HEADING}.{name}.redemption.profile"),
    )
    groups = [group for group in groups_of(view, _HEADING, name) if group.key != _PRICED_ELSEWHERE]
    tables = (*own_terms(view, _HEADING, name), *(table for group in groups for table in item_tables(view, group)))
    return Section(f"bond-{name.replace('_', '-')}", view.instance(name), terms, tables=tables)


def _common(view: View) -> Section:
    """What the case says in words of all its bonds."""
    terms = (
        view.written("Purpose", "purpose"),
        view.written("Form and denomination", "form"),
        view.written("Listing and trading", "listing"),
        view.written("Early redemption", "early_redemption"),
        view.written("Business days", "business_days"),
    )
    return Section("common-terms", view.say("Terms of all bonds"), terms)
