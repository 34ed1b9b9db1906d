"""Costs of prepayment and refinancing: an expense when they are paid, deducted from taxable profit a period later."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["prepayment_costs"]

prepayment_costs = Section("prepayment_costs", "Income statement")


@prepayment_costs.line("Costs of prepayment and refinancing", Unit.MONEY, after_interest="expense")
def costs_of_prepayment(m: Names) -> Node:
    """Fees of prepayment, and what refinancing costs."""
    return m.sum_of(expense="prepayment")


@prepayment_costs.line("Costs of prepayment deducted", Unit.MONEY, deducted="later")
def prepayment_costs_deducted(m: Names) -> Node:
    """In the period after: cash of the period itself, which pays them, is after tax."""
    return previous(m.costs_of_prepayment)
