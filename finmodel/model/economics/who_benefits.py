"""Who benefits: the present value of all benefits of one group, before the costs that somebody bears."""

from finmodel.expr.functions import sum_product
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["who_benefits"]

who_benefits = Section("who_benefits", "Economic appraisal")


@who_benefits.line("Economic benefits", Unit.MONEY)
def benefits_of_group(m: Names) -> Node:
    """All benefits of the group."""
    return m.sum_of(economics="benefit", beneficiary=m.instance_name.removeprefix("benefits_of_"))


@who_benefits.scalar("Benefits, present value", Unit.MONEY, who_benefits="present_value")
def group_present_value(m: Names) -> Node:
    """At the social discount rate."""
    return sum_product(m.benefits_of_group, m["appraisal.social_factor"])
