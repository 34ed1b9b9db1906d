"""Share of revenue: the greater of a percentage and a minimum, owed to the city as a cost of operation."""

from finmodel.expr.functions import maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.revenue.settlement import until_settled
from finmodel.units import Unit

__all__ = ["revenue_share"]

revenue_share = Section("revenue_share", "Revenue")


@revenue_share.line("Share of revenue to be settled", Unit.MONEY)
def share_to_settle(m: Names) -> Node:
    """The percentage of revenue covered, since the settlement before."""
    return until_settled(m, m.share_to_settle, m.revenue_covered * m.share)


@revenue_share.line("Minimum to be settled", Unit.MONEY)
def minimum_to_settle(m: Names) -> Node:
    """The least amount a year for the time in operation, since the settlement before."""
    return until_settled(m, m.minimum_to_settle, m.minimum * m.operation_share * m.year_fraction)


@revenue_share.line("Share of revenue owed", Unit.MONEY, statement="opex")
def cost(m: Names) -> Node:
    """When revenue is settled, the greater of the two; otherwise nothing."""
    return maximum(m.share_to_settle, m.minimum_to_settle) * m.settles
