"""Rent: space let to tenants, as much of it as the market takes, at a rent for each unit of space."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["rent"]

rent = Section("rent", "Revenue")


@rent.line("Space let", Unit.COUNT)
def space_let(m: Names) -> Node:
    """Space to let times the share let in the period; none before completion or after the end of operation."""
    return m.space * m.share_let * m.operation_share


@rent.line("Rent earned", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """Space let times the rent a unit and year, indexed. Letting follows its own table by year, not the ramp-up."""
    return m.space_let * m.rent_per_unit * m.indexation * m.year_fraction
