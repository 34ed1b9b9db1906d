"""Interest on the average balance: with a = rate ÷ 2, (1 + a) × opening = debt service + (1 − a) × closing.

From this alone follow the value of debt service, the annuity, the sculpted principal, and cover over the loan life.
"""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["average_balance", "life_on_average"]

average_balance = Section("average_balance", "Loans")
life_on_average = Section("life_on_average", "Loans")


@average_balance.line("Half of the rate for the period", Unit.RATE)
def half_rate(m: Names) -> Node:
    """What is drawn or repaid in the course of a period bears interest of half the period."""
    return m.period_rate / 2


@average_balance.line("Discount factor of the balance", Unit.INDEX)
def balance_factor(m: Names) -> Node:
    """1 before the first repayment, then times (1 − a) ÷ (1 + a) in each period of repayment."""
    step = (1 - m.half_rate * m.repayment_flag) / (1 + m.half_rate * m.repayment_flag)
    return (m.close_flag + previous(m.balance_factor)) * step


@average_balance.line("Discount factor of a payment", Unit.INDEX)
def payment_factor(m: Names) -> Node:
    """That of the balance one period before, divided by 1 + a."""
    return (m.close_flag + previous(m.balance_factor)) / (1 + m.half_rate * m.repayment_flag)


@average_balance.line("Closing balance times half of its rate", Unit.MONEY, weight="later", tier="tier")
def later_weight(m: Names) -> Node:
    """By schedule: what cover over the loan life takes off the value that is still to come."""
    return m.scheduled_closing * m.half_rate


@life_on_average.line("Discount factor of the balance over loan life", Unit.INDEX)
def loan_life_balance_factor(m: Names) -> Node:
    """1 at completion, then times (1 − a) ÷ (1 + a) in each period of service."""
    step = (1 - m.half_rate * m.service_flag) / (1 + m.half_rate * m.service_flag)
    return (m.close_flag + previous(m.loan_life_balance_factor)) * step
