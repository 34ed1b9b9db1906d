"""Subsidy of interest that somebody pays for the company: its present value at the rate that the lender receives."""

from finmodel.expr.functions import sum_product
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["interest_given"]

interest_given = Section("interest_given", "Blended finance")


@interest_given.line("Interest rate with the points subsidised", Unit.RATE)
def full_rate(m: Names) -> Node:
    """What the lender receives a year: from the company, and from who subsidises."""
    return m.loan_rate + m.loan_points


@interest_given.line("Subsidy by schedule", Unit.MONEY)
def subsidy_by_schedule(m: Names) -> Node:
    """The points on the scheduled balance."""
    return m.loan_balance * m.loan_points * m.day_count


@interest_given.scalar("Subsidy", Unit.MONEY, subsidy="grant")
def grant_equivalent(m: Names) -> Node:
    """The present value at financial close, at the rate that the lender receives."""
    return sum_product(m.subsidy_by_schedule, m.measure_factor)
