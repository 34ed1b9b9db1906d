"""Credit support: what sponsors stand for, and every guarantee with its cover, highest amount, fee and claim."""

from __future__ import annotations

from dataclasses import replace

from finmodel.outputs.term_sheet.document import Section
from finmodel.outputs.term_sheet.side_by_side import Each, compared
from finmodel.outputs.term_sheet.view import View

__all__ = ["guarantees", "guarantor", "support_section"]

_TERMS = (
    ("Share of each shortfall that is paid", "coverage"),
    ("Highest amount", "highest_amount"),
    ("Highest amount, months of scheduled debt service", "months"),
    ("Covers what falls due from this month after close on", "from_month"),
    ("Covers what falls due until this month after close", "until_month"),
    ("Upfront fee on the cover at close", "upfront_fee_rate"),
    ("Fee on the cover", "fee_rate"),
    ("Interest on the guarantor's claim", "claim_rate"),
    ("Cover at close", "cover_at_close"),
    ("Fees in total", "fees_total"),
    ("Drawn in total", "drawn_total"),
    ("Claim never repaid", "claim_lost"),
)
"""Figures of a guarantee: what each is called, and the line or input that it is."""


def support_section(view: View) -> Section:
    """What stands behind the lenders beside the cash flow."""
    terms = (
        view.written("Support", "credit_support"),
        view.term("Sponsors' commitment", "sponsor_commitment"),
        view.term("Support drawn beyond the commitment", "support_total"),
    )
    names = guarantees(view)
    tables = list(compared(view, "table-guarantees", view.say("Guarantees"), _rows(view, names), names))
    note = view.say(
        "A guarantor is called once for each new shortfall of the lenders it covers. What it has paid the company owes "
        "to it, with interest, and repays after every lender and before prepayment and distributions."
    )
    tables[-1:] = [replace(table, note=note) for table in tables[-1:]]
    return Section("credit_support", view.say("Credit support"), terms, tables=tuple(tables))


def guarantees(view: View) -> tuple[str, ...]:
    """The instances that are guarantees."""
    return tuple(line.instance for line in view.results.graph.tagged(guarantee="cover"))


def guarantor(view: View, name: str) -> str:
    """Who stands behind a guarantee, by the key among the parties."""
    return next(line.tags["payee"] for line in view.results.graph.tagged(claim="repaid") if line.instance == name)


def _rows(view: View, names: tuple[str, ...]) -> list[Each]:
    return [
        Each(view.say("Type"), {name: view.definition(f"guarantees.{name}.type") for name in names}),
        Each(view.say("Guarantor"), {name: (view.party(guarantor(view, name)),) for name in names}),
        Each(view.say("Facilities covered"), {name: _covered(view, name) for name in names}),
        Each(view.say("Events named in the policy"), {name: view.words("events", name) for name in names}),
        *(Each(view.say(label), {name: view.if_any(f"{name}.{key}") for name in names}) for label, key in _TERMS),
    ]


def _covered(view: View, name: str) -> tuple[str, ...]:
    loans = (line for line in view.results.graph.tagged(payer=guarantor(view, name)) if "guaranteed" in line.tags)
    found = (line.tags["guaranteed"] for line in loans if line.instance == f"{name}_{line.tags['guaranteed']}")
    return tuple(map(view.instance, found))
