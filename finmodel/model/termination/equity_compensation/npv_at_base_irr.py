"""Shareholders are paid the value of the base case's distributions still to come, at its equity return."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["npv_at_base_irr"]

npv_at_base_irr = Section("npv_at_base_irr", "Termination")


@npv_at_base_irr.line("Compensation of shareholders", Unit.MONEY)
def equity_compensation(m: Names) -> Node:
    """Distributions of the base case still to come, discounted at the return that the contract states."""
    return m.agreed_value * m.contract_in_force
