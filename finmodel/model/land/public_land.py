"""Land on the public side: what the city captures beside the deal, next to what the deal costs it."""

from finmodel.expr.functions import summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["public_land"]

public_land = Section("public_land", "Public side")


@public_land.line("Captured from land, beside the deal", Unit.MONEY, table="fiscal", gather="sum")
def public_land_captured(m: Names) -> Node:
    """What is captured and is not the company's, with land sold at its old value: no flow of the company."""
    return summed(m.land_captured_public, *m.each(land="sold"))


@public_land.line("Net cash effect with land", Unit.MONEY, table="fiscal", gather="sum", total="yes")
def public_net_with_land(m: Names) -> Node:
    """The net cash effect of the deal on the State and what it captures from land; its other works are not in it."""
    return m.public_net + m.public_land_captured
