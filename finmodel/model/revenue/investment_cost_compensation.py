"""Compensation of investment costs (КИЗ): the State pays the private partner's investment back in instalments."""

from finmodel.expr.functions import minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["investment_cost_compensation"]

investment_cost_compensation = Section("investment_cost_compensation", "Revenue")


@investment_cost_compensation.line("Months paid so far", Unit.MONTHS)
def months_paid(m: Names) -> Node:
    """Months of operation within the instalment years."""
    return minimum(m.operation_months_elapsed, m.instalment_years * 12)


@investment_cost_compensation.line("Compensation earned", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """Equal instalments from commissioning on, indexed as agreed."""
    months = m.months_paid - previous(m.months_paid)
    return m.amount * m.indexation * months / (m.instalment_years * 12)
