"""Construction interest, added to the loan: no money moves, the balance grows, and repayment is of all of it."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.average_balance.terms import bearing_interest
from finmodel.units import Unit

__all__ = ["added"]

added = Section("added", "Loans")


@added.line("Rate added during construction", Unit.RATE, growth_rate="yes")
def construction_growth(m: Names) -> Node:
    """The rate of the period while construction lasts."""
    return m.construction_flag * m.period_rate


@added.line(
    "Interest during construction, added to the loan",
    Unit.MONEY,
    schedule_growth="yes",
    account_growth="yes",
    capitalised="interest",
    asset="without_cash",
    interest="elsewhere",
)
def interest_during_construction(m: Names) -> Node:
    """On the scheduled opening balance: it is part of what the assets cost, and no cash flow."""
    return bearing_interest(m, m.scheduled_opening) * m.construction_growth
