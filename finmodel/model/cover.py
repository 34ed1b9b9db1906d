"""Cover of one facility's rank: CFADS against the debt service of that rank and of those paid before it."""

from collections.abc import Sequence

from finmodel.expr.functions import previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["cover_of"]


def cover_of(tiers: Sequence[str]) -> Section:
    """What tests of cover of a facility add up; ``tiers``: its rank and those paid before it."""
    section = Section("cover", "Loans")

    @section.line("Debt service of its rank and better ones", Unit.MONEY)
    def cover_service(m: Names) -> Node:
        """Interest and principal by the schedule as it stands, and senior fees, while this loan is in service."""
        kinds = [(tier, kind) for tier in tiers for kind in ("interest", "principal")]
        asked = [line for tier, kind in kinds for line in m.each(schedule=kind, tier=tier)]
        asked += [line for tier, kind in kinds for line in m.each(asked=kind, tier=tier)]
        saved = [line for tier, kind in kinds for line in m.each(relief=kind, tier=tier)]
        fees = (m.scheduled_fees, *m.each(fee_change="senior"))
        return summed(*asked, *fees, *(-amount for amount in saved)) * m.service_flag

    @section.line("Its debt service so far", Unit.MONEY)
    def cover_service_cumulative(m: Names) -> Node:
        """The running total."""
        return previous(m.cover_service_cumulative) + m.cover_service

    @section.line("CFADS in its service so far", Unit.MONEY)
    def cover_cfads_cumulative(m: Names) -> Node:
        """The running total of CFADS in periods in which this loan is in service."""
        return previous(m.cover_cfads_cumulative) + m.cfads * m.service_flag

    return section
