"""Capital expenditure: items with quantity, price, index, contingency and spend profile; totals."""

from finmodel.expr.functions import at, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["capex", "capex_totals"]

capex = Section("capex", "Capital expenditure")
capex_totals = Section("capex_totals", "Capital expenditure")


@capex.line("Spent so far", Unit.SHARE)
def spent(m: Names) -> Node:
    """The planned share at today's progress, in a straight line between planned periods."""
    done = at(m.planned, m.progress_whole)
    ahead = at(m.planned, m.progress_whole + 1)
    return done + (m.progress - m.progress_whole) * (ahead - done)


@capex.scalar("Cost at prices of financial close", Unit.MONEY)
def base_cost(m: Names) -> Node:
    """Quantity × price per unit, before contingency and VAT, at the rate of exchange of close."""
    cost = m.quantity * m.unit_cost
    return cost * m.exchange_at_close if m.has("exchange_at_close") else cost


@capex.line("Planned cost", Unit.MONEY)
def planned_cost(m: Names) -> Node:
    """The share of the work done in the period at the prices of the period."""
    return m.base_cost * (m.spent - previous(m.spent)) * m.price_index


@capex.line("Contingency", Unit.MONEY)
def contingency_cost(m: Names) -> Node:
    """The allowance for the unforeseen, taken to be spent."""
    return m.planned_cost * m.contingency


@capex.line("Overrun", Unit.MONEY)
def overrun_cost(m: Names) -> Node:
    """What the work costs above plan and contingency (0 in the base case)."""
    return (m.planned_cost + m.contingency_cost) * m.overrun


@capex.line("Cost", Unit.MONEY, cash="capex", pool="pool", payer="company", payee="supplier", member="member")
def cost(m: Names) -> Node:
    """Planned cost, contingency and overrun, without VAT."""
    return m.planned_cost + m.contingency_cost + m.overrun_cost


@capex.line("VAT on the cost", Unit.MONEY, vat="input")
def vat(m: Names) -> Node:
    """VAT charged by the supplier on the taxable part of the cost."""
    return m.cost * m.vat_share * m.vat_rate


@capex_totals.line("Capital expenditure", Unit.MONEY, chart="capex")
def capex_total(m: Names) -> Node:
    """All items, without VAT."""
    return m.sum_of(cash="capex")
