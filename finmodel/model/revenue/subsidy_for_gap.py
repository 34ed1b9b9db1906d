"""Subsidy for a gap: what revenue lacks to a share of the costs of operation, or to a revenue that is required."""

from collections.abc import Sequence

from finmodel.expr.functions import maximum, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.revenue.settlement import until_settled
from finmodel.units import Unit

__all__ = ["costs_covered", "required_given", "subsidy_for_gap"]

required_given = Section("revenue_required", "Revenue")
subsidy_for_gap = Section("subsidy_for_gap", "Revenue")


@required_given.line("Revenue required", Unit.MONEY)
def revenue_required(m: Names) -> Node:
    """The revenue a year that is to be reached, indexed, for the part of the period in operation."""
    return m.required * m.indexation * m.operation_share * m.year_fraction


def costs_covered(costs: Sequence[str]) -> Section:
    """The revenue that is required as a share of these costs of operation."""
    section = Section("costs_covered", "Revenue")

    @section.line("Revenue required", Unit.MONEY)
    def revenue_required(m: Names) -> Node:
        """The stated share of the costs named, as incurred."""
        return summed(*(m[f"{name}.cost"] for name in costs)) * m.cost_share

    return section


@subsidy_for_gap.line("Revenue required, to be settled", Unit.MONEY)
def required_to_settle(m: Names) -> Node:
    """Revenue required since the settlement before."""
    return until_settled(m, m.required_to_settle, m.revenue_required)


@subsidy_for_gap.line("Gap", Unit.MONEY)
def gap(m: Names) -> Node:
    """What revenue lacks to what is required, when it is settled; never negative."""
    return maximum(m.required_to_settle - m.revenue_to_settle, 0) * m.settles


@subsidy_for_gap.line("Subsidy before caps", Unit.MONEY)
def subsidy_uncapped(m: Names) -> Node:
    """The share of the gap that is paid."""
    return m.gap * m.share
