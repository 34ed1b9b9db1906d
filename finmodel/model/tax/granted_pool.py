"""Granted pool: a tax pool whose cost grants lower, as far as it has any."""

from finmodel.expr.functions import minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["granted_pool"]

granted_pool = Section("granted_pool", "Tax depreciation")


@granted_pool.line("Capital expenditure so far", Unit.MONEY)
def cost_before_grants(m: Names) -> Node:
    """The running total of the pool's items."""
    return previous(m.cost_before_grants) + m.sum_of(cash="capex", pool=m.instance_name)


@granted_pool.line("Grants for the pool so far", Unit.MONEY)
def grants_so_far(m: Names) -> Node:
    """The running total of what is used of grants that lower this pool."""
    return previous(m.grants_so_far) + m.sum_of(grant="used", pool=m.instance_name)


@granted_pool.line("Lowered by grants so far", Unit.MONEY)
def lowered_so_far(m: Names) -> Node:
    """The grants, up to the cost."""
    return minimum(m.cost_before_grants, m.grants_so_far)


@granted_pool.line("Lowered by grants", Unit.MONEY, addition="grant")
def grant_reduction(m: Names) -> Node:
    """What additions are lowered by, with its sign."""
    return previous(m.lowered_so_far) - m.lowered_so_far
