"""Pricing of an issuance as a whole: yield, all-in cost, duration and life of its bonds, weighted by principal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from finmodel.expr.functions import maximum, ratio, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["pricing_totals"]


def _weighted(m: Names, valuations: Sequence[str], name: str) -> Node:
    """The mean over the bonds of what each has on the day of its issue, by principal."""
    of_each = (m[f"{one}.{name}"] * m[f"{one}.face_priced"] for one in valuations)
    return ratio(summed(*of_each), summed(*(m[f"{one}.face_priced"] for one in valuations)))


def pricing_totals(bonds: Mapping[str, str]) -> Section:
    """The section for bonds by name, each with the instance of its valuation at issue."""
    valuations = tuple(bonds.values())
    section = Section("pricing_totals", "Bond pricing")

    @section.scalar("Yield at issue, effective", Unit.RATE, kpi="yield_at_issue")
    def yield_at_issue(m: Names) -> Node:
        """The yield to maturity at the issue price, compounded over a year; of several bonds the mean by principal."""
        return _weighted(m, valuations, "effective_yield")

    @section.scalar("All-in cost to the issuer, effective", Unit.RATE, kpi="all_in_cost")
    def all_in_cost(m: Names) -> Node:
        """With discount and all costs, compounded over a year; of several bonds the mean by principal."""
        return _weighted(m, valuations, "effective_cost")

    @section.scalar("Modified duration at issue", Unit.YEARS, kpi="modified_duration")
    def modified_duration(m: Names) -> Node:
        """By how many percent prices fall for each percentage point that yields rise; a mean, by principal."""
        return _weighted(m, valuations, "modified_duration")

    @section.scalar("Average life at issue", Unit.YEARS, kpi="average_life")
    def average_life(m: Names) -> Node:
        """The mean time to redemption of principal; of several bonds the mean by principal."""
        return _weighted(m, valuations, "average_life")

    @section.scalar("Last redemption", Unit.DATE)
    def last_redemption(m: Names) -> Node:
        """The latest maturity of all bonds."""
        return maximum(*(m[f"{name}.maturity_date"] for name in bonds))

    return section
