"""Share limit: a share of total uses for this facility alone."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["share_limit"]

share_limit = Section("share_limit", "Loans")


@share_limit.scalar("Limit: share", Unit.MONEY, limit="facility")
def share_capacity(m: Names) -> Node:
    """The stated share of total uses."""
    return m.sizing_share * m.total_uses
