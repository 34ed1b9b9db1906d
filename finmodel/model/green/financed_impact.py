"""Financed impact: the share of a project's impact that an instrument pays for, by allocated money to total cost."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["financed_flow", "financed_in_all", "financed_range"]

financed_flow = Section("green_financed_flow", "Impact")
financed_range = Section("green_financed_range", "Impact")
financed_in_all = Section("green_financed_in_all", "Impact")


@financed_flow.line("Financed", Unit.QUANTITY, impact="by_period", by="instrument", kind="kind")
def impact(m: Names) -> Node:
    """The project's impact times the share of its cost allocated so far."""
    return m.whole_impact * m.share_so_far


@financed_flow.scalar("Financed, a year", Unit.QUANTITY, impact="a_year", by="instrument", kind="kind")
def impact_a_year(m: Names) -> Node:
    """The project's impact a year times the share of its cost allocated in all."""
    return m.whole_a_year * m.share_of_cost


@financed_flow.scalar("Financed, over the lifetime", Unit.QUANTITY, impact="lifetime", by="instrument", kind="kind")
def impact_lifetime(m: Names) -> Node:
    """The project's impact over its lifetime times the share of its cost allocated in all."""
    return m.whole_lifetime * m.share_of_cost


@financed_range.scalar("Financed, a year, at least", Unit.QUANTITY, impact="least", by="instrument", kind="kind")
def impact_a_year_least(m: Names) -> Node:
    """At the end of the factors' ranges that is worse."""
    return m.whole_least * m.share_of_cost


@financed_range.scalar("Financed, a year, at most", Unit.QUANTITY, impact="most", by="instrument", kind="kind")
def impact_a_year_most(m: Names) -> Node:
    """At the end of the factors' ranges that is better."""
    return m.whole_most * m.share_of_cost


@financed_in_all.scalar("Financed, in all", Unit.QUANTITY, impact="in_all", by="instrument", kind="kind")
def impact_in_all(m: Names) -> Node:
    """What is there once, times the share of its cost allocated in all."""
    return m.whole_in_all * m.share_of_cost
