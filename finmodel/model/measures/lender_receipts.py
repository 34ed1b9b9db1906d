"""What a lender receives by the schedule: interest while the loan is built up and repaid, principal, and fees."""

from finmodel.expr.functions import summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.currency.conversion import in_own_money
from finmodel.units import Unit

__all__ = ["lender_receipts"]

lender_receipts = Section("lender_receipts", "Blended finance")


@lender_receipts.line("Fees to the lender", Unit.MONEY)
def fees_to_lender(m: Names) -> Node:
    """Upfront, commitment and agency fees."""
    return m.upfront_fee + m.commitment_fee + m.agency_fee


@lender_receipts.line("Lent, in the loan's own money", Unit.MONEY)
def lent(m: Names) -> Node:
    """Drawdown; of a loan in another currency, counted at the rate of exchange of financial close."""
    return in_own_money(m, m.drawdown)


@lender_receipts.line("Scheduled receipts of the lender", Unit.MONEY)
def lender_receipt(m: Names) -> Node:
    """Interest and principal by the schedule, interest paid during construction, and fees if they count.

    Interest that somebody else pays to the lender counts: it is another's support. In the loan's own money.
    """
    during_construction = m.own_each(use="financing", capitalised="interest")
    subsidised = (m.scheduled_opening * m.subsidised_points * m.day_count,) if m.has("subsidised_points") else ()
    served = (m.scheduled_interest, m.scheduled_principal, *during_construction, *subsidised)
    return in_own_money(m, summed(*served, m.fees_count * m.fees_to_lender))


@lender_receipts.scalar("Money lent", Unit.MONEY, measured="lent")
def money_lent(m: Names) -> Node:
    """In total, in the loan's own money."""
    return total(m.lent)
