"""Advertising: screens × slots × share sold × impressions ÷ 1000 × price, less what agencies keep."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["advertising"]

advertising = Section("advertising", "Revenue")


@advertising.line("Slots sold", Unit.COUNT)
def slots_sold(m: Names) -> Node:
    """Screens × slots × share sold, for the part of the period in operation."""
    return m.screens * m.slots * m.fill * m.operation_share


@advertising.line("Impressions in thousands", Unit.COUNT)
def thousands_shown(m: Names) -> Node:
    """Slots sold × impressions of a slot a year, for the length of the period, ÷ 1000."""
    return m.slots_sold * m.impressions * m.year_fraction / 1000


@advertising.line("Paid by advertisers", Unit.MONEY)
def gross(m: Names) -> Node:
    """Thousands of impressions × their price, indexed."""
    return m.thousands_shown * m.price_per_thousand * m.indexation


@advertising.line("Advertising revenue", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """What advertisers pay less the commission, which agencies keep. Screens follow their table, not the ramp-up."""
    return m.gross * (1 - m.agency)
