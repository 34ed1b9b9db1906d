"""Lock-up test of one facility: cover of its rank over the months behind or ahead; below the level nothing leaves."""

from collections.abc import Sequence

from finmodel.expr.functions import at, both, earlier, floor, maximum, minimum, negated, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["covenant_lockup", "lockup_ahead", "lockup_behind"]

covenant_lockup = Section("covenant_lockup", "Loans")
lockup_behind = Section("lockup_behind", "Loans")


@covenant_lockup.scalar("Periods of its lock-up test", Unit.COUNT)
def covenant_lockup_periods(m: Names) -> Node:
    """Months of the test in whole periods."""
    return maximum(floor(m.covenants_lockup_months / m.period_months), 1)


@covenant_lockup.line("Its cover fails the lock-up test", Unit.FLAG, lockup="flag")
def covenant_lockup_flag(m: Names) -> Node:
    """1 in service where cover is below the facility's level: nothing is distributed in the whole deal."""
    asked = m.covenants_lockup_dscr * m.covenant_lockup_service
    low = m.covenant_lockup_cfads < asked - m.tolerance
    return both(m.service_flag, low, *((negated(m.settled_flag),) if m.has("settled_flag") else ()))


@lockup_behind.line("CFADS of its lock-up test", Unit.MONEY)
def covenant_lockup_cfads(m: Names) -> Node:
    """CFADS in service over the months that end with the period."""
    return m.cover_cfads_cumulative - earlier(m.cover_cfads_cumulative, m.covenant_lockup_periods)


@lockup_behind.line("Debt service of its lock-up test", Unit.MONEY)
def covenant_lockup_service(m: Names) -> Node:
    """Of its rank and better ones over the same months, by the schedule as it stands."""
    return m.cover_service_cumulative - earlier(m.cover_service_cumulative, m.covenant_lockup_periods)


def lockup_ahead(tiers: Sequence[str]) -> Section:
    """The test on the future; ``tiers``: the facility's rank and those paid before it."""
    section = Section("lockup_ahead", "Loans")

    @section.line("Forecast CFADS in its service so far", Unit.MONEY)
    def covenant_forecast_cumulative(m: Names) -> Node:
        """The running total of the base case's CFADS in periods in which this loan is in service."""
        return previous(m.covenant_forecast_cumulative) + m.sizing_cfads * m.service_flag

    @section.line("Contracted debt service of its rank and better ones so far", Unit.MONEY)
    def covenant_contract_cumulative(m: Names) -> Node:
        """The running total of scheduled interest, principal and senior fees, while this loan is in service."""
        asked = [
            part for tier in tiers for kind in ("interest", "principal") for part in m.each(schedule=kind, tier=tier)
        ]
        return previous(m.covenant_contract_cumulative) + summed(*asked, m.scheduled_fees) * m.service_flag

    @section.line("CFADS of its lock-up test", Unit.MONEY)
    def covenant_lockup_cfads(m: Names) -> Node:
        """Forecast CFADS of the months ahead."""
        return _ahead(m, m.covenant_forecast_cumulative)

    @section.line("Debt service of its lock-up test", Unit.MONEY)
    def covenant_lockup_service(m: Names) -> Node:
        """Debt service of the months ahead, as contracted."""
        return _ahead(m, m.covenant_contract_cumulative)

    return section


def _ahead(m: Names, total: Node) -> Node:
    """What a running total adds in the periods of the test that follow."""
    return at(total, minimum(m.counter + m.covenant_lockup_periods, m.period_count)) - total
