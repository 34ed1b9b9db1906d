"""Declining balance: a rate a year on the balance, exact over the parts of a year."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["declining_balance"]

declining_balance = Section("declining_balance", "Tax depreciation")


@declining_balance.line("Charge", Unit.MONEY)
def charge(m: Names) -> Node:
    """Balance × (1 − (1 − rate)^years): two half-years take exactly what one year takes."""
    years = m.operation_share * m.year_fraction
    return (m.opening + m.additions) * (1 - (1 - m.rate) ** years)
