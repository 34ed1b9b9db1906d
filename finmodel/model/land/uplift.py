"""Uplift: what a project adds to land values, band by band of distance, and the part of it that is captured."""

from finmodel.expr.functions import maximum, previous, total, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["uplift", "uplift_band"]

uplift = Section("uplift", "Land")
uplift_band = Section("uplift_band", "Land")


@uplift_band.line("Land value without the project", Unit.MONEY, total="none")
def value_without(m: Names) -> Node:
    """Area × value a unit, as the market would move it anyway."""
    return m.area * m.value * m.land_level


@uplift_band.line("Growth that would have come anyway", Unit.MONEY, growth="instrument")
def growth_anyway(m: Names) -> Node:
    """What the market alone adds in the period: no uplift, and nothing is captured of it."""
    return m.area * m.value * (m.land_level - where(m.close_flag, 1, previous(m.land_level)))


@uplift_band.line("Share of the uplift reached", Unit.SHARE)
def phase_reached(m: Names) -> Node:
    """By the end of the period; what has been reached once is not undone."""
    return maximum(m.phase_planned, previous(m.phase_reached))


@uplift_band.line("Uplift as prices show it", Unit.MONEY)
def uplift_shown(m: Names) -> Node:
    """The rise above the market that the period brings, less what buyers had anticipated in the value at close."""
    reached = m.phase_reached - previous(m.phase_reached)
    return m.value_without * m.uplift * reached * (1 - m.anticipated_before)


@uplift_band.line("Net uplift", Unit.MONEY, uplift="instrument")
def net_uplift(m: Names) -> Node:
    """Less what is only displaced: value that other land loses to this."""
    return m.uplift_shown * (1 - m.displaced_share)


@uplift.line("Net uplift", Unit.MONEY, land="uplift", table="land", gather="sum")
def uplift_total(m: Names) -> Node:
    """All bands together."""
    return m.sum_of(uplift=m.instance_name)


@uplift.line("Growth that would have come anyway", Unit.MONEY, table="land", gather="sum")
def growth_total(m: Names) -> Node:
    """All bands together; shown beside the uplift, and not captured."""
    return m.sum_of(growth=m.instance_name)


@uplift.line("Net uplift so far", Unit.MONEY)
def uplift_so_far(m: Names) -> Node:
    """The running total."""
    return previous(m.uplift_so_far) + m.uplift_total


@uplift.line("Captured", Unit.MONEY, land="captured", table="land", gather="sum")
def captured(m: Names) -> Node:
    """Net uplift × capture rate × collection, once, when the uplift is reached."""
    return m.uplift_total * m.capture_rate * m.collection


@uplift.scalar("Captured in total", Unit.MONEY)
def captured_total(m: Names) -> Node:
    """Over all periods."""
    return total(m.captured)
