"""The shortfall of a covered loan: what its lender newly lacks, and what the lender has lost in the end."""

from finmodel.expr.functions import maximum, previous, value_where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.currency.conversion import revalued
from finmodel.units import Unit

__all__ = ["covered_loan"]

covered_loan = Section("covered_loan", "Loans")


@covered_loan.line("Lacking after cash and reserves", Unit.MONEY)
def lacking(m: Names) -> Node:
    """What is due to the lender, arrears included, less what its rank's cash and reserves pay."""
    return m.interest_due + m.principal_due - m.paid_of_rank


@covered_loan.line("Newly lacking", Unit.MONEY)
def newly_lacking(m: Names) -> Node:
    """The rise over the arrears of the period before: guarantors are called once for each shortfall.

    Less than the tolerance counts as none; arrears in another currency count at this period's rate.
    """
    rise = m.lacking - revalued(m, previous(m.overdue))
    return maximum(rise, 0) * (rise > m.tolerance)


@covered_loan.line("Overdue after guarantees", Unit.MONEY)
def overdue(m: Names) -> Node:
    """What is due and neither cash, reserves nor guarantors pay, at the end of the period."""
    return m.interest_due + m.principal_due - m.paid_to_lender


@covered_loan.line("Owed to the lender", Unit.MONEY)
def owed(m: Names) -> Node:
    """Balance and interest arrears, at the end of the period."""
    return m.closing + m.interest_arrears


@covered_loan.scalar("Lender's loss after guarantees", Unit.MONEY, guarantee="lender_loss")
def lender_loss(m: Names) -> Node:
    """What is still owed to the lender in the last period, when nothing more can come."""
    return value_where(m.owed, m.final_flag)
