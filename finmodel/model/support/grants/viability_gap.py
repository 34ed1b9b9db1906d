"""Viability gap: what is asked for, the most that sources may pay of project cost, and what each of them pays."""

from collections.abc import Sequence

from finmodel.expr.functions import maximum, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["gap_source", "project_cost_of", "viability_gap"]


def project_cost_of(*, uses: bool) -> Section:
    """What the caps are shares of: all uses of funds, or the works alone."""
    section = Section("gap_project_cost", "Grants")

    @section.scalar("Project cost", Unit.MONEY)
    def project_cost(m: Names) -> Node:
        """Total uses of funds, financing costs included; or capital expenditure without VAT, as the case says."""
        return m.total_uses if uses else total(m.capex_total)

    return section


def viability_gap(sources: Sequence[str]) -> Section:
    """The gap as a whole, filled by these sources."""
    section = Section("viability_gap", "Grants")

    @section.scalar("Caps of all sources, share of project cost", Unit.SHARE)
    def caps(m: Names) -> Node:
        """The caps of all sources together."""
        return summed(*(m[f"{name}.cap"] for name in sources))

    @section.scalar("Highest grant that the caps allow", Unit.MONEY)
    def highest_grant(m: Names) -> Node:
        """The caps of all sources together, of project cost."""
        return m.caps * m.project_cost

    @section.scalar("Grant asked for", Unit.MONEY)
    def asked_for(m: Names) -> Node:
        """The bid; or the stated share of what all caps allow."""
        return m.bid if m.has("bid") else m.granted_share * m.highest_grant

    @section.scalar("Bid above the caps", Unit.FLAG, refuse="bid_above_caps")
    def above_caps(m: Names) -> Node:
        """1 where more is asked for than all sources may pay: such a bid is not accepted."""
        return m.asked_for > m.highest_grant + m.tolerance

    @section.scalar("Viability gap granted", Unit.MONEY, kpi="viability_gap")
    def agreed(m: Names) -> Node:
        """What all sources undertake to pay."""
        return summed(*(m[f"{name}.agreed"] for name in sources))

    @section.scalar("Viability gap, share of project cost", Unit.SHARE, kpi="viability_gap_share")
    def share_of_cost(m: Names) -> Node:
        """What is granted divided by project cost."""
        return m.agreed / m.project_cost

    return section


def gap_source(before: Sequence[str]) -> Section:
    """How much one source grants, after the sources before it."""
    section = Section("gap_source", "Grants")

    @section.scalar("Limit: asked for and not granted yet", Unit.MONEY, limit="grant")
    def still_asked_for(m: Names) -> Node:
        """The grant asked for less what the sources before it pay."""
        return maximum(summed(m.gap_asked_for, *(-m[f"{name}.agreed"] for name in before)), 0)

    @section.scalar("Limit: cap of the source", Unit.MONEY, limit="grant")
    def cap_allowed(m: Names) -> Node:
        """The stated share of project cost."""
        return m.cap * m.gap_project_cost

    return section
