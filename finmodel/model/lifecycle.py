"""Lifecycle replacement: what is renewed every so many years of operation, and what that costs."""

from finmodel.expr.functions import both, floor, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["lifecycle", "lifecycle_totals"]

lifecycle = Section("lifecycle", "Lifecycle replacement")
lifecycle_totals = Section("lifecycle_totals", "Lifecycle replacement")


@lifecycle.line("Replacements so far", Unit.COUNT)
def replacements(m: Names) -> Node:
    """How many full intervals of operation have passed."""
    return floor(m.operation_months_elapsed / (m.interval_years * 12))


@lifecycle.line("Replacement due", Unit.FLAG)
def due(m: Names) -> Node:
    """1 when an interval is full and operation goes on after the period."""
    return both(m.replacements > previous(m.replacements), m.months_elapsed < m.operation_end_month)


@lifecycle.line("Cost", Unit.MONEY, cash="lifecycle", payer="company", payee="supplier")
def cost(m: Names) -> Node:
    """Quantity × price × index when due; an expense of the period."""
    return m.quantity * m.unit_cost * m.price_index * m.due * (1 + m.overrun)


@lifecycle_totals.line("Lifecycle replacement", Unit.MONEY, chart="lifecycle")
def lifecycle_total(m: Names) -> Node:
    """All items."""
    return m.sum_of(cash="lifecycle")
