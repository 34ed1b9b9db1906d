"""Mini-perm: repaid as an annuity over a longer notional tenor; what is then left falls due at the real one."""

from finmodel.expr.functions import at, both, equals, floor, maximum, previous, total, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["mini_perm"]

mini_perm = Section("mini_perm", "Loans")


@mini_perm.line("Repayment of the notional tenor", Unit.FLAG)
def notional_flag(m: Names) -> Node:
    """1 in the periods in which a loan of the notional tenor would be repaid."""
    begun = m.months_since_completion > m.grace_months
    return both(1 - m.construction_flag, begun, m.months_elapsed <= m.repayment_notional_tenor_months)


@mini_perm.line("Discount factor over the notional tenor", Unit.INDEX)
def notional_factor(m: Names) -> Node:
    """1 before the first repayment, then divided by 1 + rate of each period of the notional tenor."""
    return (m.close_flag + previous(m.notional_factor)) / (1 + m.period_rate * m.notional_flag)


@mini_perm.line("Discount factors of notional repayments", Unit.INDEX)
def notional_repayment_factor(m: Names) -> Node:
    """The discount factor in periods of notional repayment."""
    return m.notional_factor * m.notional_flag


@mini_perm.scalar("Notional repayments beyond the last period", Unit.COUNT)
def notional_beyond(m: Names) -> Node:
    """Whole periods of the notional tenor for which the model has no column."""
    beyond = m.repayment_notional_tenor_months - m.period_count * m.period_months
    return maximum(floor(beyond / m.period_months), 0)


@mini_perm.scalar("Value of notional repayments beyond the last period", Unit.NUMBER)
def notional_beyond_factor(m: Names) -> Node:
    """Of one unit a period, at the rate of the last period."""
    rate = at(m.period_rate, m.period_count)
    annuity = where(equals(rate, 0), m.notional_beyond, (1 - (1 + rate) ** -m.notional_beyond) / rate)
    return at(m.notional_factor, m.period_count) * annuity


@mini_perm.line("Instalment of one unit", Unit.NUMBER)
def unit_instalment(m: Names) -> Node:
    """The level payment of the notional tenor less interest."""
    level = 1 / (total(m.notional_repayment_factor) + m.notional_beyond_factor)
    return m.repayment_flag * (level - m.unit_opening * m.period_rate)


@mini_perm.line("Principal of one unit", Unit.NUMBER)
def unit_principal(m: Names) -> Node:
    """The instalment; with the last repayment all that is left, which is to be refinanced."""
    last = m.repayment_flag * equals(m.repayment_counter, total(m.repayment_flag))
    return where(last, m.unit_opening, m.unit_instalment)
