"""The terms around the loan: parties, changes of law, the PPP agreement, governing law, validity."""

from __future__ import annotations

from finmodel.expr.line import Line
from finmodel.inputs.fact import Fact
from finmodel.outputs.term_sheet.document import Section, Term
from finmodel.outputs.term_sheet.view import View

__all__ = ["closing_sections", "fact_terms", "parties_section", "shareholders", "vehicle_section"]

_ROLES = (
    ("Borrower", "borrower", "company"),
    ("Sponsors", "sponsors", "sponsor"),
    ("Lender", "lender", "senior_lender"),
    ("Agent", "agent", "agent"),
    ("Public partner", "public_partner", "authority"),
    ("Guarantor", "guarantor", "guarantor"),
)
"""The roles of a loan to a PPP: what each is called, its key in the term sheet, its key among the parties."""


def parties_section(view: View) -> Section:
    """Who takes part: the parties that every loan has, then those that the case names besides."""
    several = {"lender": _lenders} if len(view.facilities) > 1 else {}
    several |= {"sponsors": _sponsors} if shareholders(view) else {}
    only = {"lender": view.lender(view.facilities[0])} if len(view.facilities) == 1 else {}
    fixed = [
        several[key](view)
        if key in several
        else Term(view.say(label), view.words("term_sheet", key) or _named(view, only.get(key, party), view.say(label)))
        for label, key, party in _ROLES
    ]
    known = {party for _, _, party in _ROLES} | {key for _, key in shareholders(view)}
    known |= set(map(view.lender, view.facilities))
    others = tuple(view.party(key) for key in view.parties() if key not in known)
    return Section("parties", view.say("Parties"), (*fixed, Term(view.say("Other parties"), others)))


def shareholders(view: View) -> list[tuple[str, str]]:
    """Every shareholder with its share, and its key among the parties; nothing where the sponsor is the only one."""
    lines = view.results.graph.tagged(holding="paid_in")
    holders = [(line.instance, line.tags["payer"]) for line in lines]
    return [(f"{view.party(key)} {_held(view, instance, key)}", key) for instance, key in holders]


def _held(view: View, instance: str, key: str) -> str:
    own = f"{instance}.share_held"
    return view.shown(own if view.has(own) else f"shareholders_{key}")


def _sponsors(view: View) -> Term:
    """The sponsors in the words of the case, or each shareholder with its share."""
    held = tuple(text for text, _ in shareholders(view))
    return Term(view.say("Sponsors"), (*view.words("term_sheet", "sponsors"), *held))


def _lenders(view: View) -> Term:
    """Every lender by name, with what it lends."""
    lent: dict[str, list[str]] = {}
    for loan in view.facilities:
        lent.setdefault(view.lender(loan), []).append(view.instance(loan))
    texts = tuple(f"{view.party(lender)} – {', '.join(loans)}" for lender, loans in lent.items())
    return Term(view.say("Lenders"), texts)


def _named(view: View, party: str, role: str) -> tuple[str, ...]:
    """The name that the case gives a party, unless it only repeats the role."""
    return tuple(name for name in view.words("parties", party) if name != role)


def vehicle_section(view: View) -> list[Section]:
    """What is known of the project company's home; nothing where the case does not name one."""
    facts = fact_terms(view, "vehicle")
    return [Section("vehicle", view.say("Project company"), facts)] if facts else []


def fact_terms(view: View, key: str) -> tuple[Term, ...]:
    """Facts in words, those that nobody has verified marked as such."""
    return tuple(Term(view.say(fact.label), (_fact(view, fact),)) for fact in view.results.facts.get(key, ()))


def _fact(view: View, fact: Fact) -> str:
    text = view.say(fact.text)
    return f"{text} ({view.say(fact.status)})" if fact.status == "unverified" else text


def closing_sections(view: View) -> list[Section]:
    """Change of law, PPP terms, governing law and validity."""
    return [
        Section(
            "change_of_law",
            view.say("Change of law, taxes and convertibility"),
            (
                view.written("Change of law", "change_of_law"),
                view.written("Tax gross-up and increased costs", "tax_gross_up"),
                view.written("Convertibility and transfer", "convertibility"),
                *view.defined("Tax regime assumed", "tax.regime"),
            ),
        ),
        _ppp(view),
        Section(
            "law",
            view.say("Governing law and disputes"),
            (
                view.written("Governing law", "governing_law"),
                view.written("Disputes", "disputes"),
            ),
        ),
        Section(
            "validity",
            view.say("Validity, confidentiality and costs"),
            (
                view.written("Validity", "validity"),
                view.written("Confidentiality", "confidentiality"),
                view.written("Costs", "costs"),
            ),
        ),
    ]


def _ppp(view: View) -> Section:
    months = view.shown("operation_months") if view.has("operation_months") else ""
    streams = view.results.graph.tagged(statement="revenue")
    begins, ends = view.shown("operation_start"), view.shown("operation_end")
    terms = [
        view.written("PPP agreement", "ppp_agreement"),
        Term(
            view.say("Operation"),
            (view.say("%(months)s, from %(begins)s to %(ends)s", months=months, begins=begins, ends=ends),),
        ),
        Term(view.say("Payments"), tuple(_payment(view, line) for line in streams)),
        view.written("Payment mechanism", "payment_mechanism"),
        view.written("Termination payment", "termination"),
        view.written("Hand-back", "handback"),
    ]
    return Section("ppp", view.say("PPP terms"), tuple(terms))


def _payment(view: View, line: Line) -> str:
    """One stream of revenue and who pays it; its terms have a section of their own."""
    received = view.results.graph.lines.get(f"{line.instance}.received")
    payer = view.party(received.tags["payer"]) if received else ""
    return " – ".join(filter(None, (view.instance(line.instance), payer)))
