"""Spreads: the yield over a given curve at the same maturity, and the margin over its zero-coupon rates."""

from collections.abc import Iterable
from itertools import pairwise

from finmodel.expr.functions import at, maximum, minimum, sum_product, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.bonds.pricing.yield_of_price import newton
from finmodel.units import Unit

__all__ = ["g_spread", "greenium_to_bond", "greenium_to_curve", "z_spread"]

greenium_to_bond = Section("greenium", "Bond pricing")


def _on_curve(m: Names, rates: str, tenors: int, years: Node) -> Node:
    """A rate in a straight line between the tenors of a curve, flat before the first and after the last."""
    curve = rates.partition(".")[0]
    known = [(at(m[f"{curve}.tenor_years"], n), at(m[rates], n)) for n in range(1, tenors + 1)]
    return summed(known[0][1], *_rises(known, years))


def _rises(known: list[tuple[Node, Node]], years: Node) -> Iterable[Node]:
    for (sooner, low), (later, high) in pairwise(known):
        yield (high - low) * minimum(maximum((years - sooner) / (later - sooner), 0), 1)


def _on_basis(m: Names, rate: Node, compounding: Node) -> Node:
    """A rate that compounds so many times a year as one that compounds as the bond's yield does."""
    return m.compounding * ((1 + rate / compounding) ** (compounding / m.compounding) - 1)


def _of_curve(m: Names, curve: str, tenors: int) -> Node:
    """The yield of a curve at the bond's years to maturity, compounded as the bond's."""
    return _on_basis(m, _on_curve(m, f"{curve}.yields", tenors, m.maturity_years), m[f"{curve}.compounding_a_year"])


def g_spread(curve: str, tenors: int) -> Section:
    """The yield less that of a curve at the same maturity."""
    section = Section("g_spread", "Bond pricing")

    @section.scalar("Yield of the benchmark", Unit.RATE, pricing="benchmark_yield")
    def benchmark_yield(m: Names) -> Node:
        """The curve's at the bond's years to maturity, in a straight line between tenors, compounded as the bond's."""
        return _of_curve(m, curve, tenors)

    @section.scalar("G-spread", Unit.RATE, pricing="g_spread")
    def g_spread(m: Names) -> Node:
        """Yield to maturity less the yield of the benchmark."""
        return m.yield_to_maturity - m.benchmark_yield

    return section


def z_spread(curve: str, tenors: int) -> Section:
    """The margin that, added to every zero-coupon rate, makes the payments worth the price."""
    section = Section("z_spread", "Bond pricing")
    compounding = f"{curve}.compounding_a_year"

    @section.line("Zero-coupon rate", Unit.RATE)
    def zero_rate(m: Names) -> Node:
        """The curve's rate at the years to payment, in a straight line between tenors."""
        return _on_curve(m, f"{curve}.zero_rates", tenors, m.years_to_payment)

    @section.line("Value at zero-coupon rates and spread", Unit.NUMBER)
    def spread_value(m: Names) -> Node:
        """Payment discounted at the zero-coupon rate of its date plus the spread."""
        rate = (m.zero_rate + m.z_spread) / m[compounding]
        return m.payment * (1 + rate) ** (-m[compounding] * m.years_to_payment)

    @section.line("Slope of the value by the spread", Unit.NUMBER)
    def spread_slope(m: Names) -> Node:
        """By how much the value of the payment falls for a rise of the spread of 100 %, to first order."""
        rate = (m.zero_rate + m.z_spread) / m[compounding]
        return m.spread_value * m.years_to_payment / (1 + rate)

    @section.solved("Z-spread", Unit.RATE, guess=0.0, pricing="z_spread")
    def z_spread(m: Names) -> Node:
        """Over the zero-coupon rates of the benchmark, compounded as they are."""
        value, years = total(m.spread_value), sum_product(m.spread_value, m.years_to_payment)
        growth = years / total(m.spread_slope)
        moved = newton(m[compounding] * (growth - 1), m[compounding], value, m.dirty_price, years / value)
        return m.z_spread + moved - m[compounding] * (growth - 1)

    return section


@greenium_to_bond.scalar("Conventional bond runs longer by", Unit.YEARS, pricing="comparable_gap")
def comparable_gap(m: Names) -> Node:
    """Its years to maturity at its issue less those of this bond; the nearer to 0, the better it compares."""
    return m.other_years - m.maturity_years


@greenium_to_bond.scalar("Yield of the conventional bond", Unit.RATE, pricing="comparable_yield")
def comparable_yield(m: Names) -> Node:
    """At its issue, compounded as this bond's yield."""
    return _on_basis(m, m.other_yield, m.other_compounding)


@greenium_to_bond.scalar("Greenium", Unit.RATE, pricing="greenium")
def greenium(m: Names) -> Node:
    """Yield less that of the conventional bond at its issue: below 0 where the label makes money cheaper."""
    return m.yield_to_maturity - m.comparable_yield


def greenium_to_curve(curve: str, tenors: int) -> Section:
    """The same against conventional bonds of the issuer by tenor."""
    section = Section("greenium_to_curve", "Bond pricing")

    @section.scalar("Yield of conventional bonds", Unit.RATE, pricing="comparable_yield")
    def comparable_yield(m: Names) -> Node:
        """At the bond's years to maturity, in a straight line between tenors, compounded as the bond's yield."""
        return _of_curve(m, curve, tenors)

    @section.scalar("Greenium", Unit.RATE, pricing="greenium")
    def greenium(m: Names) -> Node:
        """Yield less that of conventional bonds: below 0 where the label makes money cheaper."""
        return m.yield_to_maturity - m.comparable_yield

    return section
