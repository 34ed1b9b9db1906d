"""The term sheet of an issuance: parties, bonds, issuer, documents and law, with schedules and records as annexes."""

from __future__ import annotations

from finmodel.outputs.term_sheet.bond_pricing import bond_pricing_annex
from finmodel.outputs.term_sheet.bond_schedule import schedule_annex
from finmodel.outputs.term_sheet.bond_terms import bond_sections, bond_terms_annex
from finmodel.outputs.term_sheet.climate_terms import climate_annex
from finmodel.outputs.term_sheet.cover import CoverPage
from finmodel.outputs.term_sheet.document import Section, Term, TermSheet
from finmodel.outputs.term_sheet.green_terms import green_annex, green_sections
from finmodel.outputs.term_sheet.issuer_terms import flows_annex, issuer_section
from finmodel.outputs.term_sheet.record_annexes import assumptions_annex, checks_annex, results_annex, version_annex
from finmodel.outputs.term_sheet.view import View

__all__ = ["issuance_sheet"]

_ROLES = (
    ("Issuer", "issuer", "company"),
    ("Arranger", "arranger", "arranger"),
    ("Investors", "investors", "bondholder"),
    ("Bondholders' representative", "trustee", "trustee"),
    ("Paying agent", "paying_agent", "paying_agent"),
    ("Guarantor", "guarantor", "guarantor"),
    ("External reviewer", "external_reviewer", "reviewer"),
)
"""The roles of an issuance: what each is called, its key in the term sheet, its key among the parties."""


def issuance_sheet(view: View, page: CoverPage) -> TermSheet:
    """The document as sections and annexes, before it is laid out."""
    return TermSheet(
        title=page.title,
        subtitle=page.subtitle,
        facts=page.facts,
        status=page.status,
        headlines=page.headlines,
        sections=(
            _parties(view),
            *bond_sections(view),
            *green_sections(view),
            *issuer_section(view),
            *_closing(view),
        ),
        annexes=(
            results_annex(view),
            bond_terms_annex(view),
            bond_pricing_annex(view),
            schedule_annex(view),
            *green_annex(view),
            *climate_annex(view),
            flows_annex(view),
            assumptions_annex(view),
            checks_annex(view),
            version_annex(view),
        ),
        colophon=page.colophon,
    )


def _parties(view: View) -> Section:
    """Who takes part: the parties that every issuance has, then those that the case names besides."""
    holders = dict.fromkeys(line.tags["payer"] for line in view.results.graph.tagged(bond="proceeds"))
    known = {party for _, _, party in _ROLES} | set(holders)
    named = {"investors": tuple(map(view.party, holders))}
    fixed = [
        Term(view.say(label), view.words("term_sheet", key) or named.get(key) or _named(view, party, view.say(label)))
        for label, key, party in _ROLES
    ]
    others = tuple(view.party(key) for key in view.parties() if key not in known)
    kind = view.defined("Kind of issuer", "issuance.issuer")
    return Section("parties", view.say("Parties"), (*kind, *fixed, Term(view.say("Other parties"), others)))


def _named(view: View, party: str, role: str) -> tuple[str, ...]:
    """The name that the case gives a party, unless it only repeats the role."""
    return tuple(name for name in view.words("parties", party) if name != role)


_CLOSING = (
    ("security", "Ranking, security and credit support", (
        ("Ranking", "ranking"),
        ("Security", "security"),
        ("Credit support", "credit_support"),
        ("Undertakings", "undertakings"),
        ("Events of default", "events_of_default"),
    )),
    ("conditions", "Conditions of the issue and approvals", (
        ("Conditions of the issue", "conditions_precedent"),
        ("Approvals and registration", "approvals"),
        ("Selling restrictions", "selling_restrictions"),
    )),
    ("law", "Taxation, law and costs", (
        ("Taxation", "taxation"),
        ("Governing law", "governing_law"),
        ("Disputes", "disputes"),
        ("Validity", "validity"),
        ("Costs", "costs"),
    )),
)  # fmt: skip
"""Sections of written terms: their keys, titles, and their terms with the keys in the case."""


def _closing(view: View) -> list[Section]:
    return [
        Section(key, view.say(title), tuple(view.written(label, name) for label, name in terms))
        for key, title, terms in _CLOSING
    ]
