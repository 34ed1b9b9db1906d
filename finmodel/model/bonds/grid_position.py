"""Grid position: in which period a date lies, on a grid of whole calendar months."""

from finmodel.expr.functions import floor
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.model.bonds.day_counts import month_number

__all__ = ["position_of"]


def position_of(m: Names, date: Node) -> Node:
    """The period that holds a date, counted from 1; below 1 before the grid."""
    return floor((month_number(date) - month_number(m.start)) / m.period_months) + 1
