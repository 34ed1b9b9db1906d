"""Recovered later: the part to be paid back comes from cash after all debt, before anything is distributed."""

from finmodel.expr.functions import maximum, minimum, summed, value_where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["recovered_later", "recovery_cash"]

recovered_later = Section("recovered_later", "Grants")
recovery_cash = Section("recovery_cash", "Grants")


@recovery_cash.line("Cash for grants to be paid back", Unit.MONEY)
def cash_for_recoveries(m: Names) -> Node:
    """Once construction is over: above the minimum, what reserves, junior lenders, claims and sweeps leave."""
    before = (*m.each(junior="paid"), *m.each(claim="repaid"), *m.each(sweep="paid"))
    kept = m.minimum_cash * (1 - m.final_flag) + m.kept_for_suppliers
    left = summed(m.cash_after_reserves, *(-paid for paid in before)) - kept
    return maximum(left, 0) * (1 - m.construction_flag)


@recovered_later.line("Due to be paid back", Unit.FLAG)
def recovery_flag(m: Names) -> Node:
    """1 from the period that ends the stated months after completion."""
    return m.months_elapsed >= m.completion_month + m.recovery_months


@recovered_later.line(
    "Grant paid back",
    Unit.MONEY,
    after_debt="paid",
    recovery="paid",
    financing="out",
    payer="company",
    payee="grantor",
)
def recovered(m: Names) -> Node:
    """As far as cash reaches; what is not paid stays owed."""
    return minimum(m.cash_for_recovery, m.recovery_opening) * m.recovery_flag


@recovered_later.line("Cash left by this grant", Unit.MONEY)
def recovery_cash_left(m: Names) -> Node:
    """For preparation grants that follow."""
    return m.cash_for_recovery - m.recovered


@recovered_later.scalar("Grant never paid back", Unit.MONEY, check="alert")
def recovery_lost(m: Names) -> Node:
    """What the company still owes to the grantor in the last period, when nothing more can come."""
    return value_where(m.recovery_closing, m.final_flag)
