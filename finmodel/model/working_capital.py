"""Working capital: what payers owe the company and the company owes suppliers, and what its change costs."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["working_capital"]

working_capital = Section("working_capital", "Working capital")


@working_capital.line("Receivables, closing", Unit.MONEY, balance="asset")
def receivables_closing(m: Names) -> Node:
    """Revenue earned and not yet received."""
    return m.sum_of(balance="receivables")


@working_capital.line("Payables, closing", Unit.MONEY, balance="liability")
def payables_closing(m: Names) -> Node:
    """Costs incurred and not yet paid."""
    return m.sum_of(balance="payables")


@working_capital.line("Increase in working capital", Unit.MONEY)
def working_capital_movement(m: Names) -> Node:
    """The rise in receivables less the rise in payables: cash tied up in the period."""
    rise = m.receivables_closing - previous(m.receivables_closing)
    return rise - (m.payables_closing - previous(m.payables_closing))
