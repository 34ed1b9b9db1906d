"""MRA: the maintenance reserve, what it should hold for coming replacements, pays in and sets free."""

from finmodel.expr.functions import at, floor, maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["mra"]

mra = Section("mra", "Maintenance reserve")


@mra.scalar("Periods of saving", Unit.COUNT)
def mra_periods(m: Names) -> Node:
    """How many periods before a replacement saving for it begins."""
    return maximum(floor(m.mra_months / m.period_months), 1)


@mra.line("Lifecycle replacement so far", Unit.MONEY)
def lifecycle_cumulative(m: Names) -> Node:
    """The running total of replacement costs."""
    return previous(m.lifecycle_cumulative) + m.lifecycle_total


@mra.line("Running total of the running total", Unit.MONEY)
def lifecycle_cumulative_sum(m: Names) -> Node:
    """Helps to weigh future costs by their nearness in closed form."""
    return previous(m.lifecycle_cumulative_sum) + m.lifecycle_cumulative


@mra.line("MRA target", Unit.MONEY)
def mra_target(m: Names) -> Node:
    """In operation, each coming replacement saved for evenly over the periods before it: next period's as a whole."""
    horizon = minimum(m.counter + m.mra_periods, m.period_count)
    beyond = maximum(m.counter + m.mra_periods - m.period_count, 0)
    ahead = at(m.lifecycle_cumulative_sum, horizon) - m.lifecycle_cumulative_sum
    tail = beyond * at(m.lifecycle_cumulative, m.period_count)
    saved = (ahead + tail) / m.mra_periods - m.lifecycle_cumulative
    return m.mra_funded * (1 - m.construction_flag) * saved


@mra.line("MRA target, movement", Unit.MONEY)
def mra_target_movement(m: Names) -> Node:
    """What must be paid in (or is set free) if the reserve always holds its target."""
    return m.mra_target - previous(m.mra_target)


@mra.line("MRA opening", Unit.MONEY)
def mra_opening(m: Names) -> Node:
    """What the reserve held at the end of the period before."""
    return previous(m.mra_closing)


@mra.line("Paid into MRA", Unit.MONEY)
def mra_paid_in(m: Names) -> Node:
    """What is missing to the target, as far as the cash before reserves reaches."""
    return minimum(maximum(m.mra_target - m.mra_opening, 0), maximum(m.cash_before_reserves, 0))


@mra.line("Released from MRA", Unit.MONEY)
def mra_released(m: Names) -> Node:
    """What stands above the target: it pays for the replacement."""
    return maximum(m.mra_opening - m.mra_target, 0)


@mra.line("MRA closing", Unit.MONEY, balance="asset", reserve="balance")
def mra_closing(m: Names) -> Node:
    """Opening plus paid in less released."""
    return m.mra_opening + m.mra_paid_in - m.mra_released
