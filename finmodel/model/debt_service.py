"""Debt service of all facilities: scheduled, due, paid."""

from finmodel.expr.functions import either, minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["debt_service"]

debt_service = Section("debt_service", "Debt service")


@debt_service.line("Debt in service", Unit.FLAG)
def service_flag(m: Names) -> Node:
    """1 while any facility is in service."""
    return either(*m.each(loan="service_flag"))


@debt_service.line("Scheduled interest", Unit.MONEY)
def scheduled_interest_total(m: Names) -> Node:
    """Every facility's."""
    return m.sum_of(schedule="interest")


@debt_service.line("Senior fees", Unit.MONEY)
def scheduled_fees(m: Names) -> Node:
    """Agency and letter-of-credit fees: paid before interest and counted as debt service."""
    return m.sum_of(scheduled_fee="yes")


@debt_service.line("Scheduled debt service", Unit.MONEY, chart="debt_service")
def scheduled_debt_service(m: Names) -> Node:
    """Scheduled interest, principal and senior fees."""
    return m.scheduled_interest_total + m.sum_of(schedule="principal") + m.scheduled_fees


@debt_service.line("Debt service due", Unit.MONEY)
def debt_service_due(m: Names) -> Node:
    """Interest and principal due, arrears included."""
    return m.sum_of(due="interest") + m.sum_of(due="principal")


@debt_service.line("Paid from cash", Unit.MONEY)
def debt_service_from_cash(m: Names) -> Node:
    """As much of what is due as the cash reaches."""
    return minimum(m.cash_for_debt_service, m.debt_service_due)


@debt_service.line("Lacking after cash", Unit.MONEY)
def debt_service_lacking(m: Names) -> Node:
    """What the reserve is asked for."""
    return m.debt_service_due - m.debt_service_from_cash


@debt_service.line("Debt service paid", Unit.MONEY)
def debt_service_paid(m: Names) -> Node:
    """From cash and from the reserve."""
    return m.debt_service_from_cash + m.sum_of(support="debt_service")


@debt_service.line("Arrears to lenders", Unit.MONEY)
def arrears(m: Names) -> Node:
    """What is due and not paid, at the end of the period."""
    return m.debt_service_due - m.debt_service_paid


@debt_service.line("Debt, closing", Unit.MONEY)
def debt_closing(m: Names) -> Node:
    """Principal owed on every facility."""
    return m.sum_of(chart="debt")
