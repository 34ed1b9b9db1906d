"""Prepayment in inverse order of maturity: it takes the last instalments, and the loan ends earlier."""

from finmodel.expr.functions import maximum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.currency.conversion import revalued
from finmodel.units import Unit

__all__ = ["inverse_order"]

inverse_order = Section("inverse_order", "Loans")


@inverse_order.line("Prepaid so far, opening", Unit.MONEY)
def prepaid_before(m: Names) -> Node:
    """The running total at the end of the period before; in another currency, at this period's rate."""
    return revalued(m, previous(m.prepaid_so_far))


@inverse_order.line("Prepaid so far", Unit.MONEY)
def prepaid_so_far(m: Names) -> Node:
    """The running total."""
    return m.prepaid_before + m.prepaid


@inverse_order.line("Balance asked for after prepayment", Unit.MONEY)
def prepayment_target(m: Names) -> Node:
    """The contract's less all that was prepaid before: instalments stay as they are, the last ones fall away."""
    return maximum(m.scheduled_closing - m.prepaid_before, 0)
