"""How far the rate of a comparison lies from the public sector's: a step below, the same, a step above."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["rate_shift"]


def rate_shift(steps: int) -> Section:
    """The shift by so many steps, up or, below 0, down."""
    section = Section("rate_shift", "Value for money")

    @section.scalar("Shift of the rate", Unit.RATE)
    def rate_shift(m: Names) -> Node:
        """How many steps of the rate, up or down."""
        return m.discount_rate_step * steps

    return section
