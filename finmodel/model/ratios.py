"""Cover ratios with the exact definitions of the field: DSCR, LLCR, PLCR, ICR, and their lowest and mean."""

from finmodel.expr.functions import average, following, lowest, ratio, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["ratios"]

ratios = Section("ratios", "Ratios")


@ratios.line("Debt service for ratios", Unit.MONEY)
def ratio_debt_service(m: Names) -> Node:
    """Scheduled debt service less what prepayment took; fees alone, or less than the tolerance, count as none."""
    fees = summed(m.scheduled_fees, *m.each(fee_change="senior"))
    return m.tested_debt_service * (m.tested_debt_service - fees > m.tolerance)


@ratios.line("Interest for ratios", Unit.MONEY)
def ratio_interest(m: Names) -> Node:
    """Senior interest by the schedule as it stands after prepayment; less than the tolerance counts as none."""
    saved = m.each(relief="interest", tier="senior")
    asked = (*m.each(schedule="interest", tier="senior"), *m.each(asked="interest", tier="senior"))
    senior = summed(*asked, *(-amount for amount in saved))
    return senior * (senior > m.tolerance)


@ratios.line("DSCR", Unit.RATIO, chart="dscr")
def dscr(m: Names) -> Node:
    """CFADS divided by scheduled interest, principal and senior fees; blank without debt service."""
    return ratio(m.cfads, m.ratio_debt_service)


@ratios.line("DSCR before tax", Unit.RATIO)
def dscr_before_tax(m: Names) -> Node:
    """The same with CFADS before tax; blank without debt service."""
    return ratio(m.cfads + m.tax_paid, m.ratio_debt_service)


@ratios.line("ICR", Unit.RATIO)
def icr(m: Names) -> Node:
    """CFADS divided by scheduled interest; blank without interest."""
    return ratio(m.cfads, m.ratio_interest)


@ratios.line("Senior debt by schedule, opening", Unit.MONEY)
def senior_outstanding(m: Names) -> Node:
    """The scheduled opening balances of the senior facilities."""
    return m.sum_of(weight="scheduled", tier="senior")


@ratios.line("Loan rate for the period", Unit.RATE)
def loan_period_rate(m: Names) -> Node:
    """The rates of the senior facilities, weighted by scheduled balance; by commitment where nothing is outstanding."""
    return m.sum_of(weight="rate", tier="senior") / m.sum_of(weight="weight", tier="senior")


@ratios.line("Debt at the start of the period", Unit.MONEY)
def debt_opening(m: Names) -> Node:
    """Principal owed on the senior facilities, once in service; less than the tolerance counts as none."""
    revalued = (-rise for rise in m.each(weight="revaluation", tier="senior"))
    owed = summed(*m.each(weight="opening", tier="senior"), *revalued)
    return owed * m.in_service_flag * (owed > m.tolerance)


@ratios.line("CFADS of the loan life still to come", Unit.MONEY)
def loan_life_value(m: Names) -> Node:
    """At the start of the period, at the loan's own rates, to final maturity."""
    return (m.cfads * m.service_flag + _later(m, following(m.loan_life_value))) / (1 + m.loan_period_rate)


@ratios.line("CFADS of the project life still to come", Unit.MONEY)
def project_life_value(m: Names) -> Node:
    """At the start of the period, at the loan's own rates, to the end of operation."""
    later = 1 - m.construction_flag
    return (m.cfads * later + _later(m, following(m.project_life_value))) / (1 + m.loan_period_rate)


@ratios.line("LLCR", Unit.RATIO, chart="llcr")
def llcr(m: Names) -> Node:
    """Present value of CFADS over the loan life divided by the debt outstanding; blank without debt."""
    return ratio(summed(m.loan_life_value, *m.each(life_value="loan")), m.debt_opening)


@ratios.line("PLCR", Unit.RATIO)
def plcr(m: Names) -> Node:
    """Present value of CFADS over the project life divided by the debt outstanding; blank without debt."""
    return ratio(summed(m.project_life_value, *m.each(life_value="project")), m.debt_opening)


@ratios.scalar("Lowest DSCR", Unit.RATIO, kpi="dscr_minimum")
def dscr_minimum(m: Names) -> Node:
    """The weakest period."""
    return lowest(m.dscr)


@ratios.scalar("Average DSCR", Unit.RATIO, kpi="dscr_average")
def dscr_average(m: Names) -> Node:
    """The plain mean of the period ratios, not total cash flow over total debt service."""
    return average(m.dscr)


@ratios.scalar("Lowest LLCR", Unit.RATIO, kpi="llcr_minimum")
def llcr_minimum(m: Names) -> Node:
    """The weakest period."""
    return lowest(m.llcr)


@ratios.scalar("Lowest PLCR", Unit.RATIO, kpi="plcr_minimum")
def plcr_minimum(m: Names) -> Node:
    """The weakest period."""
    return lowest(m.plcr)


@ratios.scalar("Lowest ICR", Unit.RATIO, kpi="icr_minimum")
def icr_minimum(m: Names) -> Node:
    """The weakest period."""
    return lowest(m.icr)


def _later(m: Names, value: Node) -> Node:
    """Value still to come at the end of the period, less half a rate where interest is on the average balance."""
    weights = m.each(weight="later", tier="senior")
    if not weights:
        return value
    return value * (1 - summed(*weights) / m.sum_of(schedule="balance", tier="senior"))
