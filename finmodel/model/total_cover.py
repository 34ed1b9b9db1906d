"""Cover of all debt: the ratio of CFADS to the debt service of every rank, where there are junior lenders."""

from finmodel.expr.functions import average, lowest, ratio, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["total_cover"]

total_cover = Section("total_cover", "Ratios")


@total_cover.line("Scheduled debt service of all ranks", Unit.MONEY)
def all_debt_service(m: Names) -> Node:
    """Scheduled interest and principal of every facility less what prepayment took, and senior fees."""
    asked = (m.scheduled_interest_total, *m.each(schedule="principal"), m.scheduled_fees, *m.each(fee_change="senior"))
    saved = (*m.each(relief="interest"), *m.each(relief="principal"))
    new = (*m.each(asked="interest"), *m.each(asked="principal"))
    return summed(*asked, *new, *(-amount for amount in saved))


@total_cover.line("Debt service of all ranks for ratios", Unit.MONEY)
def ratio_all_debt_service(m: Names) -> Node:
    """Fees alone, or less than the tolerance, count as none."""
    fees = summed(m.scheduled_fees, *m.each(fee_change="senior"))
    return m.all_debt_service * (m.all_debt_service - fees > m.tolerance)


@total_cover.line("DSCR of all debt", Unit.RATIO)
def total_dscr(m: Names) -> Node:
    """CFADS divided by the debt service of every rank; blank without debt service."""
    return ratio(m.cfads, m.ratio_all_debt_service)


@total_cover.scalar("Lowest DSCR of all debt", Unit.RATIO, kpi="total_dscr_minimum")
def total_dscr_minimum(m: Names) -> Node:
    """The weakest period."""
    return lowest(m.total_dscr)


@total_cover.scalar("Average DSCR of all debt", Unit.RATIO, kpi="total_dscr_average")
def total_dscr_average(m: Names) -> Node:
    """The plain mean of the period ratios."""
    return average(m.total_dscr)
