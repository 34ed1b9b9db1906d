"""A loan in a foreign currency: its commitment in its own money, and what a move of the rate adds to the debt."""

from finmodel.expr.functions import at, filled, previous, ratio, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.hedging.terms import all_in_rate
from finmodel.units import Unit

__all__ = ["foreign_loan"]

foreign_loan = Section("foreign_loan", "Loans")


@foreign_loan.solved("Level at which the loan is drawn", Unit.INDEX, guess=1.0)
def drawdown_level(m: Names) -> Node:
    """The rates at which it is drawn relative to close, weighted by drawdown; solved, for drawdown needs it."""
    return filled(ratio(total(m.drawdown), at(m.drawn, m.period_count)), 1)


@foreign_loan.scalar("Commitment in its own money, at the rate of close", Unit.MONEY)
def own_commitment(m: Names) -> Node:
    """What the lender commits: once drawn by plan, it pays for the commitment in the case's currency."""
    return m.commitment / m.drawdown_level


@foreign_loan.scalar("Commitment in the loan's currency", Unit.NUMBER)
def foreign_commitment(m: Names) -> Node:
    """The same in units of the currency."""
    return m.own_commitment / m.exchange_at_close


@foreign_loan.line("Rate for the period in the case's currency", Unit.RATE)
def case_period_rate(m: Names) -> Node:
    """(1 + rate of the period) × (rate of exchange ÷ that of the period before) − 1."""
    return (1 + all_in_rate(m)) * m.currency_growth - 1


@foreign_loan.line("Scheduled balance, revaluation", Unit.MONEY)
def scheduled_revaluation(m: Names) -> Node:
    """What the move of the rate in the period adds to the scheduled balance of the period before."""
    return m.scheduled_opening - previous(m.scheduled_closing)


@foreign_loan.line("Balance, revaluation", Unit.MONEY, weight="revaluation", tier="tier")
def revaluation(m: Names) -> Node:
    """What the move of the rate in the period adds to the balance of the period before."""
    return m.opening - previous(m.closing)


@foreign_loan.line("Interest arrears, revaluation", Unit.MONEY)
def arrears_revaluation(m: Names) -> Node:
    """What the move of the rate in the period adds to interest that is overdue."""
    return m.interest_arrears_opening - previous(m.interest_arrears)


@foreign_loan.line("Revaluation during construction", Unit.MONEY, asset="without_cash")
def revaluation_capitalised(m: Names) -> Node:
    """Part of what the assets cost, by schedule."""
    return m.scheduled_revaluation * m.construction_flag


@foreign_loan.line("Revaluation, expense", Unit.MONEY, expense="financing")
def revaluation_expense(m: Names) -> Node:
    """The rest is an expense when the rate moves, whether or not it is paid; a gain where it is negative."""
    return m.revaluation + m.arrears_revaluation - m.revaluation_capitalised


@foreign_loan.line("Revaluation deducted, by schedule", Unit.MONEY, deductible="scheduled")
def revaluation_deducted(m: Names) -> Node:
    """Once construction is over, for tax in sizing."""
    return m.scheduled_revaluation * (1 - m.construction_flag)
