"""Grant element in closed form: a loan drawn at once and repaid in equal parts, from its terms alone."""

from finmodel.expr.functions import at, first_where, highest
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["closed_form"]

closed_form = Section("closed_form", "Blended finance")


@closed_form.line("Money is lent", Unit.FLAG)
def lent_flag(m: Names) -> Node:
    """1 in periods of drawdown."""
    return m.lent > m.tolerance


@closed_form.scalar("Period of the first drawdown", Unit.COUNT)
def lent_position(m: Names) -> Node:
    """From it the closed form counts."""
    return first_where(m.lent_flag)


@closed_form.scalar("Periods before repayment", Unit.COUNT)
def periods_before_repayment(m: Names) -> Node:
    """From drawdown to the first repayment, less one period of payment: the formula's G times payments a year."""
    return first_where(m.repayment_flag) - m.lent_position - 1


@closed_form.scalar("Periods to maturity", Unit.COUNT)
def periods_to_maturity(m: Names) -> Node:
    """From drawdown to the last repayment: the formula's M times payments a year."""
    return m.periods_before_repayment + highest(m.repayment_counter)


@closed_form.scalar("Discount rate for the period", Unit.RATE)
def measure_period_rate(m: Names) -> Node:
    """(1 + rate) to the power of the period in years, less 1."""
    return (1 + m.measure_rate) ** (m.period_months / 12) - 1


@closed_form.scalar("Grant element, closed form", Unit.SHARE)
def grant_element_closed(m: Names) -> Node:
    """(1 − r ÷ d) × (1 − (v^G − v^M) ÷ (d × (M − G))), v = 1 ÷ (1 + d), by periods; r: the rate of the last period.

    Equal to the grant element from cash flows where one drawdown bears one rate, without fees.
    """
    discount = m.measure_period_rate
    served = at(m.period_rate, m.lent_position + m.periods_to_maturity)
    waiting = (1 + discount) ** -m.periods_before_repayment - (1 + discount) ** -m.periods_to_maturity
    repayments = m.periods_to_maturity - m.periods_before_repayment
    return (1 - served / discount) * (1 - waiting / (discount * repayments))
