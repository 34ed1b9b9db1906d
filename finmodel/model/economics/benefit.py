"""A benefit to society: what is claimed, its growth, what a haircut leaves of it, and its present value."""

from finmodel.expr.functions import equals, previous, sum_product, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["benefit"]

benefit = Section("benefit", "Economic appraisal")


@benefit.line("Real growth of the benefit", Unit.INDEX)
def benefit_index(m: Names) -> Node:
    """1 at financial close; steps with each calendar year."""
    step = 1 + where(m.new_year_flag, m.growth, 0)
    return where(equals(m.counter, 1), 1, previous(m.benefit_index) * step)


@benefit.line("Economic flow", Unit.MONEY, economics="benefit", beneficiary="beneficiary", benefit="flow")
def economic_flow(m: Names) -> Node:
    """What is claimed, with its growth, less the haircut; at prices of financial close."""
    return m.claimed * m.benefit_index * (1 - m.haircut)


@benefit.scalar("Economic present value", Unit.MONEY, benefit="present_value")
def economic_present_value(m: Names) -> Node:
    """At the social discount rate."""
    return sum_product(m.economic_flow, m["appraisal.social_factor"])
