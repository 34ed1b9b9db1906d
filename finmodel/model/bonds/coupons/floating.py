"""Floating coupon: what a rate path brings over the coupon period, or the rate of its first day, and a margin."""

from finmodel.expr.functions import at, maximum, minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.bonds.grid_position import position_of
from finmodel.model.curves.rate_path import compounded_on
from finmodel.units import Unit

__all__ = ["compounded", "floating", "in_advance"]

floating = Section("floating_coupon", "Bonds")


@floating.line("Period in which interest begins to run", Unit.COUNT)
def start_position(m: Names) -> Node:
    """The period of the coupon date before, or of issue."""
    return position_of(m, m.accrual_start)


@floating.line("Coupon rate by contract", Unit.RATE)
def coupon_base(m: Names) -> Node:
    """The reference rate and the margin, within floor and cap."""
    return m.coupon_flag * minimum(maximum(m.reference_rate + m.coupon_margin, m.coupon_floor), m.coupon_cap)


def compounded(curve: str) -> Section:
    """The reference rate found from the index: known when the coupon period ends."""
    section = Section("compounded", "Bonds")

    @section.line("Index when interest begins to run", Unit.INDEX)
    def index_at_start(m: Names) -> Node:
        """On the coupon date before, or on the day of issue."""
        return compounded_on(m, curve, m.accrual_start, m.start_position)

    @section.line("Index on the coupon date", Unit.INDEX)
    def index_on_coupon(m: Names) -> Node:
        """At the beginning of the coupon date."""
        return compounded_on(m, curve, m.regular_date, m.counter)

    @section.line("Reference rate", Unit.RATE)
    def reference_rate(m: Names) -> Node:
        """Index at the end ÷ index at the beginning − 1, times the days of a year ÷ the days of the coupon period."""
        growth = m.index_on_coupon / m.index_at_start - 1
        return m.coupon_flag * growth * m[f"{curve}.days_a_year"] / (m.regular_date - m.accrual_start)

    return section


def in_advance(curve: str) -> Section:
    """The reference rate of the day on which the coupon period begins: known beforehand."""
    section = Section("in_advance", "Bonds")

    @section.line("Reference rate", Unit.RATE)
    def reference_rate(m: Names) -> Node:
        """The rate of the period in which interest begins to run."""
        return at(m[f"{curve}.period_rate"], m.start_position)

    return section
