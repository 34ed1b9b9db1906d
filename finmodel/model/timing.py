"""Time: the dated grid of periods, construction with its delay, operation with its ramp-up, day counts."""

from finmodel.expr.functions import both, equals, floor, following, highest, maximum, minimum, month_end, previous
from finmodel.expr.functions import year as year_of
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["DAY_COUNTS", "timing"]

timing = Section("timing", "Time")

DAY_COUNTS = {"act_365": "days_act_365", "act_360": "days_act_360", "30_360": "days_30_360"}
"""Names of day counts in a case, and the line that holds each."""


@timing.line("Period", Unit.COUNT)
def counter(m: Names) -> Node:
    """Periods are counted from 1, the period of financial close."""
    return previous(m.counter) + 1


@timing.line("Months elapsed", Unit.MONTHS)
def months_elapsed(m: Names) -> Node:
    """Months from financial close to the end of the period."""
    return m.counter * m.period_months


@timing.line("Period begins", Unit.DATE)
def period_start(m: Names) -> Node:
    """The first day of the period."""
    return month_end(m.start, (m.counter - 1) * m.period_months - 1) + 1


@timing.line("Period ends", Unit.DATE)
def period_end(m: Names) -> Node:
    """The last day of the period; all flows of a period are dated on it."""
    return month_end(m.start, m.months_elapsed - 1)


@timing.line("Days in the period", Unit.DAYS)
def days(m: Names) -> Node:
    """Calendar days, first and last included."""
    return m.period_end - m.period_start + 1


@timing.line("Years in the period", Unit.YEARS)
def year_fraction(m: Names) -> Node:
    """Months in the period divided by 12: amounts a year are spread evenly over months."""
    return m.period_months / 12


@timing.line("Day count actual/365", Unit.YEARS)
def days_act_365(m: Names) -> Node:
    """Calendar days divided by 365."""
    return m.days / 365


@timing.line("Day count actual/360", Unit.YEARS)
def days_act_360(m: Names) -> Node:
    """Calendar days divided by 360."""
    return m.days / 360


@timing.line("Day count 30/360", Unit.YEARS)
def days_30_360(m: Names) -> Node:
    """Months of 30 days divided by 360; periods begin and end with calendar months."""
    return 30 * m.period_months / 360


@timing.line("Calendar year", Unit.CALENDAR_YEAR)
def calendar_year(m: Names) -> Node:
    """The year in which the period begins."""
    return year_of(m.period_start)


@timing.line("New calendar year", Unit.FLAG)
def new_year_flag(m: Names) -> Node:
    """1 in the first period that begins in a calendar year, the first period of the grid excepted."""
    return both(m.counter > 1, m.calendar_year > previous(m.calendar_year))


@timing.line("Position in tables by year", Unit.COUNT)
def year_position(m: Names) -> Node:
    """Which column of the tables by year holds for the period."""
    return minimum(maximum(m.calendar_year - m.table_first_year + 1, 1), m.table_years)


@timing.scalar("Number of periods", Unit.COUNT)
def period_count(m: Names) -> Node:
    """How many periods the grid has."""
    return highest(m.counter)


@timing.scalar("Month of completion", Unit.MONTHS)
def completion_month(m: Names) -> Node:
    """Months from financial close to completion, delay included."""
    return m.construction_months + m.delay_months


@timing.scalar("Month in which operation ends", Unit.MONTHS)
def operation_end_month(m: Names) -> Node:
    """Months from close to the end of the concession; a delay moves it only where the contract extends."""
    return m.construction_months + m.operation_months + m.delay_months * m.delay_extends_concession


@timing.scalar("Completion", Unit.DATE)
def completion_date(m: Names) -> Node:
    """The last day of construction."""
    return month_end(m.start, m.completion_month - 1)


@timing.scalar("Operation begins", Unit.DATE)
def operation_start(m: Names) -> Node:
    """The day after completion."""
    return m.completion_date + 1


@timing.scalar("Operation ends", Unit.DATE)
def operation_end(m: Names) -> Node:
    """The last day of the concession."""
    return month_end(m.start, m.operation_end_month - 1)


@timing.line("Construction", Unit.FLAG)
def construction_flag(m: Names) -> Node:
    """1 in periods that begin before completion."""
    return m.period_start <= m.completion_date


@timing.line("Period of completion", Unit.FLAG)
def completion_flag(m: Names) -> Node:
    """1 in the period in which construction is completed."""
    return both(m.construction_flag, m.period_end >= m.completion_date)


@timing.line("First period", Unit.FLAG)
def close_flag(m: Names) -> Node:
    """1 in the period of financial close."""
    return equals(m.counter, 1)


@timing.line("Last period", Unit.FLAG)
def final_flag(m: Names) -> Node:
    """1 in the last period of the grid, in which everything left is settled."""
    return equals(following(m.counter), 0)


@timing.line("Months of operation so far", Unit.MONTHS)
def operation_months_elapsed(m: Names) -> Node:
    """Months of operation up to the end of the period."""
    return maximum(minimum(m.months_elapsed, m.operation_end_month) - m.completion_month, 0)


@timing.line("Share of the period in operation", Unit.SHARE)
def operation_share(m: Names) -> Node:
    """Months of operation in the period divided by its months."""
    return (m.operation_months_elapsed - previous(m.operation_months_elapsed)) / m.period_months


@timing.line("Operation", Unit.FLAG)
def operation_flag(m: Names) -> Node:
    """1 in periods with operation."""
    return m.operation_share > 0


@timing.line("Last period of operation", Unit.FLAG)
def last_operation_flag(m: Names) -> Node:
    """1 in the period in which operation ends."""
    return both(m.operation_flag, m.months_elapsed >= m.operation_end_month)


@timing.line("Months of full service so far", Unit.MONTHS)
def full_service_months(m: Names) -> Node:
    """Months of operation, those of ramp-up counted by the share reached in them, which rises in a straight line."""
    ramping = minimum(m.operation_months_elapsed, m.ramp_up_months)
    lost = (1 - m.ramp_up_start) * ramping * (1 - ramping / m.ramp_up_months / 2)
    return m.operation_months_elapsed - lost


@timing.line("Ramp-up", Unit.SHARE)
def ramp_up(m: Names) -> Node:
    """Share of full service, on average over the months of operation in the period."""
    months = m.operation_months_elapsed - previous(m.operation_months_elapsed)
    return (m.full_service_months - previous(m.full_service_months)) / months


@timing.scalar("Planned periods of construction", Unit.COUNT)
def construction_periods(m: Names) -> Node:
    """Planned construction in whole periods, a broken one counted as one."""
    return -floor(-m.construction_months / m.period_months)


@timing.line("Construction progress", Unit.NUMBER)
def progress(m: Names) -> Node:
    """How many planned periods of the spend profile are done: a delay stretches them evenly, the last may be short."""
    done = minimum(m.months_elapsed * m.construction_months / m.completion_month, m.construction_months)
    before = (m.construction_periods - 1) * m.period_months
    last = maximum(done - before, 0) / (m.construction_months - before)
    return minimum(done, before) / m.period_months + last


@timing.line("Construction progress, whole periods", Unit.COUNT)
def progress_whole(m: Names) -> Node:
    """Whole planned periods done."""
    return floor(m.progress)


@timing.scalar("Grid too short by", Unit.DAYS, check="integrity")
def timeline_check(m: Names) -> Node:
    """Days of operation beyond the last period: must be 0, or the grid needs spare months."""
    return maximum(m.operation_end - highest(m.period_end), 0)
