"""Bridge: a loan against money that is on its way; what is owed on it follows what is still to come."""

from finmodel.expr.functions import maximum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["bridge"]

bridge = Section("bridge", "Bridge loans")


@bridge.line("Bridge loan, opening", Unit.MONEY)
def bridge_opening(m: Names) -> Node:
    """What was lent against money to come at the end of the period before."""
    return previous(m.bridge_closing)


@bridge.line("Bridge loan drawn", Unit.MONEY, payer="bridge_lender", payee="company")
def bridge_drawn(m: Names) -> Node:
    """As more is to come: what was awaited less what came, where that is a rise."""
    return maximum(m.bridge_closing - m.bridge_opening, 0)


@bridge.line("Bridge loan repaid", Unit.MONEY, payer="company", payee="bridge_lender")
def bridge_repaid(m: Names) -> Node:
    """From the money that has come."""
    return maximum(m.bridge_opening - m.bridge_closing, 0)


@bridge.line("Bridge loan, closing", Unit.MONEY, balance="liability", owed="senior")
def bridge_closing(m: Names) -> Node:
    """As much as is bridged of the money that is still to come."""
    return m.bridged


@bridge.line("Upfront fee of the bridge", Unit.MONEY, use="financing", payer="company", payee="bridge_lender")
def bridge_upfront_fee(m: Names) -> Node:
    """The fee rate on the commitment, paid at financial close."""
    return m.close_flag * m.bridge_upfront_fee_rate * m.bridge_commitment


@bridge.line("Commitment fee of the bridge", Unit.MONEY, use="financing", payer="company", payee="bridge_lender")
def bridge_commitment_fee(m: Names) -> Node:
    """The fee rate on what is committed and not lent at the start of the period, while construction lasts."""
    undrawn = maximum(m.bridge_commitment - m.bridge_opening, 0)
    return m.construction_flag * m.bridge_commitment_fee_rate * undrawn * m.day_count


@bridge.line("Interest of the bridge", Unit.MONEY)
def bridge_interest(m: Names) -> Node:
    """On the opening balance."""
    return m.bridge_opening * m.bridge_rate * m.day_count


@bridge.line(
    "Interest of the bridge during construction", Unit.MONEY, use="financing", payer="company", payee="bridge_lender"
)
def bridge_interest_funded(m: Names) -> Node:
    """Paid from sources of funds, and part of what the assets cost."""
    return m.bridge_interest * m.construction_flag


@bridge.line(
    "Interest of the bridge in operation",
    Unit.MONEY,
    fee="senior",
    scheduled_fee="yes",
    payer="company",
    payee="bridge_lender",
)
def bridge_interest_served(m: Names) -> Node:
    """Paid like a senior fee: before interest of the facilities, and counted as debt service."""
    return m.bridge_interest * (1 - m.construction_flag)
