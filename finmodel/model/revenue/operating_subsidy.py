"""Operating subsidy: an amount a year, or a rate for each unit used; any subsidy capped by year and in total."""

from finmodel.expr.functions import maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.revenue.settlement import until_settled
from finmodel.units import Unit

__all__ = [
    "cap_by_year",
    "cap_in_total",
    "fixed_subsidy",
    "operating_subsidy",
    "subsidy_per_unit",
]

operating_subsidy = Section("operating_subsidy", "Revenue")
fixed_subsidy = Section("fixed_subsidy", "Revenue")
cap_by_year = Section("subsidy_cap_by_year", "Revenue")
cap_in_total = Section("subsidy_cap_in_total", "Revenue")


@fixed_subsidy.line("Subsidy before caps", Unit.MONEY)
def subsidy_uncapped(m: Names) -> Node:
    """The amount a year, indexed, for the part of the period in operation."""
    return m.amount * m.indexation * m.operation_share * m.year_fraction


def subsidy_per_unit(stream: str) -> Section:
    """A rate for each unit used of a stream."""
    section = Section("subsidy_per_unit", "Revenue")

    @section.line("Units subsidised", Unit.COUNT)
    def units_subsidised(m: Names) -> Node:
        """All use of the stream, paid for or not."""
        return m[f"{stream}.volume_used"]

    @section.line("Subsidy before caps", Unit.MONEY)
    def subsidy_uncapped(m: Names) -> Node:
        """Units × rate, indexed."""
        return m.units_subsidised * m.rate * m.indexation

    return section


@cap_by_year.line("Cap of the year", Unit.MONEY, subsidy_cap="left")
def cap_to_settle(m: Names) -> Node:
    """The highest subsidy a year, indexed, for the time in operation since the settlement before."""
    of_period = m.cap * m.indexation * m.operation_share * m.year_fraction
    return until_settled(m, m.cap_to_settle, of_period)


@cap_in_total.line("Cap in total left", Unit.MONEY, subsidy_cap="left")
def total_cap_left(m: Names) -> Node:
    """The highest subsidy in total, which is not indexed, less all subsidies before; at the rate of exchange."""
    return maximum(m.total_cap - previous(m.subsidy_so_far), 0) * _exchange(m)


@cap_in_total.line("Subsidy so far", Unit.MONEY)
def subsidy_so_far(m: Names) -> Node:
    """The running total of what is earned, in the currency in which subsidy and cap are stated."""
    return previous(m.subsidy_so_far) + m.revenue / _exchange(m)


def _exchange(m: Names) -> Node:
    return m.exchange if m.has("exchange") else m.unindexed


@operating_subsidy.line("Operating subsidy", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """What the mode gives, as far as caps leave room."""
    return minimum(m.subsidy_uncapped, *m.own_each(subsidy_cap="left"))
