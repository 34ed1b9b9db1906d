"""Who is paid out of a termination in which order, and what lenders and sponsors lose."""

from finmodel.expr.functions import maximum, minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["outcome"]

outcome = Section("termination_outcome", "Termination")


@outcome.line("Money to share out", Unit.MONEY)
def money_to_share(m: Names) -> Node:
    """Compensation, accounts and insurance, less what is meant for staff and subcontractors."""
    meant_for_others = m.paid_to_staff if m.has("paid_to_staff") else m.nothing
    return m.compensation + m.held_against_claims * m.contract_in_force - meant_for_others


@outcome.line("Paid to senior lenders", Unit.MONEY)
def paid_to_senior(m: Names) -> Node:
    """First, with their breakage cost."""
    return minimum(m.money_to_share, (m.senior_owed + m.breakage_cost) * m.contract_in_force)


@outcome.line("Paid to junior creditors", Unit.MONEY)
def paid_to_junior(m: Names) -> Node:
    """From what senior lenders leave."""
    return minimum(m.money_to_share - m.paid_to_senior, m.junior_owed * m.contract_in_force)


@outcome.line("Paid to suppliers", Unit.MONEY)
def paid_to_suppliers(m: Names) -> Node:
    """Operating costs left unpaid, from what lenders leave."""
    left = m.money_to_share - m.paid_to_senior - m.paid_to_junior
    return minimum(left, m.operating_arrears * m.contract_in_force)


@outcome.line("Paid to sponsors", Unit.MONEY)
def paid_to_sponsors(m: Names) -> Node:
    """What is left."""
    return m.money_to_share - m.paid_to_senior - m.paid_to_junior - m.paid_to_suppliers


@outcome.line("Senior lenders' loss", Unit.MONEY, table="termination", gather="last")
def senior_loss(m: Names) -> Node:
    """What is owed to them, breakage cost included, and not paid."""
    return (m.senior_owed + m.breakage_cost) * m.contract_in_force - m.paid_to_senior


@outcome.line("Junior creditors' loss", Unit.MONEY, table="termination", gather="last")
def junior_loss(m: Names) -> Node:
    """What is owed to them and not paid."""
    return m.junior_owed * m.contract_in_force - m.paid_to_junior


@outcome.line("Lenders' loss", Unit.MONEY, table="termination", gather="last", total="yes")
def lenders_loss(m: Names) -> Node:
    """Senior and junior together."""
    return m.senior_loss + m.junior_loss


@outcome.line("Sponsors' loss of capital", Unit.MONEY, table="termination", gather="last")
def equity_loss(m: Names) -> Node:
    """Capital not yet paid back that is not paid now either."""
    return maximum(m.capital_at_stake * m.contract_in_force - m.paid_to_sponsors, 0)


@outcome.line("Sponsors' loss of value", Unit.MONEY, table="termination", gather="last")
def equity_value_loss(m: Names) -> Node:
    """What the distributions of the base case were worth at the shareholders' return, less what is paid now."""
    return maximum(m.agreed_value * m.contract_in_force - m.paid_to_sponsors, 0)
