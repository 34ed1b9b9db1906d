"""Measured result: what was measured of an indicator in a calendar year, against what the model expects of it."""

from finmodel.expr.functions import both, equals, ratio, sum_product, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["expectation", "flow_of_the_year", "result"]

result = Section("green_result", "Impact")
expectation = Section("green_expectation", "Impact")
flow_of_the_year = Section("green_flow_of_the_year", "Impact")


@result.line("Year measured", Unit.FLAG)
def measured_flag(m: Names) -> Node:
    """1 in periods that begin in the calendar year measured."""
    return equals(m.calendar_year, m.year)


@result.line("End of the year measured", Unit.FLAG)
def measured_end_flag(m: Names) -> Node:
    """1 in the last of them."""
    return both(m.measured_flag, m.year_end_flag)


@result.scalar("Measured, whole project", Unit.QUANTITY)
def measured(m: Names) -> Node:
    """As stated."""
    return m.value


@result.scalar("Measured, share financed", Unit.QUANTITY)
def measured_financed(m: Names) -> Node:
    """Times the share of the project's cost that all instruments have paid for by the end of that year."""
    return m.measured * sum_product(m.allocated_so_far, m.measured_end_flag) / m.total_cost


@flow_of_the_year.line("Of the period's operation, in the year measured", Unit.SHARE, total="none")
def measured_share(m: Names) -> Node:
    """By days: of a period that begins in that year, and of one that began in the year before and ends in it."""
    began_before = where(equals(m.calendar_year, m.year - 1), 1 - m.first_year_share, 0)
    return where(m.measured_flag, m.first_year_share, began_before)


@expectation.scalar("Expected, whole project", Unit.QUANTITY)
def expected(m: Names) -> Node:
    """What the model has for that calendar year: of a flow, by the days of operation that lie in it."""
    return sum_product(m.whole_impact, m.expected_share)


@expectation.scalar("Measured, of what is expected", Unit.SHARE)
def achieved(m: Names) -> Node:
    """Measured, divided by expected; blank where nothing is expected."""
    return ratio(m.measured, m.expected)
