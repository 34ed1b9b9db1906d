"""Interest on reserves held in cash."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["reserve_interest"]

reserve_interest = Section("reserve_interest", "Reserve interest")


@reserve_interest.line("Interest on reserves", Unit.MONEY, payer="account_bank", payee="company")
def interest_income(m: Names) -> Node:
    """Interest on what the reserves held at the start of the period, after the tax withheld on it."""
    return previous(m.reserves_closing) * m.reserve_rate * m.year_fraction


@reserve_interest.line("Reserves, closing", Unit.MONEY)
def reserves_closing(m: Names) -> Node:
    """Every reserve held in cash."""
    return m.sum_of(reserve="balance")
