"""Availability payment: paid for a service that is there, less deductions for areas out of use and for KPI points."""

from finmodel.expr.functions import minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["area", "availability_payment", "kpi"]

availability_payment = Section("availability_payment", "Revenue")
area = Section("availability_area", "Revenue")
kpi = Section("availability_kpi", "Revenue")


@availability_payment.line("Gross payment", Unit.MONEY)
def gross(m: Names) -> Node:
    """The amount a year, indexed, for the part of the period in operation, at the ramp-up reached."""
    return m.amount * m.indexation * m.operation_share * m.year_fraction * m.ramp_up


@area.line("Deduction for unavailability", Unit.MONEY, deduction="stream")
def unavailability(m: Names) -> Node:
    """Gross × weight × severity × share of time out of use × factor of continued use × ratchet per repeat."""
    size = m.weight * m.severity * m.time_out_of_use * m.continued_use
    return m.payment * size * m.ratchet ** (m.occurrences - 1)


@kpi.line("Deduction for performance points", Unit.MONEY, deduction="stream")
def performance(m: Names) -> Node:
    """Gross × points in the period × price of a point."""
    return m.payment * m.points * m.point_price


@availability_payment.line("Deductions before the cap", Unit.MONEY)
def deduction_uncapped(m: Names) -> Node:
    """Areas out of use and performance points together."""
    return m.sum_of(deduction=m.instance_name)


@availability_payment.line("Deductions", Unit.MONEY)
def deduction(m: Names) -> Node:
    """No more than the capped share of the gross payment, so that the payment is never negative."""
    return minimum(m.deduction_uncapped, m.deduction_cap * m.gross)


@availability_payment.line("Payment earned", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """Gross payment less deductions."""
    return m.gross - m.deduction
