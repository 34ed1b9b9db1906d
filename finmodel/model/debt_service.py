"""Debt service of the senior facilities, which rank first and equal: scheduled, due, paid."""

from finmodel.expr.functions import either, minimum, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["debt_service"]

debt_service = Section("debt_service", "Debt service")


@debt_service.scalar("Senior debt committed", Unit.MONEY, kpi="senior_debt")
def senior_commitment(m: Names) -> Node:
    """The commitments of the facilities that rank first."""
    return m.sum_of(sizing="commitment", tier="senior")


@debt_service.line("Debt in service", Unit.FLAG)
def service_flag(m: Names) -> Node:
    """1 while any senior facility is in service."""
    return either(*m.each(loan="service_flag", tier="senior"))


@debt_service.line("Debt in service, refinanced or not", Unit.FLAG)
def in_service_flag(m: Names) -> Node:
    """1 while any senior facility, or a new loan in its place, is in service."""
    return either(m.service_flag, *m.each(loan="new_service_flag"))


@debt_service.line("Scheduled interest", Unit.MONEY)
def scheduled_interest_total(m: Names) -> Node:
    """Every facility's, junior ones too."""
    return m.sum_of(schedule="interest")


@debt_service.line("Senior fees", Unit.MONEY)
def scheduled_fees(m: Names) -> Node:
    """Agency and letter-of-credit fees, net payments of hedges: paid before interest, counted as debt service."""
    return summed(*m.each(scheduled_fee="yes"), *m.each(scheduled_fee="hedge"))


@debt_service.line("Scheduled debt service", Unit.MONEY)
def scheduled_debt_service(m: Names) -> Node:
    """Scheduled interest and principal of the senior facilities, and senior fees."""
    interest, principal = m.each(schedule="interest", tier="senior"), m.each(schedule="principal", tier="senior")
    return summed(*interest, *principal, m.scheduled_fees)


@debt_service.line("Debt service for cover", Unit.MONEY, chart="debt_service")
def tested_debt_service(m: Names) -> Node:
    """Scheduled debt service, less what prepayment has taken from the schedule before, and what a new loan asks for."""
    saved = (*m.each(relief="interest", tier="senior"), *m.each(relief="principal", tier="senior"))
    asked = (*m.each(asked="interest", tier="senior"), *m.each(asked="principal", tier="senior"))
    return summed(m.scheduled_debt_service, *(-amount for amount in saved), *asked, *m.each(fee_change="senior"))


@debt_service.line("Debt service due", Unit.MONEY)
def debt_service_due(m: Names) -> Node:
    """Interest and principal due, arrears included."""
    return summed(*m.each(due="interest", tier="senior"), *m.each(due="principal", tier="senior"))


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
    return summed(m.debt_service_due - m.debt_service_paid, *(-paid for paid in m.each(guaranteed_tier="senior")))


@debt_service.line("Debt, closing", Unit.MONEY)
def debt_closing(m: Names) -> Node:
    """Principal owed on every facility."""
    return m.sum_of(chart="debt")
