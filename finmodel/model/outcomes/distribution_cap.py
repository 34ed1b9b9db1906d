"""Cap on the return of distributions: what could be distributed beyond the highest return goes back instead."""

from finmodel.expr.functions import maximum, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.outcomes.return_account import all_but_returned
from finmodel.units import Unit

__all__ = ["distribution_cap"]

distribution_cap = Section("distribution_cap", "Revenue")


@distribution_cap.line("Most that may be distributed under the cap", Unit.MONEY)
def distribution_room(m: Names) -> Node:
    """What is owed to sponsors at the highest return, with what they pay in."""
    return m.owed_brought_forward + m.equity_invested


@distribution_cap.line(
    "Returned above the cap", Unit.MONEY, before_distribution="paid", financing="out", after_interest="expense",
    payer="company", payee="returned_to", returned="returned_for",
)  # fmt: skip
def returned(m: Names) -> Node:
    """What could be distributed beyond that."""
    others = (-paid for paid in all_but_returned(m, before_distribution="paid"))
    return maximum(summed(m.cash_free, *others) - m.distribution_room, 0)


@distribution_cap.line("Return above the cap deducted", Unit.MONEY, deducted="later")
def returned_deducted(m: Names) -> Node:
    """From taxable profit a period later: cash of the period itself, which pays it, is after tax."""
    return previous(m.returned)


@distribution_cap.line("Owed at the cap", Unit.MONEY)
def owed_at_cap(m: Names) -> Node:
    """What sponsors are owed with the highest return, less what they are paid."""
    return maximum(m.distribution_room - m.equity_received, 0)
