"""Collection: what every revenue stream shares: receivables by days, cash received, and the totals."""

from finmodel.expr.functions import at, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["collection", "revenue_totals"]

collection = Section("collection", "Revenue")
revenue_totals = Section("revenue_totals", "Revenue")


@collection.line("Earned so far", Unit.MONEY)
def earned(m: Names) -> Node:
    """The running total of revenue."""
    return previous(m.earned) + m.revenue


@collection.line("Collected so far", Unit.MONEY)
def collected(m: Names) -> Node:
    """What had been earned as many days ago as payers take, in a straight line inside a period."""
    done = at(m.earned, m.collected_whole)
    ahead = at(m.earned, m.collected_whole + 1)
    return done + (m.collected_position - m.collected_whole) * (ahead - done)


@collection.line("Owed by the payer", Unit.MONEY, balance="receivables")
def receivable(m: Names) -> Node:
    """Earned and not yet collected."""
    return m.earned - m.collected


@collection.line("Received", Unit.MONEY, cash="revenue", payer="payer", payee="company", member="member")
def received(m: Names) -> Node:
    """What is collected in the period."""
    return m.collected - previous(m.collected)


@revenue_totals.line("Revenue", Unit.MONEY)
def revenue_total(m: Names) -> Node:
    """All streams, as earned."""
    return summed(m.sum_of(statement="revenue"), *m.each(after_the_end="earned"))


@revenue_totals.line("Revenue received", Unit.MONEY, chart="revenue")
def revenue_received(m: Names) -> Node:
    """All streams, as received."""
    return summed(m.sum_of(cash="revenue"), *m.each(after_the_end="revenue"))
