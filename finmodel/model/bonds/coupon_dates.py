"""Coupon dates: counted back from maturity on its day of the month, at most one of them in each period of the grid."""

from finmodel.expr.functions import both, day, equals, floor, maximum, month_end, previous, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.expr.section import Section
from finmodel.model.bonds.day_counts import month_number
from finmodel.units import Unit

__all__ = ["calendar_position", "coupon_dates", "regular"]

coupon_dates = Section("coupon_dates", "Bonds")


def regular(m: Names, coupons_left: Operand) -> Node:
    """The date a number of coupon periods before maturity: its day of the month, or the last of a shorter month."""
    last = month_end(m.maturity_date, -coupons_left * m.coupon_months)
    return last - maximum(day(last) - m.coupon_day, 0)


@coupon_dates.scalar("Months from coupon to coupon", Unit.MONTHS)
def coupon_months(m: Names) -> Node:
    """12 divided by the coupons a year."""
    return 12 / m.coupons_a_year


@coupon_dates.scalar("Day of the month of coupons", Unit.COUNT)
def coupon_day(m: Names) -> Node:
    """The day of maturity; 31, so the last day of every month, where that is chosen and maturity is a month's last."""
    return where(both(m.end_of_month, equals(day(m.maturity_date + 1), 1)), 31, day(m.maturity_date))


@coupon_dates.line("Period of issue", Unit.FLAG)
def issue_flag(m: Names) -> Node:
    """1 in the period in which the bond is issued."""
    return both(m.period_start <= m.issue_date, m.issue_date <= m.period_end)


@coupon_dates.line("Coupon periods to maturity", Unit.COUNT)
def coupons_left(m: Names) -> Node:
    """From the first regular date on or after the beginning of the period; below 0 after maturity."""
    return floor((month_number(m.maturity_date) - month_number(m.period_start)) / m.coupon_months)


@coupon_dates.line("Regular coupon date", Unit.DATE)
def regular_date(m: Names) -> Node:
    """The first date on or after the beginning of the period that lies whole coupon periods before maturity."""
    return regular(m, m.coupons_left)


@coupon_dates.line("Coupon date in the period", Unit.FLAG)
def coupon_flag(m: Names) -> Node:
    """1 where the regular date is in the period, after issue, and not after maturity."""
    from_first = [m.regular_date >= m.first_coupon_date] if m.has("first_coupon_date") else []
    in_time = both(m.regular_date > m.issue_date, m.regular_date <= m.maturity_date, *from_first)
    return both(m.regular_date <= m.period_end, in_time)


@coupon_dates.line("Coupon number", Unit.COUNT)
def coupon_number(m: Names) -> Node:
    """Coupons are counted from 1."""
    return previous(m.coupon_number) + m.coupon_flag


@coupon_dates.line("Period of maturity", Unit.FLAG)
def maturity_flag(m: Names) -> Node:
    """1 in the period of the last coupon."""
    return both(m.coupon_flag, equals(m.coupons_left, 0))


@coupon_dates.line("Interest runs from", Unit.DATE)
def accrual_start(m: Names) -> Node:
    """The coupon date before; the day of issue for the first coupon, which may be shorter or longer than others."""
    return where(m.coupon_number <= 1, m.issue_date, regular(m, m.coupons_left + 1))


@coupon_dates.line("Date of payment", Unit.DATE)
def payment_date(m: Names) -> Node:
    """The coupon date, also where it is no working day; else the day of issue, else the end of the period."""
    return where(m.coupon_flag, m.regular_date, where(m.issue_flag, m.issue_date, m.period_end))


def calendar_position(date: str) -> Section:
    """Where a date lies among the regular dates, for day counts that count coupon periods."""
    section = Section("calendar_position", "Bonds")

    @section.scalar("Whole coupon periods to maturity, by months", Unit.COUNT)
    def whole_by_months(m: Names) -> Node:
        """From the first regular date in the month of the date, or after it."""
        return floor((month_number(m.maturity_date) - month_number(m[date])) / m.coupon_months)

    @section.scalar("Whole coupon periods to maturity", Unit.COUNT)
    def whole_left(m: Names) -> Node:
        """From the first regular date on or after the date."""
        return m.whole_by_months - (regular(m, m.whole_by_months) < m[date])

    @section.scalar("Regular date on or after it", Unit.DATE)
    def regular_after(m: Names) -> Node:
        """The first date, not before it, that lies whole coupon periods before maturity."""
        return regular(m, m.whole_left)

    @section.scalar("Regular date before it", Unit.DATE)
    def regular_before(m: Names) -> Node:
        """One coupon period before."""
        return regular(m, m.whole_left + 1)

    @section.scalar("Coupon periods to maturity, with a broken one", Unit.NUMBER)
    def periods_left(m: Names) -> Node:
        """Whole periods, and the days to the next regular date as a share of those of its period."""
        days_left = m.regular_after - m[date]
        return m.whole_left + days_left / (m.regular_after - m.regular_before)

    return section
