"""Climate value: what the emissions that bonds pay to avoid are worth at a price of carbon; no cash moves."""

from finmodel.expr.functions import sum_product, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["climate_present_value", "climate_value", "social_discounting"]

social_discounting = Section("social_discounting", "Emissions")
climate_value = Section("climate_value", "Emissions")
climate_present_value = Section("climate_present_value", "Emissions")


@social_discounting.line("Social discount factor", Unit.INDEX)
def social_discount_factor(m: Names) -> Node:
    """To the day of issue, on dates, at the real social discount rate."""
    return (1 + m.social_discount_rate) ** -m.years_since_issue


@climate_value.line("Value of GHG avoided, share financed", Unit.MONEY, climate="value")
def ghg_value(m: Names) -> Node:
    """Tonnes avoided, pro-rated by what bonds pay of each project, times the price; at prices of the day of issue."""
    return m.price * m.sum_of(impact="by_period", kind="ghg")


@climate_value.scalar("Value of GHG avoided in the years modelled", Unit.MONEY, climate="total")
def ghg_value_total(m: Names) -> Node:
    """Not discounted; lifetimes go on after the last bond is redeemed."""
    return total(m.ghg_value)


@climate_present_value.scalar("Present value of GHG avoided in the years modelled", Unit.MONEY, climate="present")
def ghg_present_value(m: Names) -> Node:
    """At the real social discount rate, on the day of issue."""
    return sum_product(m.ghg_value, m.social_discount_factor)
