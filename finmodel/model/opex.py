"""Operating expenditure: items by quantity and price a year, indexed, stepped by year; payables by days."""

from finmodel.expr.functions import at, previous, summed
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


@opex.line("Incurred so far", Unit.MONEY)
def incurred(m: Names) -> Node:
    """The running total of cost."""
    return previous(m.incurred) + m.cost


@opex.line("Settled so far", Unit.MONEY)
def settled(m: Names) -> Node:
    """What had been incurred as many days ago as the company takes to pay, in a straight line inside a period."""
    done = at(m.incurred, m.settled_whole)
    ahead = at(m.incurred, m.settled_whole + 1)
    return done + (m.settled_position - m.settled_whole) * (ahead - done)


@opex.line("Owed to the supplier", Unit.MONEY, balance="payables")
def payable(m: Names) -> Node:
    """Incurred and not yet settled."""
    return m.incurred - m.settled


@opex.line("Paid", Unit.MONEY, cash="opex", payer="company", payee="supplier", member="member")
def paid(m: Names) -> Node:
    """What is settled in the period."""
    return m.settled - previous(m.settled)


@opex_totals.line("Operating expenditure", Unit.MONEY)
def opex_total(m: Names) -> Node:
    """All items, as incurred."""
    return summed(m.sum_of(statement="opex"), *m.each(after_the_end="incurred"))


@opex_totals.line("Operating expenditure paid", Unit.MONEY, chart="opex")
def opex_paid(m: Names) -> Node:
    """All items, as paid."""
    return summed(m.sum_of(cash="opex"), *m.each(after_the_end="opex"))
