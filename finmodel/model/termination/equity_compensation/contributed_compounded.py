"""Shareholders are paid what they put in with their return, less what they have received with the same return."""

from finmodel.expr.functions import maximum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["contributed_compounded"]

contributed_compounded = Section("contributed_compounded", "Termination")


@contributed_compounded.line("Sponsors' funds with their return", Unit.MONEY)
def funds_compounded(m: Names) -> Node:
    """Paid in less paid out so far, compounded at the shareholders' return."""
    grown = previous(m.funds_compounded) * (1 + m.equity_rate) ** m.compounding_years
    return grown + m.equity_invested - m.equity_received


@contributed_compounded.line("Compensation of shareholders", Unit.MONEY)
def equity_compensation(m: Names) -> Node:
    """What brings the sponsors' return to the rate stated; not below 0."""
    return maximum(m.funds_compounded, 0) * m.contract_in_force
