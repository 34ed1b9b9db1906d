"""Least present value of revenue: the concession ends when the present value of its revenue has reached the bid."""

from collections.abc import Sequence

from finmodel.expr.functions import (
    both,
    maximum,
    minimum,
    negated,
    previous,
    sum_product,
    summed,
    total,
    value_where,
    where,
)
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["counted_revenue", "discounted_from", "kept_part", "least_present_value"]

least_present_value = Section("least_present_value", "Revenue")


def counted_revenue(streams: Sequence[str]) -> Section:
    """The revenue of these streams, which counts towards the bid."""
    section = Section("revenue_counted", "Revenue")

    @section.line("Revenue that counts", Unit.MONEY)
    def revenue_counted(m: Names) -> Node:
        """What the streams named earn in periods of operation, whoever keeps it."""
        return summed(*(m[f"{name}.revenue"] for name in streams)) * m.operation_flag

    return section


def discounted_from(*, completion: bool) -> Section:
    """The discount factor to financial close, or to completion."""
    section = Section("revenue_discounted", "Revenue")

    @section.line("Discount factor of revenue", Unit.NUMBER)
    def revenue_discount_factor(m: Names) -> Node:
        """At the rate of the bid, by months from the day agreed to the end of the period."""
        months = m.months_elapsed - m.completion_month if completion else m.months_elapsed
        return (1 + m.rate) ** (-months / 12)

    return section


@least_present_value.line("Present value of the period", Unit.MONEY)
def value_of_period(m: Names) -> Node:
    """Revenue that counts × discount factor."""
    return m.revenue_counted * m.revenue_discount_factor


@least_present_value.line("Present value so far, opening", Unit.MONEY)
def value_opening(m: Names) -> Node:
    """What the company's revenue was worth at the end of the period before."""
    return previous(m.value_closing)


@least_present_value.line("Concession in force", Unit.FLAG)
def running_flag(m: Names) -> Node:
    """1 in periods that begin before the bid is reached."""
    return m.value_opening < m.bid - m.tolerance


@least_present_value.line("Present value so far, closing", Unit.MONEY)
def value_closing(m: Names) -> Node:
    """Opening plus what the period adds, as far as it is the company's."""
    return m.value_opening + m.value_of_period * m.kept_share


@least_present_value.line("Concession ends", Unit.FLAG, handover="flag")
def end_flag(m: Names) -> Node:
    """1 in the period in which the bid is reached."""
    return both(m.running_flag, negated(m.value_closing < m.bid - m.tolerance))


@least_present_value.line("Share of the period handed over", Unit.SHARE)
def handed_over_share(m: Names) -> Node:
    """What is not the company's of revenue and costs of the period."""
    return 1 - m.kept_share


def kept_part(*, whole: bool) -> Section:
    """How much of the period in which the bid is reached is the company's: all of it, or as much as is lacking."""
    section = Section("concession_kept", "Revenue")

    @section.line("Share of the period that is the company's", Unit.SHARE)
    def kept_share(m: Names) -> Node:
        """1 while the concession is in force, 0 once it has ended; between them in the last period, if it is parted."""
        if whole:
            return m.running_flag * 1
        lacking = minimum((m.bid - m.value_opening) / m.value_of_period, 1)
        return m.running_flag * where(m.value_of_period > 0, lacking, 1)

    return section


@least_present_value.line("Years of operation kept", Unit.YEARS)
def years_kept(m: Names) -> Node:
    """Time in operation in the period, as far as it is the company's."""
    return m.operation_share * m.year_fraction * m.kept_share


@least_present_value.scalar("Length of the concession", Unit.YEARS, kpi="concession_years")
def concession_years(m: Names) -> Node:
    """Years of operation that are the company's: until the bid is reached, or the term is over."""
    return total(m.years_kept)


@least_present_value.scalar("Present value of the company's revenue", Unit.MONEY)
def value_reached(m: Names) -> Node:
    """Of the revenue that counts, at the rate of the bid."""
    return sum_product(m.value_of_period, m.kept_share)


@least_present_value.scalar("Bid not reached within the term", Unit.MONEY, check="alert")
def bid_not_reached(m: Names) -> Node:
    """What the present value of all revenue lacks of the bid: the company bears it."""
    return maximum(m.bid - m.value_reached, 0) * (m.value_reached < m.bid - m.tolerance)


@least_present_value.scalar("Debt owed when the concession ends", Unit.MONEY, check="alert")
def debt_owed_at_end(m: Names) -> Node:
    """Principal at the end of that period, which nothing is left to repay: sculpt it, or shorten its tenor."""
    return value_where(m.debt_closing, m.end_flag)
