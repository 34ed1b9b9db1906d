"""Land on the public side: what the city captures beside the deal, next to what the deal costs it."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.expr.functions import summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["public_land"]


def public_land(passed_on: Sequence[str]) -> Section:
    """Beside the State's flows; it pays the company these streams out of what it captures."""
    section = Section("public_land", "Public side")

    @section.line("Captured from land, beside the deal", Unit.MONEY, table="fiscal", gather="sum")
    def public_land_captured(m: Names) -> Node:
        """What owners of land pay to the public side, with land sold at its old value; it may pass some of it on."""
        streams = (m[f"{name}.revenue"] for name in passed_on)
        return summed(m.land_captured_public, *streams, *m.each(land="sold"))

    @section.line("Net cash effect with land", Unit.MONEY, table="fiscal", gather="sum", total="yes")
    def public_net_with_land(m: Names) -> Node:
        """The net cash effect of the deal on the State and what it captures; its other works are not in it."""
        return m.public_net + m.public_land_captured

    return section
