"""Value of a hedge in the accounts: what was agreed less the rate of the day, on the balance that is hedged."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["hedge_value"]

hedge_value = Section("hedge_value", "Hedges")


@hedge_value.line("Value owed to the bank", Unit.MONEY, balance="liability", owed="senior")
def value(m: Names) -> Node:
    """Loan and hedge together stand in the accounts at the rate agreed; negative where the bank owes."""
    return m.hedged_balance * m.gap


@hedge_value.line("Change in value", Unit.MONEY, expense="financing")
def value_change(m: Names) -> Node:
    """An expense that is no cash flow: it offsets the revaluation of the loan."""
    return m.value - previous(m.value)
