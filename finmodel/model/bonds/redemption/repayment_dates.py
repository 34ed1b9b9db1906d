"""Dates of repayment: the coupon dates after the months of grace, for profiles that repay or save in instalments."""

from finmodel.expr.functions import both, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.bonds.day_counts import month_number
from finmodel.units import Unit

__all__ = ["repayment_dates"]

repayment_dates = Section("repayment_dates", "Bonds")


@repayment_dates.line("Date of repayment", Unit.FLAG)
def repayment_flag(m: Names) -> Node:
    """1 on coupon dates once the months of grace after issue are over."""
    months = month_number(m.regular_date) - month_number(m.issue_date)
    return both(m.coupon_flag, months > m.redemption_grace_months)


@repayment_dates.scalar("Dates of repayment in all", Unit.COUNT)
def repayments(m: Names) -> Node:
    """How many there are."""
    return total(m.repayment_flag)
