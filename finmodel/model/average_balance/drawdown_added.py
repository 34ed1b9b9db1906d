"""Interest on what is drawn in a period, added to the loan: with it the closed form (2·opening + drawdown)·a ÷ (1 − a).

Drawdown and the interest itself are added evenly over the period, so that half of both bears interest.
"""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.average_balance.terms import bearing_interest
from finmodel.units import Unit

__all__ = ["drawdown_added"]

drawdown_added = Section("drawdown_added", "Loans")


@drawdown_added.line("Growth of what is drawn in the period", Unit.RATE, drawdown_growth="yes")
def drawdown_growth(m: Names) -> Node:
    """a ÷ (1 − a) while construction lasts."""
    return m.construction_flag * m.half_rate / (1 - m.half_rate)


@drawdown_added.line("Growth of the interest added in the period", Unit.RATE, growth_rate="yes")
def interest_growth(m: Names) -> Node:
    """The same on the interest of the opening balance, which is added in the course of the period too."""
    return m.drawdown_growth * m.period_rate


@drawdown_added.line(
    "Interest on drawdown, added to the loan",
    Unit.MONEY,
    schedule_growth="yes",
    account_growth="yes",
    accrued="drawdown",
    capitalised="interest",
    asset="without_cash",
    interest="elsewhere",
)
def interest_on_drawdown(m: Names) -> Node:
    """On drawdown and on the interest added in the same period."""
    return m.drawdown * m.drawdown_growth + bearing_interest(m, m.scheduled_opening) * m.interest_growth
