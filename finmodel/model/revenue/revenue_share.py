"""Share of revenue: the greater of a percentage and a minimum, owed to the city as a cost of operation."""

from finmodel.expr.functions import highest, maximum, minimum, previous, total
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


@revenue_share.line("Share of revenue owed so far", Unit.MONEY)
def owed_so_far(m: Names) -> Node:
    """What was owed up to the end of the period, paid or not."""
    return previous(m.owed_so_far) + m.cost


@revenue_share.line("Share of revenue unpaid", Unit.MONEY)
def unpaid(m: Names) -> Node:
    """Of what is owed, what cash does not reach for, if those who keep the service running are paid first."""
    return minimum(m.operating_arrears, m.owed_so_far)


@revenue_share.scalar("Share of revenue owed in total", Unit.MONEY)
def owed_total(m: Names) -> Node:
    """All that was owed over the agreement."""
    return total(m.cost)


@revenue_share.scalar("Share of revenue unpaid at most", Unit.MONEY)
def unpaid_highest(m: Names) -> Node:
    """The highest amount for which the city waits: what its minimum is not worth without security."""
    return highest(m.unpaid)
