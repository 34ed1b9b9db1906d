"""Spending as allocated: labelled proceeds are paid out when they are allocated to eligible projects."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["labelled_spending"]

labelled_spending = Section("labelled_spending", "Account of the bonds")


@labelled_spending.line("Proceeds without a label", Unit.MONEY)
def unlabelled_proceeds(m: Names) -> Node:
    """What bonds bring that are not for eligible projects alone."""
    return m.proceeds_received - m.green_proceeds


@labelled_spending.line("To be paid out", Unit.MONEY)
def to_be_paid_out(m: Names) -> Node:
    """What is allocated to eligible projects, in the period of allocation, and at once what bears no label."""
    return m.green_allocated + m.unlabelled_proceeds
