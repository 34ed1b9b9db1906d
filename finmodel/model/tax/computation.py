"""Tax computation: profit, losses carried forward and expiring first in first out, tax; for any case of interest."""

from finmodel.expr.functions import earlier, floor, maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["computation"]

computation = Section("computation", "Tax")


@computation.line("Profit before losses", Unit.MONEY)
def profit(m: Names) -> Node:
    """Operating result less tax depreciation and the interest and fees that may be deducted."""
    return m.result_before_tax - m.tax_depreciation_total - m.deductible_interest


@computation.line("Loss of the period", Unit.MONEY)
def loss(m: Names) -> Node:
    """A negative profit."""
    return maximum(-m.profit, 0)


@computation.line("Losses so far", Unit.MONEY)
def loss_cumulative(m: Names) -> Node:
    """The running total of losses."""
    return previous(m.loss_cumulative) + m.loss


@computation.scalar("Periods a loss is carried forward", Unit.COUNT)
def carry_forward_periods(m: Names) -> Node:
    """Years of carry-forward in periods."""
    return floor(m.loss_carry_forward_years * 12 / m.period_months)


@computation.line("Losses brought forward", Unit.MONEY)
def losses_opening(m: Names) -> Node:
    """Unused losses at the end of the period before."""
    return previous(m.losses_closing)


@computation.line("Losses expired", Unit.MONEY)
def losses_expired(m: Names) -> Node:
    """Losses older than the carry-forward that neither use nor expiry has taken yet: the oldest go first."""
    return maximum(earlier(m.loss_cumulative, m.carry_forward_periods + 1) - previous(m.losses_gone), 0)


@computation.line("Losses used", Unit.MONEY)
def losses_used(m: Names) -> Node:
    """As much of the losses brought forward as there is profit."""
    return minimum(maximum(m.profit, 0), m.losses_opening - m.losses_expired)


@computation.line("Losses used or expired so far", Unit.MONEY)
def losses_gone(m: Names) -> Node:
    """The running total of use and expiry."""
    return previous(m.losses_gone) + m.losses_used + m.losses_expired


@computation.line("Losses carried forward", Unit.MONEY)
def losses_closing(m: Names) -> Node:
    """Brought forward, less expired and used, plus the loss of the period."""
    return m.losses_opening - m.losses_expired - m.losses_used + m.loss


@computation.line("Taxable income", Unit.MONEY)
def taxable_income(m: Names) -> Node:
    """Profit after losses; never negative."""
    return maximum(m.profit, 0) - m.losses_used


@computation.line("Corporate income tax", Unit.MONEY)
def tax(m: Names) -> Node:
    """Taxable income times the rate of the regime, paid in the period in which it arises."""
    return m.taxable_income * m.tax_rate
