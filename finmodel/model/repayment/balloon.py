"""Balloon: equal principal, but for a stated share at maturity (all of it: a bullet)."""

from finmodel.expr.functions import equals, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["balloon"]

balloon = Section("balloon", "Loans")


@balloon.line("Principal of one unit", Unit.NUMBER)
def unit_principal(m: Names) -> Node:
    """The rest in equal parts over all repayments, the balloon with the last."""
    last = m.repayment_flag * equals(m.repayment_counter, total(m.repayment_flag))
    return m.repayment_flag * (1 - m.repayment_balloon) / total(m.repayment_flag) + last * m.repayment_balloon
