"""Default of one facility: its lender unpaid, or cover of its rank below the level, after what sponsors cure."""

from collections.abc import Sequence

from finmodel.expr.functions import both, earlier, either, floor, maximum, negated, previous, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["covenant_default", "cured_before", "equity_cure"]

covenant_default = Section("covenant_default", "Loans")
equity_cure = Section("equity_cure", "Loans")


@covenant_default.scalar("Periods of its default test", Unit.COUNT)
def covenant_default_periods(m: Names) -> Node:
    """Months of the test in whole periods."""
    return maximum(floor(m.covenants_default_months / m.period_months), 1)


@covenant_default.line("CFADS and cures so far", Unit.MONEY)
def cured_cfads_cumulative(m: Names) -> Node:
    """The running total of CFADS in service, and of what sponsors paid in to cure cover, of whichever facility."""
    cured = m.each(cure="paid") if m.has("cure_paid") else ()
    return previous(m.cured_cfads_cumulative) + summed(m.cfads, *cured) * m.service_flag


@covenant_default.line("CFADS of its default test", Unit.MONEY)
def covenant_default_cfads(m: Names) -> Node:
    """Over the months that end with the period: what sponsors cured before counts, what they cure now comes on top."""
    before = previous(m.cured_cfads_cumulative) - earlier(m.cured_cfads_cumulative, m.covenant_default_periods)
    return summed(m.cfads, *m.own_each(cure="before")) * m.service_flag + before


@covenant_default.line("Debt service of its default test", Unit.MONEY)
def covenant_default_service(m: Names) -> Node:
    """Of its rank and better ones over the same months, by the schedule as it stands."""
    return m.cover_service_cumulative - earlier(m.cover_service_cumulative, m.covenant_default_periods)


@covenant_default.line("Lacking to its default level", Unit.MONEY)
def covenant_shortfall(m: Names) -> Node:
    """What CFADS of the test would have to be more, in service."""
    open_flag = both(m.service_flag, *((negated(m.settled_flag),) if m.has("settled_flag") else ()))
    asked = m.covenants_default_dscr * m.covenant_default_service
    return maximum(asked - m.covenant_default_cfads, 0) * open_flag


@covenant_default.line("Its arrears", Unit.MONEY)
def own_arrears(m: Names) -> Node:
    """Interest and principal due to this lender and not paid, at the end of the period."""
    return m.interest_arrears + m.principal_due - m.principal_paid


@covenant_default.line("Its default", Unit.FLAG, lockup="flag")
def covenant_default_flag(m: Names) -> Node:
    """1 where the lender is not paid in full, or cover stays below the level; nothing is then distributed."""
    left = m.covenant_shortfall - m.cure_paid if m.has("cure_paid") else m.covenant_shortfall
    return either(m.own_arrears > m.tolerance, left > m.tolerance)


@covenant_default.scalar("Periods in default", Unit.COUNT, check="alert")
def covenant_defaults(m: Names) -> Node:
    """Periods in which this facility is in default."""
    return total(m.covenant_default_flag)


def cured_before(names: Sequence[str]) -> Section:
    """What sponsors pay in the same period to cure the facilities named, which are tested before this one."""
    section = Section("cured_before", "Loans")

    @section.line("Paid to cure facilities tested before", Unit.MONEY, cure="before")
    def cures_of_others(m: Names) -> Node:
        """Of better rank, or listed before: what lifts their cover lifts this facility's too, and is paid once."""
        return summed(*(m[f"{name}.cure_paid"] for name in names))

    return section


@equity_cure.line("Cures made before", Unit.COUNT)
def cures_before(m: Names) -> Node:
    """In all periods before this one."""
    return previous(m.cures_made)


@equity_cure.line("Cures in succession before", Unit.COUNT)
def cures_in_succession_before(m: Names) -> Node:
    """In the periods just before this one."""
    return previous(m.cures_in_succession)


@equity_cure.line("Cured", Unit.FLAG, lockup="flag")
def cured_flag(m: Names) -> Node:
    """1 where cover lacks something and the sponsors may still cure it; nothing is distributed then."""
    allowed = both(
        m.cures_before < m.covenants_cure_most_cures,
        m.cures_in_succession_before < m.covenants_cure_most_in_succession,
    )
    return both(m.covenant_shortfall > m.tolerance, allowed)


@equity_cure.line("Cures made", Unit.COUNT)
def cures_made(m: Names) -> Node:
    """The running count."""
    return m.cures_before + m.cured_flag


@equity_cure.line("Cures in succession", Unit.COUNT)
def cures_in_succession(m: Names) -> Node:
    """Counted from 1 again after a period without a cure."""
    return (m.cures_in_succession_before + 1) * m.cured_flag


@equity_cure.line(
    "Equity cure",
    Unit.MONEY,
    payer="sponsor",
    payee="company",
    equity="in",
    capital="in",
    available="in",
    financing="in",
    cure="paid",
)
def cure_paid(m: Names) -> Node:
    """What lifts cover to the default level, paid in as share capital in the same period; it then serves debt."""
    return m.covenant_shortfall * m.cured_flag


@equity_cure.scalar("Equity cures in total", Unit.MONEY, check="alert")
def cures_total(m: Names) -> Node:
    """What sponsors pay in over all periods to keep this facility out of default."""
    return total(m.cure_paid)
