"""Captures: what all instruments on land bring, who receives it, and how much of the investment it recovers."""

from finmodel.expr.functions import sum_product, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["captures", "uplift_captured"]

captures = Section("land_captures", "Land")
uplift_captured = Section("land_uplift_captured", "Land")


@captures.line("Captured from land", Unit.MONEY, table="land", gather="sum", total="yes")
def land_captured(m: Names) -> Node:
    """All instruments together."""
    return m.sum_of(land="captured")


@captures.line("Captured for the company", Unit.MONEY, table="land", gather="sum")
def land_captured_company(m: Names) -> Node:
    """What streams of revenue take of it."""
    return m.sum_of(land="company")


@captures.line("Captured for the public side", Unit.MONEY, table="land", gather="sum")
def land_captured_public(m: Names) -> Node:
    """The rest: it goes into the fund if there is one, and no flow of the company."""
    return m.land_captured - m.land_captured_company


@captures.scalar("Captured from land in total", Unit.MONEY, kpi="land_captured")
def land_captured_total(m: Names) -> Node:
    """Over all periods, in money of each."""
    return total(m.land_captured)


@captures.scalar("Captured from land, present value", Unit.MONEY)
def land_captured_present_value(m: Names) -> Node:
    """At the project's discount rate, at financial close."""
    return sum_product(m.land_captured, m.project_discount_factor)


@captures.line("Investment beside which land is captured", Unit.MONEY)
def land_investment(m: Names) -> Node:
    """Capital expenditure of the project, and what the fund builds beside it."""
    return summed(m.capex_total, *m.each(land="reinvested"))


@captures.scalar("Share of investment recovered from land", Unit.SHARE, kpi="land_capex_recovered")
def land_capex_recovered(m: Names) -> Node:
    """Captures divided by investment, both in present value."""
    return m.land_captured_present_value / sum_product(m.land_investment, m.project_discount_factor)


@uplift_captured.line("Net uplift of land", Unit.MONEY)
def land_uplift(m: Names) -> Node:
    """All instruments that capture uplift by bands; growth that would have come anyway is no part of it."""
    return m.sum_of(land="uplift")


@uplift_captured.scalar("Net uplift of land in total", Unit.MONEY, kpi="land_uplift")
def land_uplift_total(m: Names) -> Node:
    """Over all periods, each rise at the values of its period."""
    return total(m.land_uplift)
