"""Coupon dates of a bond: counted back from maturity, on its day of the month, a stub at the start if one is left."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from finmodel.timeline import month_after

__all__ = ["coupon_dates", "regular_date"]


def regular_date(maturity: date, months: int, *, end_of_month: bool = False) -> date:
    """The date a number of months before maturity, on its day of the month or on the last day of a shorter month."""
    first = month_after(maturity, -months)
    last = monthrange(first.year, first.month)[1]
    at_the_end = end_of_month and maturity.day == monthrange(maturity.year, maturity.month)[1]
    return first.replace(day=last if at_the_end else min(maturity.day, last))


def coupon_dates(
    issue: date, maturity: date, coupons_a_year: int, *, first: date | None = None, end_of_month: bool = False
) -> list[date]:
    """Every coupon date after issue, in order; with ``first`` those before it are left out: a long first coupon."""
    months, found = 12 // coupons_a_year, [maturity]
    while (before := regular_date(maturity, months * len(found), end_of_month=end_of_month)) > issue:
        found.append(before)
    return sorted(day for day in found if first is None or day >= first)
