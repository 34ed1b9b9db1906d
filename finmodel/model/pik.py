"""Interest paid in kind (PIK): a margin that is added to the loan until repayment begins, and paid from then on."""

from finmodel.expr.functions import equals, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["pik"]

pik = Section("pik", "Loans")


@pik.line("PIK margin paid", Unit.RATE, rate="paid")
def pik_paid_margin(m: Names) -> Node:
    """Once repayment begins the margin is paid with the other interest."""
    return m.pik_margin * (m.repayment_counter > 0)


@pik.line("PIK rate for the period", Unit.RATE, growth_rate="yes")
def pik_period_rate(m: Names) -> Node:
    """The PIK margin a year times the day count of the period, until repayment begins."""
    return m.pik_margin * m.day_count * equals(m.repayment_counter, 0)


@pik.line("Growth in kind since completion", Unit.INDEX)
def growth_in_kind(m: Names) -> Node:
    """1 at completion; what interest in kind makes of each unit that is owed then, until repayment begins."""
    before = m.close_flag + previous(m.growth_in_kind)
    return before * (1 + m.pik_period_rate * (1 - m.construction_flag))


@pik.line("Scheduled PIK interest", Unit.MONEY, schedule_growth="yes")
def scheduled_pik(m: Names) -> Node:
    """On the scheduled opening balance."""
    return m.scheduled_opening * m.pik_period_rate


@pik.line("PIK interest deducted, by schedule", Unit.MONEY, deductible="scheduled")
def scheduled_pik_deducted(m: Names) -> Node:
    """Once construction is over it is deducted from profit as it accrues, as in the accounts."""
    return m.scheduled_pik * (1 - m.construction_flag)


@pik.line("PIK interest", Unit.MONEY, account_growth="yes", account="interest")
def pik_interest(m: Names) -> Node:
    """On the opening balance: an expense when it accrues, cash when the loan is repaid."""
    return m.opening * m.pik_period_rate


@pik.line("PIK interest during construction", Unit.MONEY, capitalised="interest", asset="without_cash")
def pik_during_construction(m: Names) -> Node:
    """Part of what the assets cost, by schedule."""
    return m.scheduled_pik * m.construction_flag
