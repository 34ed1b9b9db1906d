"""Accidents avoided: deaths and serious injuries at the value of a statistical life."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["accidents"]

accidents = Section("accidents", "Economic appraisal")


@accidents.line("Value of a statistical life", Unit.MONEY)
def life_value(m: Names) -> Node:
    """As stated, or a multiple of GDP per person; rises with income."""
    at_close = m.value_of_life if m.has("value_of_life") else m.gdp_per_person * m.life_multiple
    return at_close * m.real_value_index


@accidents.line("Deaths avoided a year, as claimed", Unit.NUMBER)
def deaths_avoided(m: Names) -> Node:
    """Deaths without the project times the reduction that is claimed."""
    return m.deaths * m.deaths_reduction


@accidents.line("Serious injuries avoided a year, as claimed", Unit.NUMBER)
def serious_avoided(m: Names) -> Node:
    """Serious injuries without the project times the reduction that is claimed."""
    return m.serious_injuries * m.serious_reduction


@accidents.line("Benefit claimed", Unit.MONEY)
def claimed(m: Names) -> Node:
    """Deaths at the value of a life, serious injuries at a share of it, for the service of the period."""
    lives = m.deaths_avoided + m.serious_avoided * m.serious_injury_share
    return lives * m.life_value * m.service_years
