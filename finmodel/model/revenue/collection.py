"""Collection: what every revenue stream shares: receivables by days, cash received, and the totals."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["collection", "revenue_totals"]

collection = Section("collection", "Revenue")
revenue_totals = Section("revenue_totals", "Revenue")


@collection.line("Owed by the payer", Unit.MONEY, balance="receivables")
def receivable(m: Names) -> Node:
    """The revenue of the last days of the period, not yet received."""
    return m.revenue * m.receivable_days / m.days


@collection.line("Received", Unit.MONEY, cash="revenue", payer="payer", payee="company")
def received(m: Names) -> Node:
    """Revenue less the rise in what is owed."""
    return m.revenue - (m.receivable - previous(m.receivable))


@revenue_totals.line("Revenue", Unit.MONEY)
def revenue_total(m: Names) -> Node:
    """All streams, as earned."""
    return m.sum_of(statement="revenue")


@revenue_totals.line("Revenue received", Unit.MONEY, chart="revenue")
def revenue_received(m: Names) -> Node:
    """All streams, as received."""
    return m.sum_of(cash="revenue")
