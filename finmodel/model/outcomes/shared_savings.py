"""Shared savings: the company has its share of what is saved, and bears its part of what is not."""

from finmodel.expr.functions import maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["shared_savings"]

shared_savings = Section("shared_savings", "Revenue")


@shared_savings.line("Share of savings", Unit.MONEY)
def shared_payment(m: Names) -> Node:
    """The company's share of the value of savings; nothing where more is used than the baseline."""
    return m.savings_share * maximum(m.savings_value, 0)
