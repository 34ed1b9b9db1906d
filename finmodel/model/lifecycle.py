"""Lifecycle replacement: what is renewed every so many years of operation, and what that costs."""

from finmodel.expr.functions import floor, minimum, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["lifecycle", "lifecycle_totals"]

lifecycle = Section("lifecycle", "Lifecycle replacement")
lifecycle_totals = Section("lifecycle_totals", "Lifecycle replacement")


@lifecycle.scalar("Replacements in all", Unit.COUNT)
def replacements_total(m: Names) -> Node:
    """How many intervals are full before the last day of operation: nothing is replaced on that day."""
    return -floor(-(m.operation_end_month - m.completion_month) / (m.interval_years * 12)) - 1


@lifecycle.line("Replacements so far", Unit.COUNT)
def replacements(m: Names) -> Node:
    """How many full intervals of operation have passed, the last day of operation excepted."""
    return minimum(floor(m.operation_months_elapsed / (m.interval_years * 12)), m.replacements_total)


@lifecycle.line("Replacements due", Unit.COUNT)
def due(m: Names) -> Node:
    """The intervals that become full in the period."""
    return m.replacements - previous(m.replacements)


@lifecycle.line("Cost", Unit.MONEY, cash="lifecycle", payer="company", payee="supplier", member="member")
def cost(m: Names) -> Node:
    """Quantity × price × index, each time that it is due; an expense of the period."""
    return m.quantity * m.unit_cost * m.price_index * m.due * (1 + m.overrun)


@lifecycle_totals.line("Lifecycle replacement", Unit.MONEY, chart="lifecycle")
def lifecycle_total(m: Names) -> Node:
    """All items."""
    return summed(m.sum_of(cash="lifecycle"), *m.each(after_the_end="lifecycle"))
