"""Time saved: hours at the value of time, at work and otherwise."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["time_saved"]

time_saved = Section("time_saved", "Economic appraisal")


@time_saved.scalar("Value of an hour at work", Unit.MONEY_PER_UNIT)
def work_hour_value(m: Names) -> Node:
    """The cost of the hour to the employer times its factor, at financial close."""
    return m.hourly_wage_cost * m.work_time_factor


@time_saved.scalar("Value of another hour", Unit.MONEY_PER_UNIT)
def other_hour_value(m: Names) -> Node:
    """Household income for an hour times the factor of adults and of children, at financial close."""
    factor = m.other_time_factor * (1 - m.child_share) + m.child_time_factor * m.child_share
    return m.hourly_household_income * factor


@time_saved.line("Value of an hour", Unit.MONEY_PER_UNIT)
def hour_value(m: Names) -> Node:
    """At work and otherwise, by their shares; rises with income."""
    mixed = m.work_hour_value * m.work_share + m.other_hour_value * (1 - m.work_share)
    return mixed * m.real_value_index


@time_saved.line("Benefit claimed", Unit.MONEY)
def claimed(m: Names) -> Node:
    """Hours a year at their value, for the service of the period."""
    return m.hours * m.hour_value * m.service_years
