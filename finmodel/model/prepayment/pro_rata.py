"""Prepayment pro rata: it lowers every instalment that is left in the same proportion."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["pro_rata"]

pro_rata = Section("prepaid_pro_rata", "Loans")


@pro_rata.line("Share of the schedule left, opening", Unit.SHARE)
def share_left_opening(m: Names) -> Node:
    """1 until something is prepaid."""
    return m.close_flag + previous(m.share_left)


@pro_rata.line("Share of the schedule left", Unit.SHARE)
def share_left(m: Names) -> Node:
    """The share left before, times the part of the balance that is not prepaid."""
    return m.share_left_opening * (1 - m.prepaid / m.balance_before_prepayment)


@pro_rata.line("Balance asked for after prepayment", Unit.MONEY)
def prepayment_target(m: Names) -> Node:
    """The share left of the contract's."""
    return m.scheduled_closing * m.share_left_opening
