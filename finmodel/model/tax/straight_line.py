"""Straight line: the cost of the pool in equal parts over its life."""

from finmodel.expr.functions import minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["straight_line"]

straight_line = Section("straight_line", "Tax depreciation")


@straight_line.line("Cost so far", Unit.MONEY)
def cost_so_far(m: Names) -> Node:
    """The running total of additions."""
    return previous(m.cost_so_far) + m.additions


@straight_line.line("Charge", Unit.MONEY)
def charge(m: Names) -> Node:
    """Cost ÷ life × years, no more than the balance."""
    years = m.operation_share * m.year_fraction
    return minimum(m.cost_so_far / m.life_years * years, m.opening + m.additions)
