"""Annuity: equal debt service; with a rate that changes, equal at the discount factors of the whole term."""

from finmodel.expr.functions import total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.average_balance.terms import of_principal, payment_factor
from finmodel.units import Unit

__all__ = ["annuity"]

annuity = Section("annuity", "Loans")


@annuity.line("Discount factors of repayments", Unit.INDEX)
def annuity_factor(m: Names) -> Node:
    """The discount factor in periods of repayment."""
    return payment_factor(m) * m.repayment_flag


@annuity.line("Principal of one unit", Unit.NUMBER)
def unit_principal(m: Names) -> Node:
    """The level payment less interest."""
    return m.repayment_flag * of_principal(m, 1 / total(m.annuity_factor) - m.unit_opening * m.period_rate)
