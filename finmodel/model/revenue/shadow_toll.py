"""Shadow toll: the authority pays for traffic in bands, each with a rate; what lies in no band is not paid for."""

from finmodel.expr.functions import maximum, minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["shadow_toll", "traffic_band"]

shadow_toll = Section("shadow_toll", "Revenue")
traffic_band = Section("traffic_band", "Revenue")


@shadow_toll.line("Traffic", Unit.COUNT)
def traffic(m: Names) -> Node:
    """Use a year × factor × growth × ramp-up, for the part of the period in operation."""
    return m.volume * m.volume_factor * m.growth_level * m.use_reached * m.years_of_use


@traffic_band.line("Traffic in the band", Unit.COUNT)
def traffic_in_band(m: Names) -> Node:
    """What lies between the ends of the band, which are a year's and count for the part of it in operation."""
    above = maximum(m.stream_traffic - m.lower * m.stream_years, 0)
    return minimum(above, maximum(m.upper - m.lower, 0) * m.stream_years) if m.has("upper") else above


@traffic_band.line("Toll of the band", Unit.MONEY, toll="stream")
def toll(m: Names) -> Node:
    """Traffic in the band × its rate, indexed."""
    return m.traffic_in_band * m.rate * m.stream_indexation


@shadow_toll.line("Shadow toll", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """All bands together."""
    return m.sum_of(toll=m.instance_name)
