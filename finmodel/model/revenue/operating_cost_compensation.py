"""Compensation of operating costs (КОЗ): the State pays the cost of operation, indexed as the contract says."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["operating_cost_compensation"]

operating_cost_compensation = Section("operating_cost_compensation", "Revenue")


@operating_cost_compensation.line("Compensation earned", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """The amount a year, indexed, for the part of the period in operation."""
    return m.amount * m.indexation * m.operation_share * m.year_fraction
