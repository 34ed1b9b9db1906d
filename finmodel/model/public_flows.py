"""What the State pays the company and receives from it, by kind, from payer and payee of every cash line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from finmodel.expr.functions import summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = [
    "public_after_handover",
    "public_operating_subsidies",
    "public_payments",
    "public_receipts",
    "public_top_ups",
]

_BUDGET = "state_budget"
"""The party that pays VAT back."""


def _paid(m: Names, parties: Iterable[str], **tags: str) -> Iterable[Node]:
    """Every line with these tags that one of the parties pays."""
    return (line for party in parties for line in m.each(payer=party, **tags))


def _received(m: Names, parties: Iterable[str], **tags: str) -> Iterable[Node]:
    """Every line with these tags that one of the parties receives."""
    return (line for party in parties for line in m.each(payee=party, **tags))


def _as_holder(m: Names, parties: Iterable[str], line: str) -> Iterable[Node]:
    """The same line of each of the parties that is a shareholder by name."""
    names = (f"shareholder_{party}.{line}" for party in parties)
    return (m[name] for name in names if m.has(name))


def _apart(m: Names, *names: str) -> Sequence[Node]:
    """The rows of their own that a case has among these."""
    return [m[name] for name in names if m.has(name)]


def _on_revenue(m: Names) -> Sequence[Node]:
    """What the State pays on revenue that it has guaranteed, and as subsidies of operation."""
    return _apart(m, "public_revenue_guarantees", "public_operating_subsidies")


def public_top_ups(revenue_guarantees: Sequence[str]) -> Section:
    """What the State pays on these guarantees of revenue: a row of its own, apart from payments for the service."""
    section = Section("public_top_ups", "Public side")

    @section.line("Revenue guarantees paid", Unit.MONEY, table="fiscal", gather="sum")
    def public_revenue_guarantees(m: Names) -> Node:
        """Top-ups of revenue that the State has guaranteed, when paid."""
        return summed(*(m[f"{name}.received"] for name in revenue_guarantees))

    return section


def public_operating_subsidies(streams: Sequence[str]) -> Section:
    """What the State pays by these streams to subsidise operation: a row of its own."""
    section = Section("public_operating_subsidies", "Public side")

    @section.line("Operating subsidies", Unit.MONEY, table="fiscal", gather="sum")
    def public_operating_subsidies(m: Names) -> Node:
        """What the State adds to revenue from others, when paid."""
        return summed(*(m[f"{name}.received"] for name in streams))

    return section


def public_after_handover(concessions: Sequence[str]) -> Section:
    """What the State pays for a service that has gone over to it: no commitment, for its revenue has gone over too."""
    section = Section("public_after_handover", "Public side")

    @section.line("Costs after handover", Unit.MONEY, table="fiscal", gather="sum")
    def public_after_handover(m: Names) -> Node:
        """Costs of operation and replacement once the concession has ended."""
        return summed(*(m[f"{name}.reimbursed"] for name in concessions))

    return section


def public_payments(parties: Sequence[str], facilities: Sequence[str]) -> Section:
    """What the State pays; ``facilities`` are those whose lenders a guarantor may pay."""
    section = Section("public_payments", "Public side")

    @section.line("Payments for the service", Unit.MONEY, table="fiscal", gather="sum")
    def public_service_payments(m: Names) -> Node:
        """Availability payments, compensation and remuneration that the State pays, as received by the company."""
        return summed(*_paid(m, parties, cash="revenue"), *(-paid for paid in _on_revenue(m)))

    @section.line("Capital grants", Unit.MONEY, table="fiscal", gather="sum")
    def public_grants(m: Names) -> Node:
        """Grants of the State, when paid."""
        return summed(*_paid(m, parties, grant="received"))

    @section.line("Equity paid in by the State", Unit.MONEY, table="fiscal", gather="sum")
    def public_equity(m: Names) -> Node:
        """Equity and shareholder loans."""
        return summed(*_paid(m, parties, equity="in"), *_as_holder(m, parties, "holder_paid_in"))

    @section.line("Loans of the State", Unit.MONEY, table="fiscal", gather="sum")
    def public_loans(m: Names) -> Node:
        """What the State lends, when drawn."""
        return summed(*_paid(m, parties, funds="debt"), *_paid(m, parties, funds="standby"))

    @section.line("Guarantees called", Unit.MONEY, table="fiscal", gather="sum")
    def public_guarantees(m: Names) -> Node:
        """What the State pays to lenders as guarantor."""
        return summed(*(line for name in facilities for line in _paid(m, parties, guaranteed=name)))

    @section.line("VAT refunded by the State", Unit.MONEY)
    def public_vat_refund(m: Names) -> Node:
        """VAT on construction that comes back."""
        return m.vat_refund if _BUDGET in parties else m.nothing

    @section.line("Paid by the State", Unit.MONEY)
    def public_paid(m: Names) -> Node:
        """Everything that the State pays to the company."""
        return summed(*_paid(m, parties))

    @section.line("Subsidies and other payments", Unit.MONEY, table="fiscal", gather="sum")
    def public_subsidies(m: Names) -> Node:
        """Interest subsidies and whatever else the State pays, VAT refunds apart."""
        named = m.public_service_payments + m.public_grants + m.public_equity + m.public_loans + m.public_guarantees
        apart = (*_on_revenue(m), *_apart(m, "public_after_handover"))
        return m.public_paid - summed(named, *apart) - m.public_vat_refund

    @section.line("Commitments paid", Unit.MONEY, table="fiscal", gather="sum", total="yes")
    def public_commitments(m: Names) -> Node:
        """What the State is bound to pay: service, top-ups, grants, equity, subsidies; no loans or debt guarantees."""
        bound = m.public_service_payments + m.public_grants + m.public_equity + m.public_subsidies
        return summed(bound, *_on_revenue(m))

    return section


def public_receipts(parties: Sequence[str]) -> Section:
    """What the State receives from the company, and what is left of all flows."""
    section = Section("public_receipts", "Public side")

    @section.line("Corporate income tax received", Unit.MONEY, table="fiscal", gather="sum")
    def public_tax(m: Names) -> Node:
        """What the company pays as corporate income tax."""
        return summed(*_received(m, parties, chart="tax"), *_received(m, parties, tax="apart"))

    @section.line("VAT received less refunded", Unit.MONEY, table="fiscal", gather="sum")
    def public_vat(m: Names) -> Node:
        """VAT on construction; 0 over the years."""
        return m.vat_paid - m.vat_refund if _BUDGET in parties else m.nothing

    @section.line("Distributions received", Unit.MONEY, table="fiscal", gather="sum")
    def public_distributions(m: Names) -> Node:
        """Dividends, capital and shareholder loans paid to the State as shareholder."""
        return summed(*_received(m, parties, equity="out"), *_as_holder(m, parties, "holder_received"))

    @section.line("Received by the State", Unit.MONEY)
    def public_received(m: Names) -> Node:
        """Everything that the company pays to the State."""
        return summed(*_received(m, parties))

    @section.line("Fees, loan service and other receipts", Unit.MONEY, table="fiscal", gather="sum")
    def public_other_receipts(m: Names) -> Node:
        """Guarantee fees and claims repaid, service of the State's loans, grants paid back."""
        return m.public_received - m.public_tax - m.public_vat - m.public_vat_refund - m.public_distributions

    @section.line("Net cash effect on the State", Unit.MONEY, table="fiscal", gather="sum", total="yes")
    def public_net(m: Names) -> Node:
        """Received less paid; below 0 where the project costs the State money."""
        return m.public_received - m.public_paid

    return section
