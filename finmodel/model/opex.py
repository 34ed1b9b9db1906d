"""Operating expenditure: items by quantity and price a year, indexed, stepped by year; payables by days."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["opex", "opex_totals"]

opex = Section("opex", "Operating expenditure")
opex_totals = Section("opex_totals", "Operating expenditure")


@opex.line("Cost", Unit.MONEY, statement="opex")
def cost(m: Names) -> Node:
    """Quantity × price a year × index, for the part of the period in operation."""
    return m.quantity * m.unit_cost * m.price_index * m.operation_share * m.year_fraction * (1 + m.overrun)


@opex.line("Owed to the supplier", Unit.MONEY, balance="payables")
def payable(m: Names) -> Node:
    """The cost of the last days of the period, not yet paid."""
    return m.cost * m.payable_days / m.days


@opex.line("Paid", Unit.MONEY, cash="opex", payer="company", payee="supplier")
def paid(m: Names) -> Node:
    """Cost less the rise in what is owed."""
    return m.cost - (m.payable - previous(m.payable))


@opex_totals.line("Operating expenditure", Unit.MONEY)
def opex_total(m: Names) -> Node:
    """All items, as incurred."""
    return m.sum_of(statement="opex")


@opex_totals.line("Operating expenditure paid", Unit.MONEY, chart="opex")
def opex_paid(m: Names) -> Node:
    """All items, as paid."""
    return m.sum_of(cash="opex")
