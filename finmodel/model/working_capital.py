"""Working capital: what payers owe the company and the company owes suppliers, and what its change costs."""

from finmodel.expr.functions import floor, maximum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["working_capital"]

working_capital = Section("working_capital", "Working capital")


@working_capital.line("Period collected", Unit.NUMBER)
def collected_position(m: Names) -> Node:
    """Payers have paid what was earned up to here: their days of 365 a year, before the end of the period."""
    return maximum(m.counter - m.receivable_days * 12 / 365 / m.period_months, 0)


@working_capital.line("Whole periods collected", Unit.COUNT)
def collected_whole(m: Names) -> Node:
    """The whole periods in it."""
    return floor(m.collected_position)


@working_capital.line("Period settled", Unit.NUMBER)
def settled_position(m: Names) -> Node:
    """Suppliers have been paid what was incurred up to here."""
    return maximum(m.counter - m.payable_days * 12 / 365 / m.period_months, 0)


@working_capital.line("Whole periods settled", Unit.COUNT)
def settled_whole(m: Names) -> Node:
    """The whole periods in it."""
    return floor(m.settled_position)


@working_capital.line("Receivables, closing", Unit.MONEY, balance="asset")
def receivables_closing(m: Names) -> Node:
    """Revenue earned and not yet received."""
    return m.sum_of(balance="receivables")


@working_capital.line("Payables, closing", Unit.MONEY, balance="liability")
def payables_closing(m: Names) -> Node:
    """Costs incurred and not yet paid."""
    return m.sum_of(balance="payables")


@working_capital.line("Kept for suppliers", Unit.MONEY)
def kept_for_suppliers(m: Names) -> Node:
    """Once operation has ended, what is owed to suppliers beyond what payers still owe is not distributed."""
    ended = m.months_elapsed >= m.operation_end_month
    return maximum(m.payables_closing - m.receivables_closing, 0) * ended


@working_capital.line("Increase in working capital", Unit.MONEY)
def working_capital_movement(m: Names) -> Node:
    """The rise in receivables less the rise in payables: cash tied up in the period."""
    rise = m.receivables_closing - previous(m.receivables_closing)
    return rise - (m.payables_closing - previous(m.payables_closing))
