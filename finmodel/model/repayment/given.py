"""Given schedule: the share of the debt repaid with each repayment, as stated."""

from finmodel.expr.functions import at
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["given"]

given = Section("given", "Loans")


@given.line("Principal of one unit", Unit.NUMBER)
def unit_principal(m: Names) -> Node:
    """The stated share; the shares add to 1."""
    return at(m.repayment_schedule, m.repayment_counter) * m.repayment_flag
