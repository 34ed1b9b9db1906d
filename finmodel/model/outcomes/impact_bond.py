"""Impact bond: what provider and intermediary are paid out of what is paid for outcomes."""

from finmodel.expr.functions import at, maximum, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["impact_bond"]

impact_bond = Section("impact_bond", "Operating expenditure")


@impact_bond.line("Top-up due to the provider", Unit.MONEY)
def top_up_due(m: Names) -> Node:
    """The share of what is payable above the agreed amount a year, for the part of the period in operation."""
    threshold = m.impact_bond_top_up_above * m.operation_share * m.year_fraction
    return m.impact_bond_top_up * maximum(m.payable - threshold, 0)


@impact_bond.line(
    "Top-up paid to the provider", Unit.MONEY, statement="opex", cash="opex", payer="company", payee="provider"
)
def top_up_paid(m: Names) -> Node:
    """When the outcomes are verified, at the rate of exchange of that period."""
    return at(m.top_up_due, m.counter - m.verification_lag_periods) * m.exchange_level


@impact_bond.line(
    "Fee of management", Unit.MONEY, statement="opex", cash="opex", payer="company", payee="intermediary",
    resource="used",
)  # fmt: skip
def management_fee_paid(m: Names) -> Node:
    """The fee a year of operation, indexed; paid in the period it is for."""
    return m.impact_bond_management_fee * m.management_price * m.operation_share * m.year_fraction


@impact_bond.scalar("Top-up of the provider in total", Unit.MONEY)
def top_up_total(m: Names) -> Node:
    """Over the contract, in nominal money."""
    return total(m.top_up_paid)
