"""Payments still to come on the day of settlement, per 100 of principal, and the interest accrued by then."""

from finmodel.expr.functions import at, both, first_where, highest, sum_product, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.bonds.day_counts import ICMA, YEARS_BETWEEN
from finmodel.units import Unit

__all__ = ["accrued_by", "payments", "yield_time_by"]

payments = Section("bond_pricing", "Bond pricing")


@payments.line("Payment to come", Unit.FLAG)
def future_flag(m: Names) -> Node:
    """1 on coupon dates after settlement; what is paid on the day itself is the seller's."""
    return both(m.coupon_flag, m.regular_date > m.settlement_date)


@payments.scalar("Period of the next coupon", Unit.COUNT)
def next_coupon(m: Names) -> Node:
    """Which period has the first coupon after settlement."""
    return first_where(m.future_flag)


@payments.scalar("Interest has accrued from", Unit.DATE)
def accrual_began(m: Names) -> Node:
    """The coupon date before settlement, or the day of issue."""
    return at(m.accrual_start, m.next_coupon)


@payments.scalar("Principal priced", Unit.MONEY)
def face_priced(m: Names) -> Node:
    """All principal that is still to be redeemed, without indexation."""
    return sum_product(m.face_redeemed, m.future_flag)


@payments.line("Payment per 100", Unit.NUMBER)
def payment(m: Names) -> Node:
    """Interest and redemption after settlement, per 100 of principal."""
    return m.future_flag * (m.interest + m.redemption) * 100 / m.face_priced


@payments.scalar("Accrued interest", Unit.NUMBER)
def accrued(m: Names) -> Node:
    """The next coupon's interest for the part of its time that has passed at settlement, per 100 of principal."""
    of_a_year = at(m.interest, m.next_coupon) / at(m.interest_years, m.next_coupon)
    return of_a_year * m.accrued_years * 100 / m.face_priced


@payments.scalar("Years of yield from issue to settlement", Unit.YEARS)
def years_before(m: Names) -> Node:
    """Those of the coupon periods that are over, and what has passed of the present one."""
    over = at(m.years_so_far, m.next_coupon) - at(m.discounted_years, m.next_coupon)
    return over + m.elapsed_years


@payments.line("Years to payment", Unit.YEARS)
def years_to_payment(m: Names) -> Node:
    """From settlement to the coupon date, by the day count of the yield, added up coupon by coupon."""
    return m.future_flag * (m.years_so_far - m.years_before)


@payments.scalar("Years to maturity", Unit.YEARS, pricing="maturity_years")
def maturity_years(m: Names) -> Node:
    """From settlement to the last payment, by the day count of the yield."""
    return highest(m.years_to_payment)


def accrued_by(day_count: str) -> Section:
    """The time for which interest has accrued, by the day count of the coupon."""
    section = Section("accrued_by", "Bond pricing")

    @section.scalar("Years of interest accrued", Unit.YEARS)
    def accrued_years(m: Names) -> Node:
        """From the coupon date before to settlement, by the day count of the coupon."""
        return _elapsed(m, day_count)

    return section


def yield_time_by(day_count: str) -> Section:
    """The time that has passed of the present coupon period, by the day count of the yield."""
    section = Section("yield_time_by", "Bond pricing")

    @section.scalar("Years of yield since the last coupon", Unit.YEARS)
    def elapsed_years(m: Names) -> Node:
        """From the coupon date before to settlement, by the day count of the yield."""
        return _elapsed(m, day_count)

    return section


def _elapsed(m: Names, day_count: str) -> Node:
    if day_count != ICMA:
        return YEARS_BETWEEN[day_count](m.accrual_began, m.settlement_date)
    regular = at(m.coupons_left, m.next_coupon) + 1
    began = where(at(m.coupon_number, m.next_coupon) <= 1, m.issue_periods_left, regular)
    return (began - m.periods_left) / m.coupons_a_year
