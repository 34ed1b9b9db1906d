"""What bears interest: the opening balance, or its average with the closing one."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node

__all__ = ["bearing_interest", "of_principal", "payment_factor"]


def bearing_interest(m: Names, opening: Node) -> Node:
    """The opening balance; on average less half of the principal that the schedule asks for in the period."""
    return opening - m.scheduled_principal / 2 if m.has("half_rate") else opening


def of_principal(m: Names, amount: Node) -> Node:
    """How much principal an amount of debt service pays, once interest on the opening balance is taken off it.

    On average each unit of principal saves interest of half a period, so that one unit costs 1 − rate ÷ 2.
    """
    return amount / (1 - m.half_rate) if m.has("half_rate") else amount


def payment_factor(m: Names) -> Node:
    """The discount factor of a payment of debt service."""
    return m.payment_factor if m.has("payment_factor") else m.repayment_factor
