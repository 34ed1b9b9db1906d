"""Handover: what is earned and spent once a concession has ended is the authority's, by way of the company."""

from collections.abc import Sequence

from finmodel.expr.functions import previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.opex import opex
from finmodel.model.revenue.collection import collection
from finmodel.units import Unit

__all__ = ["collected_for_others", "costs_after_the_end", "passed_on", "settled_for_others"]

collected_for_others = collection.without("receivable", "received")
settled_for_others = opex.without("cost", "payable", "paid")
"""What runs up and is paid in time, as of any stream and any cost."""


def passed_on(stream: str) -> Section:
    """The revenue of one stream that is no longer the company's: passed on when payers have paid."""
    section = Section("revenue_passed_on", "Revenue")

    @section.line("Revenue handed over", Unit.MONEY, after_the_end="earned")
    def revenue(m: Names) -> Node:
        """What the stream earns once the concession has ended, taken off the company's revenue."""
        return -m[f"{stream}.revenue"] * m.handed_over_share

    @section.line("Period collected", Unit.NUMBER)
    def collected_position(m: Names) -> Node:
        """As the stream itself is collected."""
        return _of_stream(m, stream, "collected_position")

    @section.line("Whole periods collected", Unit.COUNT)
    def collected_whole(m: Names) -> Node:
        """The whole periods in it."""
        return _of_stream(m, stream, "collected_whole")

    @section.line("Owed by the payer to the authority", Unit.MONEY, balance="receivables")
    def receivable(m: Names) -> Node:
        """What of the stream's receivables is not the company's."""
        return m.earned - m.collected

    @section.line("Received for the authority", Unit.MONEY, after_the_end="revenue")
    def received(m: Names) -> Node:
        """What is collected in the period and is not the company's, taken off what the company receives."""
        return m.collected - previous(m.collected)

    @section.line("Passed on", Unit.MONEY, payer="company", payee="payee")
    def given(m: Names) -> Node:
        """The same, paid to whoever has taken over."""
        return -m.received

    return section


def _of_stream(m: Names, stream: str, line: str) -> Node:
    """A line of the stream, if payment has a time of its own there; else that of the whole case."""
    own = f"{stream}.{line}"
    return m[own] if m.has(own) else m[f"usual_{line}"]


def costs_after_the_end(opex_items: Sequence[str], replacements: Sequence[str]) -> Section:
    """The costs of these items that are no longer the company's, in the stated share."""
    section = Section("costs_after_the_end", "Revenue")

    @section.line("Operating costs taken over", Unit.MONEY, after_the_end="incurred")
    def cost(m: Names) -> Node:
        """What is spent on operation once the concession has ended, taken off the company's costs."""
        return -summed(*(m[f"{name}.cost"] for name in opex_items)) * m.handed_over_share * m.costs_taken_over

    @section.line("Owed to suppliers by the authority", Unit.MONEY, balance="payables")
    def payable(m: Names) -> Node:
        """What of the payables is not the company's."""
        return m.incurred - m.settled

    @section.line("Operating costs paid by the authority", Unit.MONEY, after_the_end="opex")
    def paid(m: Names) -> Node:
        """What is paid in the period and is not the company's, taken off what the company pays."""
        return m.settled - previous(m.settled)

    @section.line("Replacement taken over", Unit.MONEY, after_the_end="lifecycle")
    def replacement(m: Names) -> Node:
        """What is replaced once the concession has ended, taken off the company's costs."""
        return -summed(*(m[f"{name}.cost"] for name in replacements)) * m.handed_over_share * m.costs_taken_over

    @section.line("Costs reimbursed", Unit.MONEY, payer="payee", payee="company")
    def reimbursed(m: Names) -> Node:
        """Operating costs and replacement, paid by whoever has taken over."""
        return -(m.paid + m.replacement)

    return section
