"""The new loan: sized on the cash flow after its date, scheduled as planned; its account is that of every loan."""

from finmodel.expr.functions import at, both, following, maximum, minimum, previous, value_where, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.term_loan import term_loan
from finmodel.units import Unit

__all__ = ["new_loan"]

new_loan = Section("new_loan", "Loans")

_AS_EVERY_LOAN = (
    "rate",
    "period_rate",
    "repayment_counter",
    "repayment_factor",
    "opening",
    "interest",
    "interest_arrears_opening",
    "principal_arrears_opening",
    "default_interest",
    "interest_due",
    "paid_of_rank",
    "paid_to_lender",
    "interest_paid",
    "principal_paid",
    "interest_arrears",
    "closing",
)
"""The lines that a new loan shares with a loan of financial close: its price and its account."""

new_loan.definitions += [line for line in term_loan.definitions if line.name in _AS_EVERY_LOAN]


@new_loan.scalar("Amount of the new loan", Unit.MONEY, freezable=True, kpi="refinancing_debt")
def commitment(m: Names) -> Node:
    """The least of the stated limits; agreed at financial close, drawn if the old loan can then be repaid in full."""
    return maximum(minimum(*m.own_each(limit="facility")), 0)


@new_loan.line("Period of the refinancing", Unit.FLAG)
def month_flag(m: Names) -> Node:
    """1 in the period in which the stated month ends; the new loan is drawn on the last day of it."""
    return both(m.months_elapsed >= m.month, m.months_elapsed - m.period_months < m.month)


@new_loan.line("Months since the refinancing", Unit.MONTHS)
def months_since(m: Names) -> Node:
    """At the end of the period; 0 before."""
    return maximum(m.months_elapsed - m.refinancing_month, 0)


@new_loan.scalar("Month in which the new loan is drawn", Unit.MONTHS)
def refinancing_month(m: Names) -> Node:
    """Months from financial close to the end of the period of the refinancing."""
    return value_where(m.months_elapsed, m.month_flag)


@new_loan.line("New loan in service", Unit.FLAG, loan="new_service_flag")
def service_flag(m: Names) -> Node:
    """1 from the period after the refinancing to final maturity, as planned."""
    return both(m.months_since > 0, m.months_since <= m.tenor_months)


@new_loan.line("Final maturity", Unit.FLAG)
def matured_flag(m: Names) -> Node:
    """1 in the last period that ends by final maturity, and in those after it."""
    return both(m.months_since > 0, m.months_since + m.period_months > m.tenor_months)


@new_loan.line("Repayment", Unit.FLAG)
def repayment_flag(m: Names) -> Node:
    """1 in service once the months of grace are over."""
    return both(m.service_flag, m.months_since > m.grace_months)


@new_loan.line("Fees after the refinancing", Unit.MONEY)
def fees_after(m: Names) -> Node:
    """Senior fees without those of the old loan's agent."""
    return m.fees_with_old_agent - m.replaced_agency_fee


@new_loan.line("Drawdown as planned", Unit.MONEY)
def planned_drawdown(m: Names) -> Node:
    """The whole amount on its date."""
    return m.commitment * m.month_flag


@new_loan.line("Scheduled balance, opening", Unit.MONEY)
def scheduled_opening(m: Names) -> Node:
    """The scheduled balance at the end of the period before."""
    return previous(m.scheduled_closing)


@new_loan.line("Scheduled interest", Unit.MONEY)
def scheduled_interest(m: Names) -> Node:
    """Interest on the scheduled opening balance."""
    return m.scheduled_opening * m.period_rate


@new_loan.line("Scheduled principal", Unit.MONEY)
def scheduled_principal(m: Names) -> Node:
    """What the contract asks for, as far as anything is owed; at final maturity all that is owed."""
    return where(m.matured_flag, m.scheduled_opening, minimum(m.contract_principal, m.scheduled_opening))


@new_loan.line("Scheduled balance, closing", Unit.MONEY, schedule="balance")
def scheduled_closing(m: Names) -> Node:
    """Opening plus drawdown as planned, less scheduled principal."""
    return m.scheduled_opening + m.planned_drawdown - m.scheduled_principal


# What the schedule asks for once the refinancing has taken place; nothing if it has not.


@new_loan.line("Balance by the schedule as it stands, opening", Unit.MONEY)
def restated_opening(m: Names) -> Node:
    """The scheduled one where the refinancing has taken place."""
    return m.scheduled_opening * m.refinanced_before


@new_loan.line("Principal due", Unit.MONEY, due="principal", tier="tier")
def principal_due(m: Names) -> Node:
    """What brings the balance back to the schedule, from the period after the refinancing on."""
    return maximum(m.opening - m.scheduled_closing, 0) * m.refinanced_before


@new_loan.line("Interest asked for", Unit.MONEY, asked="interest", tier="tier")
def interest_asked(m: Names) -> Node:
    """Scheduled interest where the refinancing has taken place."""
    return m.scheduled_interest * m.refinanced_before


@new_loan.line("Principal asked for", Unit.MONEY, asked="principal", tier="tier")
def principal_asked(m: Names) -> Node:
    """Scheduled principal where the refinancing has taken place."""
    return m.scheduled_principal * m.refinanced_before


@new_loan.line("Scheduled debt service so far", Unit.MONEY)
def own_service_cumulative(m: Names) -> Node:
    """The running total of the new loan's, as planned."""
    return previous(m.own_service_cumulative) + m.scheduled_interest + m.scheduled_principal


@new_loan.line("Reserve for the new loan", Unit.MONEY, dsra="asked")
def reserve_asked(m: Names) -> Node:
    """Its debt service of the months that the reserve looks ahead, from the period after the refinancing on."""
    near = minimum(m.counter + m.dsra_periods, m.period_count)
    far = minimum(m.counter + m.dsra_periods + 1, m.period_count)
    part = m.dsra_months / m.period_months - m.dsra_periods
    sooner = at(m.own_service_cumulative, near) - m.own_service_cumulative
    later = at(m.own_service_cumulative, far) - at(m.own_service_cumulative, near)
    return m.refinanced_before * (sooner + part * later)


@new_loan.line("CFADS of the new loan's life still to come", Unit.MONEY)
def new_loan_life_value(m: Names) -> Node:
    """At the start of the period, at the new loan's rate, to its final maturity."""
    return (m.cfads * m.service_flag + following(m.new_loan_life_value)) / (1 + m.period_rate)


@new_loan.line("Change of the CFADS of the loan life", Unit.MONEY, life_value="loan")
def loan_life_change(m: Names) -> Node:
    """From the old loan's to the new loan's, once the refinancing has taken place."""
    return (m.new_loan_life_value - m.loan_life_value) * m.refinanced_before


@new_loan.line("CFADS of the project life still to come, at the new rate", Unit.MONEY)
def new_project_life_value(m: Names) -> Node:
    """At the start of the period, at the new loan's rate, to the end of operation."""
    later = 1 - m.construction_flag
    return (m.cfads * later + following(m.new_project_life_value)) / (1 + m.period_rate)


@new_loan.line("Change of the CFADS of the project life", Unit.MONEY, life_value="project")
def project_life_change(m: Names) -> Node:
    """From the old loan's rate to the new loan's, once the refinancing has taken place."""
    return (m.new_project_life_value - m.project_life_value) * m.refinanced_before
