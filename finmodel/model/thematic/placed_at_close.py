"""A bond placed at financial close: all is issued at once, and waits on an account until construction needs it."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["placed_at_close"]

placed_at_close = Section("placed_at_close", "Loans")


@placed_at_close.line(
    "Issued ahead of drawdown",
    Unit.MONEY,
    placed="ahead",
    schedule_growth="yes",
    account_growth="yes",
    financing="in",
    payer="lender",
    payee="company",
)
def placed_ahead(m: Names) -> Node:
    """The whole issue in the period of financial close, less what is drawn in each period: negative later on."""
    return m.close_flag * m.own_commitment - m.drawdown


@placed_at_close.line("Proceeds that wait, opening", Unit.MONEY)
def waiting_opening(m: Names) -> Node:
    """On the account at the end of the period before."""
    return previous(m.waiting)


@placed_at_close.line("Left over at completion", Unit.MONEY, available="in")
def left_over(m: Names) -> Node:
    """What construction did not need: added to the company's cash in the period of completion."""
    return m.completion_flag * (m.waiting_opening + m.placed_ahead)


@placed_at_close.line("Proceeds that wait", Unit.MONEY, balance="asset", reserve="balance")
def waiting(m: Names) -> Node:
    """Issued and not yet drawn, less what is left over at completion."""
    return m.waiting_opening + m.placed_ahead - m.left_over


@placed_at_close.line(
    "Interest on proceeds that wait", Unit.MONEY, use="financing", payer="company", payee="account_bank"
)
def waiting_interest(m: Names) -> Node:
    """Negative: earned on what waits when the period begins, it lowers the cost of financing."""
    return -m.waiting_opening * m.proceeds_rate * m.year_fraction
