"""Impact of an instrument: what it finances of one kind in all its projects, and for each million allocated."""

from collections.abc import Mapping

from finmodel.expr.functions import ratio
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["flow_of", "in_all_of", "millions_of", "range_of"]


def millions_of(millions: float, *, at_a_rate: bool) -> Section:
    """Allocated money in millions of the reporting currency; a unit of the case's money is so many of its own."""
    section = Section("green_millions", "Impact")

    @section.scalar("Allocated, millions of the reporting currency", Unit.QUANTITY)
    def allocated_millions(m: Names) -> Node:
        """By the rate of exchange stated, where there is one."""
        units = m.allocated_in_all * millions
        return units / m.reporting_exchange_rate if at_a_rate else units

    return section


def flow_of(tags: Mapping[str, str]) -> Section:
    """A flow of each year; ``tags`` say by which instrument and of which kind."""
    section = Section("green_instrument_flow", "Impact")

    @section.line("Financed", Unit.QUANTITY)
    def impact(m: Names) -> Node:
        """Of all its projects, by what is allocated so far."""
        return m.sum_of(impact="by_period", **tags)

    @section.scalar("Financed, a year", Unit.QUANTITY)
    def impact_a_year(m: Names) -> Node:
        """Of all its projects, each over its own lifetime."""
        return m.sum_of(impact="a_year", **tags)

    @section.scalar("Financed, over lifetimes", Unit.QUANTITY)
    def impact_lifetime(m: Names) -> Node:
        """Of all its projects, each over its own lifetime."""
        return m.sum_of(impact="lifetime", **tags)

    @section.scalar("A year, for each million", Unit.NUMBER)
    def a_year_per_million(m: Names) -> Node:
        """Financed a year, divided by the millions that the instrument has allocated to all projects."""
        return ratio(m.impact_a_year, m.allocated_millions)

    @section.scalar("Over lifetimes, for each million", Unit.NUMBER)
    def lifetime_per_million(m: Names) -> Node:
        """Financed over lifetimes, divided by the same millions."""
        return ratio(m.impact_lifetime, m.allocated_millions)

    return section


def range_of(tags: Mapping[str, str]) -> Section:
    """The range of a flow where factors are uncertain: a project without a range counts as stated."""
    section = Section("green_instrument_range", "Impact")

    @section.scalar("Financed, a year, at least", Unit.QUANTITY)
    def impact_a_year_least(m: Names) -> Node:
        """Every project at the worse end of its range."""
        return m.sum_of(impact="least", **tags)

    @section.scalar("Financed, a year, at most", Unit.QUANTITY)
    def impact_a_year_most(m: Names) -> Node:
        """Every project at the better end of its range."""
        return m.sum_of(impact="most", **tags)

    return section


def in_all_of(tags: Mapping[str, str]) -> Section:
    """What is there once."""
    section = Section("green_instrument_in_all", "Impact")

    @section.scalar("Financed, in all", Unit.QUANTITY)
    def impact_in_all(m: Names) -> Node:
        """Of all its projects."""
        return m.sum_of(impact="in_all", **tags)

    @section.scalar("In all, for each million", Unit.NUMBER)
    def in_all_per_million(m: Names) -> Node:
        """Divided by the millions that the instrument has allocated to all projects."""
        return ratio(m.impact_in_all, m.allocated_millions)

    return section
