"""Lifetime: years of operation of an eligible project, in the model and after it, and what a rate a year comes to."""

from finmodel.expr.functions import (
    both,
    equals,
    first_where,
    following,
    maximum,
    minimum,
    month,
    month_end,
    previous,
    sum_product,
    total,
    where,
)
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand, as_node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["lifetime", "over_lifetime"]

lifetime = Section("green_lifetime", "Eligible projects")


@lifetime.scalar("Years that count", Unit.YEARS)
def counted_years(m: Names) -> Node:
    """The lifetime without the years in operation before the model, whose impact no new money has."""
    return maximum(m.lifetime_years - m.years_before_model, 0)


@lifetime.line("Years in operation", Unit.YEARS)
def operating_years(m: Names) -> Node:
    """The part of the period in operation, as long as the years that count last."""
    left = maximum(m.counted_years - previous(m.operated_years), 0)
    return minimum(m.share_operating * m.year_fraction, left)


@lifetime.line("Years in operation so far", Unit.YEARS, total="none")
def operated_years(m: Names) -> Node:
    """Years in operation, added up."""
    return previous(m.operated_years) + m.operating_years


@lifetime.line("Years of full service", Unit.YEARS)
def serving_years(m: Names) -> Node:
    """Years in operation, at the share of service reached."""
    return m.operating_years * m.service_reached


@lifetime.line("In operation", Unit.FLAG)
def operates(m: Names) -> Node:
    """1 in periods in which the project operates."""
    return m.operating_years > 0


@lifetime.line("Of the period's operation, in the calendar year in which the period begins", Unit.SHARE, total="none")
def first_year_share(m: Names) -> Node:
    """By days of operation: the rest is of the next calendar year, in which the period ends."""
    days_operating = (m.period_end + 1 - m.period_start) * m.operating_years / m.year_fraction
    new_year = month_end(m.period_start, 12 - month(m.period_start)) + 1
    return maximum(minimum(new_year - m.begins_operating, days_operating), 0) / days_operating


@lifetime.line("Last period of operation in the model", Unit.FLAG)
def last_operation(m: Names) -> Node:
    """1 in the last period in which the project operates."""
    return both(m.operates, equals(following(m.operates), 0))


@lifetime.scalar("First period of operation", Unit.COUNT)
def first_operation(m: Names) -> Node:
    """Its position; 0 if the project does not operate in the model."""
    return first_where(m.operates)


@lifetime.scalar("Years of the lifetime after the model", Unit.YEARS)
def years_after_model(m: Names) -> Node:
    """In them the project goes on as in its last year of operation in the model."""
    return m.counted_years - total(m.operating_years)


def over_lifetime(m: Names, rate: Node, in_model: Node, decline: Operand = 0.0) -> Node:
    """What is in the model, and after it the last rate a year, each year lower by the decline, in closed form."""
    lower, years = as_node(decline), m.years_after_model
    kept = 1 - lower
    after = where(lower > 0, kept * (1 - kept**years) / lower, years)
    return total(in_model) + sum_product(rate, m.last_operation) * after
