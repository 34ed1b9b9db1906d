"""Carbon price: the path between the years stated, brought to the case's money at prices of financial close."""

from functools import reduce

from finmodel.expr.functions import at, maximum, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["carbon_price"]


def carbon_price(points: int, thousands: int) -> Section:
    """The price of a path stated for so many years; the case's money is so many times a thousand of its currency."""
    section = Section("carbon_price", "Emissions")

    @section.line("Place on the path", Unit.COUNT)
    def path_position(m: Names) -> Node:
        """Which of the years stated was the last to be reached; the first before any of them is."""
        return maximum(summed(*(at(m.years, place) <= m.calendar_year for place in range(1, points + 1))), 1)

    @section.line("Way to the next year stated", Unit.SHARE)
    def path_way(m: Names) -> Node:
        """The share of the years in between that has passed; 0 before the first and after the last."""
        reached, ahead = at(m.years, m.path_position), at(m.years, m.path_position + 1)
        return maximum((m.calendar_year - reached) / (ahead - reached), 0)

    @section.line("Price of the path, in its own money", Unit.NUMBER)
    def path_price(m: Names) -> Node:
        """A tonne of CO2 equivalent, in a straight line between years, with its rise after the last of them."""
        reached, ahead = at(m.prices, m.path_position), at(m.prices, m.path_position + 1)
        beyond = maximum(m.calendar_year - at(m.years, points), 0)
        return (reached + m.path_way * (ahead - reached)) * (1 + m.growth_after) ** beyond * m.multiple

    @section.line("Price of carbon", Unit.MONEY_PER_UNIT, carbon="price")
    def price(m: Names) -> Node:
        """A tonne at prices of financial close, at the rate of exchange of close: the real rate stays as it is."""
        exchanged = m.path_price * (1 + m.price_rise)
        own = exchanged * m.exchange if m.has("exchange") else exchanged
        return reduce(lambda found, _: found / 1000, range(thousands), own)

    return section
