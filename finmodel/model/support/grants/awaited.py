"""Grant awaited: used by way of a bridge loan and not yet received; the loan follows it."""

from finmodel.expr.functions import maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["awaited"]

awaited = Section("grant_awaited", "Grants")


@awaited.line("Grant awaited", Unit.MONEY, balance="asset")
def grant_awaited(m: Names) -> Node:
    """What has been used and not yet been received."""
    return maximum(m.used_so_far - m.received_so_far, 0)


@awaited.line("Lent by the bridge, net", Unit.MONEY, bridge="net", financing="in")
def bridge_net(m: Names) -> Node:
    """Drawn less repaid."""
    return m.bridge_drawn - m.bridge_repaid
