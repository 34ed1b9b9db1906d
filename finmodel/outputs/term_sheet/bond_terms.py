"""The terms of each bond of an issuance, as the case states them."""

from __future__ import annotations

from collections.abc import Iterator

from finmodel.outputs.table import Table
from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.stated_terms import groups_of, item_tables, own_terms
from finmodel.outputs.term_sheet.view import View

__all__ = ["bond_sections", "bond_terms_annex", "bonds"]

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
        Term(view.say("Coupon"), _coupon(view, name)),
        Term(view.say("Issue price, per 100 of principal"), view.texts(f"{name}.issue_price_per_100")),
        Term(view.say("Coupons a year"), view.texts(f"{name}.coupons_a_year")),
        *view.defined("Day count", f"{_HEADING}.{name}.day_count"),
        *view.defined("Redemption", f"{_HEADING}.{name}.redemption.profile"),
        *_grace(view, f"{name}.redemption_grace_months"),
        *(Term(view.say("Where it is listed"), (text,)) for text in _listed_on(view, name)),
        Term(view.say("Yield to maturity at issue"), view.texts(f"{name}_at_issue.yield_to_maturity")),
        *view.terms_of(f"{name}_at_issue.effective_yield"),
        Term(view.say("All-in cost to the issuer"), view.texts(f"{name}_at_issue.all_in_cost_rate")),
        *view.terms_of(f"{name}_at_issue.greenium"),
        *view.terms_of(f"{name}.lease_minimum_asset_cover", f"{name}.asset_cover_minimum"),
        Term(view.say("Bondholder"), (view.party(view.results.graph.lines[f"{name}.proceeds"].tags["payer"]),)),
    )
    return Section(f"bond-{name.replace('_', '-')}", view.instance(name), terms)


def bond_terms_annex(view: View) -> Section:
    """Every term of every bond, as stated, with how far it can be trusted."""
    return Section("annex-bond-terms", view.say("Terms of the bonds as stated"), tables=tuple(_stated(view)))


def _stated(view: View) -> Iterator[Table]:
    for name in bonds(view):
        yield from own_terms(view, _HEADING, name)
        for group in groups_of(view, _HEADING, name):
            if group.key != _PRICED_ELSEWHERE:
                yield from item_tables(view, group)


def _coupon(view: View, name: str) -> tuple[str, ...]:
    """What kind of coupon it is, and its rate: of a floating one the path and the margin over it."""
    kind = view.definition(f"{_HEADING}.{name}.coupon.type")
    path = [word.said[0] for word in view.stated_words if word.path == f"{_HEADING}.{name}.coupon.curve"]
    fixed, margin = (view.terms_of(f"{name}.coupon_{key}") for key in ("rate", "margin"))
    rates = (text for term in fixed for text in term.texts)
    told = (*map(view.instance, path), *rates, *(f"{term.label} {text}" for term in margin for text in term.texts))
    return tuple(": ".join(filter(None, (word, ", ".join(told)))) for word in kind)


def _grace(view: View, name: str) -> Iterator[Term]:
    """How long nothing is redeemed, where that is agreed."""
    if view.has(name) and view.results.inputs[name].value:
        yield from view.terms_of(name)


def _listed_on(view: View, name: str) -> Iterator[str]:
    """Where a bond is listed, as the case says it."""
    path = f"{_HEADING}.{name}.listed_on"
    yield from (text for word in view.stated_words if word.path == path for text in map(view.language.text, word.said))


def _common(view: View) -> Section:
    """What the case says in words of all its bonds; where each says itself where it is listed, nothing on that."""
    is_said = all(any(_listed_on(view, name)) for name in bonds(view)) and not view.words("term_sheet", "listing")
    listing = () if is_said else (view.written("Listing and trading", "listing"),)
    terms = (
        view.written("Purpose", "purpose"),
        view.written("Form and denomination", "form"),
        *listing,
        view.written("Early redemption", "early_redemption"),
        view.written("Business days", "business_days"),
    )
    return Section("common-terms", view.say("Terms of all bonds"), terms)
