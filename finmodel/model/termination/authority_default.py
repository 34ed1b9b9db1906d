"""The authority defaults, ends the contract by choice, or acts politically: lenders and shareholders are made whole."""

from finmodel.expr.functions import maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["authority_default"]

authority_default = Section("authority_default", "Termination")


@authority_default.line("Compensation", Unit.MONEY, table="termination", gather="last", compensation="yes")
def compensation(m: Names) -> Node:
    """All debt, breakage, shareholders, staff and subcontractors, less accounts and insurance; not below 0."""
    owed = m.lenders_owed + m.breakage_cost + m.equity_compensation + m.exit_cost
    return maximum(owed - m.held_against_claims, 0) * m.contract_in_force


@authority_default.line("Paid to staff and subcontractors", Unit.MONEY)
def paid_to_staff(m: Names) -> Node:
    """The part of the compensation that is meant for them."""
    return m.exit_cost * m.contract_in_force
