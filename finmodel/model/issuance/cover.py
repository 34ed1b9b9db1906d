"""Cover of an issuance: what the issuer earns and owes a year against the service of its bonds, and its limits."""

from collections.abc import Sequence

from finmodel.expr.functions import (
    both,
    equals,
    following,
    highest,
    lowest,
    maximum,
    negated,
    previous,
    ratio,
    summed,
    total,
    where,
    year,
)
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["cover", "cover_limit", "debt_limit", "service_by_day", "service_limit"]

cover = Section("issuer_cover", "Cover of the issuer")
service_limit = Section("service_limit", "Cover of the issuer")
debt_limit = Section("debt_limit", "Cover of the issuer")
cover_limit = Section("cover_limit", "Cover of the issuer")


def service_by_day(bonds: Sequence[str]) -> Section:
    """What bonds of these names pay in a period, but in the calendar year after the one in which it begins."""
    section = Section("service_by_day", "Cover of the issuer")

    @section.line("Debt service after the turn of the year", Unit.MONEY)
    def service_next_year(m: Names) -> Node:
        """Borne by the issuer, on days in the calendar year after the one in which the period begins."""
        return summed(*(_borne(m, name) * (year(m[f"{name}.payment_date"]) > m.calendar_year) for name in bonds))

    return section


def _borne(m: Names, name: str) -> Node:
    """Of one bond: its service, and what goes into its sinking fund instead."""
    service = m[f"{name}.bond_service"]
    if not m.has(f"{name}.fund_paid_in"):
        return service
    return service + m[f"{name}.fund_paid_in"] - m[f"{name}.fund_released"]


@cover.line("Last period that begins in its calendar year", Unit.FLAG)
def issuer_year_end(m: Names) -> Node:
    """1 in the period in which the issuer's year is counted: amounts a year meet the service of the calendar year."""
    return negated(equals(following(m.calendar_year), m.calendar_year))


@cover.line("Debt service that the issuer bears", Unit.MONEY)
def service_borne(m: Names) -> Node:
    """Of all bonds, with what goes into sinking funds when it goes there, and without what these release."""
    return m.debt_service + m.sum_of(sinking="paid_in") - m.sum_of(sinking="released")


@cover.line("Debt service of the calendar year so far", Unit.MONEY, total="none")
def service_this_year(m: Names) -> Node:
    """Borne by the issuer, by the day of payment: what was paid after the turn of the year is of the year after."""
    before = where(m.new_year_flag, previous(m.service_next_year), previous(m.service_this_year))
    return m.service_borne - m.service_next_year + before


@cover.line("Year with debt service", Unit.FLAG)
def service_year_flag(m: Names) -> Node:
    """1 in the last period of a calendar year in which bonds are served."""
    return both(m.issuer_year_end, m.service_this_year > m.tolerance)


@cover.line("Service of all debt in the year", Unit.MONEY, total="none")
def all_service_of_year(m: Names) -> Node:
    """Of the bonds and of other debt, in years in which bonds are served."""
    return (m.service_this_year + m.other_debt_service) * m.service_year_flag


@cover.line("Available for debt service in the year", Unit.MONEY, total="none")
def available_of_year(m: Names) -> Node:
    """Revenue less spending before debt service."""
    return (m.revenue - m.spending) * m.service_year_flag


@cover.line("Cover of debt service", Unit.RATIO, total="none")
def issuer_cover(m: Names) -> Node:
    """What is available in the calendar year, divided by the service of all debt; blank in years without service."""
    return ratio(m.available_of_year, m.all_service_of_year)


@cover.line("Debt service to revenue", Unit.SHARE, total="none")
def service_to_revenue(m: Names) -> Node:
    """Service of all debt in the calendar year, divided by its revenue; blank in years without service."""
    return ratio(m.all_service_of_year, m.revenue * m.service_year_flag)


@cover.line("Debt to revenue", Unit.SHARE, total="none")
def debt_to_revenue(m: Names) -> Node:
    """Bonds outstanding and other debt at the end of the period, divided by the revenue of its year."""
    return ratio(m.debt_closing + m.other_debt, m.revenue)


@cover.scalar("Lowest cover of debt service", Unit.RATIO, kpi="issuer_cover_minimum")
def issuer_cover_minimum(m: Names) -> Node:
    """The worst calendar year."""
    return lowest(m.issuer_cover)


@cover.scalar("Highest debt service to revenue", Unit.SHARE, kpi="service_to_revenue_highest")
def service_to_revenue_highest(m: Names) -> Node:
    """The worst calendar year."""
    return highest(m.service_to_revenue)


@cover.scalar("Highest debt to revenue", Unit.SHARE, kpi="debt_to_revenue_highest")
def debt_to_revenue_highest(m: Names) -> Node:
    """The worst period."""
    return highest(m.debt_to_revenue)


@service_limit.line("Debt service above its limit", Unit.MONEY)
def service_above_limit(m: Names) -> Node:
    """By how much the service of all debt in the year is above its highest share of revenue."""
    return maximum(m.all_service_of_year - m.highest_service_to_revenue * m.revenue * m.service_year_flag, 0)


@service_limit.scalar("Debt service above its limit, worst year", Unit.MONEY, check="alert")
def service_limit_check(m: Names) -> Node:
    """0 where the limit holds in every year."""
    return highest(m.service_above_limit)


@debt_limit.line("Debt above its limit", Unit.MONEY, total="none")
def debt_above_limit(m: Names) -> Node:
    """By how much bonds and other debt are above their highest share of the year's revenue."""
    return maximum(m.debt_closing + m.other_debt - m.highest_debt_to_revenue * m.revenue, 0) * (m.debt_closing > 0)


@debt_limit.scalar("Debt above its limit, worst period", Unit.MONEY, check="alert")
def debt_limit_check(m: Names) -> Node:
    """0 where the limit holds in every period in which bonds are outstanding."""
    return highest(m.debt_above_limit)


@cover_limit.line("Year with too little cover", Unit.FLAG)
def cover_below_lowest(m: Names) -> Node:
    """1 where a year with service has less available than the lowest cover asks for."""
    return m.available_of_year < m.lowest_cover * m.all_service_of_year - m.tolerance


@cover_limit.scalar("Years with too little cover", Unit.COUNT, check="alert")
def cover_limit_check(m: Names) -> Node:
    """How many."""
    return total(m.cover_below_lowest)
