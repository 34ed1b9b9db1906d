"""What sizing reads of a facility that may be hedged: the rate and the level at which its debt service really costs.

A hedge changes the price of a unit of principal and of a unit of balance. Both are known before the debt is, so debt is
sized on them directly, and the net payments of the hedge, which follow from the schedule, need no pass of their own.
"""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node

__all__ = ["all_in_rate", "charged_rate", "fees_before_hedges", "in_service_money", "service_rate"]


def charged_rate(m: Names) -> Node:
    """The loan's rate of the period on the opening balance in its own money, with interest-rate swaps.

    Where interest is on the average balance, half of it is on the opening and half on the closing one.
    """
    if m.has("half_rate"):
        return m.half_rate
    return m.hedged_period_rate if m.has("hedged_period_rate") else m.period_rate


def all_in_rate(m: Names) -> Node:
    """What cover over a loan's life discounts at: the rate charged and, once in service, what is paid in kind."""
    charged = charged_rate(m)
    return charged + m.pik_period_rate * (1 - m.construction_flag) if m.has("pik_period_rate") else charged


def service_rate(m: Names) -> Node:
    """What a unit of balance costs in a period, in units of principal; without hedges the rate of the period."""
    return m.service_rate if m.has("service_rate") else m.period_rate


def in_service_money(m: Names, amount: Node) -> Node:
    """How much principal an amount of the period repays, in the loan's own money and with its hedges."""
    if m.has("service_level"):
        return amount / m.service_level
    return amount / m.currency_level if m.has("currency_level") else amount


def fees_before_hedges(m: Names) -> Node:
    """Senior fees without net payments of hedges, which sizing counts with the debt that is hedged."""
    return m.fees_before_hedges if m.has("fees_before_hedges") else m.scheduled_fees
