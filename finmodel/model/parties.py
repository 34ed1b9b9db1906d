"""Parties: from payer and payee of every cash line, each party's net flow, its present value, and the zero check."""

from __future__ import annotations

from collections.abc import Iterable

from finmodel.expr.functions import absolute, previous, sum_product, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Part, Section
from finmodel.units import Unit

__all__ = ["COMPANY", "cash_lines", "matrix", "parties_check", "party"]

COMPANY = "company"
"""The project company: payer or payee of every cash line."""

party = Section("party", "Parties")
parties_check = Section("parties_check", "Parties")


@party.line("Received", Unit.MONEY)
def received(m: Names) -> Node:
    """All that the company pays to the party."""
    return m.sum_of(payee=m.instance_name.removeprefix("party_"))


@party.line("Paid", Unit.MONEY)
def paid(m: Names) -> Node:
    """All that the party pays to the company."""
    return m.sum_of(payer=m.instance_name.removeprefix("party_"))


@party.line("Net flow", Unit.MONEY, party="net")
def net(m: Names) -> Node:
    """Received less paid."""
    return m.received - m.paid


@party.scalar("Present value", Unit.MONEY, party="present_value")
def present_value(m: Names) -> Node:
    """The net flow at the project's discount rate, at financial close."""
    return sum_product(m.net, m.project_discount_factor)


@parties_check.line("Company's cash and reserves", Unit.MONEY)
def company_funds(m: Names) -> Node:
    """Cash and every reserve the company holds."""
    return m.cash_closing + m.reserves_closing


@parties_check.line("Change in the company's cash and reserves", Unit.MONEY)
def company_net(m: Names) -> Node:
    """What the company keeps of all flows."""
    return m.company_funds - previous(m.company_funds)


@parties_check.line("All parties together", Unit.MONEY)
def parties_sum(m: Names) -> Node:
    """Net flows of all parties and the change in the company's cash: 0, or money has leaked."""
    return summed(m.company_net, *m.each(party="net"))


@parties_check.line("All parties together, size", Unit.MONEY)
def parties_gap(m: Names) -> Node:
    """Without its sign."""
    return absolute(m.parties_sum)


@parties_check.scalar("Parties' flows do not add to zero", Unit.MONEY, check="integrity")
def parties_zero_check(m: Names) -> Node:
    """The sum of the gaps of all periods."""
    return total(m.parties_gap)


def cash_lines(parts: Iterable[Part]) -> list[tuple[str, str]]:
    """Payer and payee of every cash line, with roles resolved."""
    found = []
    for part in parts:
        for definition in part.definitions:
            payer, payee = definition.tags.get("payer"), definition.tags.get("payee")
            if payer and payee:
                found.append((part.roles.get(payer, payer), part.roles.get(payee, payee)))
    return found


def matrix(parts: Iterable[Part]) -> list[Part]:
    """A part for every party but the company, and the zero check."""
    keys = dict.fromkeys(key for pair in cash_lines(parts) for key in pair if key != COMPANY)
    return [*(party.instance(f"party_{key}", label=key) for key in keys), parties_check.part()]
