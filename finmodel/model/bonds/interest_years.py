"""Time over which a bond bears interest, by the day count of its coupon and by that of its yield."""

from finmodel.expr.functions import previous, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.bonds.day_counts import ICMA, YEARS_BETWEEN
from finmodel.units import Unit

__all__ = ["coupon_years", "yield_years"]


def coupon_years(day_count: str) -> Section:
    """The part of a year for which each coupon is paid."""
    section = Section("interest_years", "Bonds")

    @section.line("Years of interest", Unit.YEARS)
    def interest_years(m: Names) -> Node:
        """From the day on which interest begins to run to the coupon date, by the day count of the coupon."""
        return m.coupon_flag * _years(m, day_count)

    return section


def yield_years(day_count: str) -> Section:
    """The same by the day count that yields are reckoned in, and added up."""
    section = Section("yield_years", "Bonds")

    @section.line("Years of yield", Unit.YEARS)
    def discounted_years(m: Names) -> Node:
        """From the day on which interest begins to run to the coupon date, by the day count of the yield."""
        return m.coupon_flag * _years(m, day_count)

    @section.line("Years of yield since issue", Unit.YEARS)
    def years_so_far(m: Names) -> Node:
        """The running total up to the coupon date."""
        return previous(m.years_so_far) + m.discounted_years

    return section


def _years(m: Names, day_count: str) -> Node:
    if day_count == ICMA:
        periods = where(m.coupon_number <= 1, m.periods_left - m.coupons_left, 1)
        return periods / m.coupons_a_year
    return YEARS_BETWEEN[day_count](m.accrual_start, m.regular_date)
