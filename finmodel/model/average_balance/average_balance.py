"""Interest on the average balance: with a = rate ÷ 2, (1 + a) × opening = debt service + (1 − a) × closing.

From this alone follow the value of debt service, the annuity and the sculpted principal.
"""

from finmodel.expr.functions import both, previous, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["average_balance"]

average_balance = Section("average_balance", "Loans")


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


@average_balance.line("Interest as a share of the opening balance", Unit.RATE)
def schedule_rate(m: Names) -> Node:
    """By schedule, once construction is over: the rate at which cover over the loan life is discounted."""
    charged = both(m.scheduled_opening > m.tolerance, 1 - m.construction_flag)
    return where(charged, m.scheduled_interest / m.scheduled_opening, m.period_rate)
