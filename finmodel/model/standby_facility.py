"""Standby facility: a loan drawn where uses exceed all commitments, before the sponsors support, repaid equally."""

from finmodel.expr.functions import both, maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.term_loan import term_loan
from finmodel.units import Unit

__all__ = ["as_any_loan", "standby_facility"]

as_any_loan = term_loan.without(
    "commitment", "uses_left", "uses_capacity", "without_equity", "drawdown", "service_flag", "rate_weight"
)
"""What a standby facility has in common with facilities that are sized: rates, fees, schedule, account."""

standby_facility = Section("standby_facility", "Standby facility")


@standby_facility.scalar("Standby facility committed", Unit.MONEY, freezable=True)
def commitment(m: Names) -> Node:
    """The stated amount; it stands apart from the debt that planned uses are paid with."""
    return m.standby_facility_amount


@standby_facility.line(
    "Drawdown", Unit.MONEY, funds="standby", financing="in", chart="source", payer="lender", payee="company"
)
def drawdown(m: Names) -> Node:
    """Its share of what commitments lack, up to the amount."""
    return minimum(m.uses_lacking * m.standby_facility_share, maximum(m.commitment - previous(m.drawn), 0))


@standby_facility.scalar("Final maturity", Unit.MONTHS)
def tenor_months(m: Names) -> Node:
    """Months from financial close to the end of repayment: counted from completion, and not beyond operation."""
    return minimum(m.completion_month + m.standby_facility_repayment_months, m.operation_end_month)


@standby_facility.line("Between completion and maturity", Unit.FLAG)
def service_flag(m: Names) -> Node:
    """1 from the first whole period after completion to final maturity."""
    return both(1 - m.construction_flag, m.months_elapsed <= m.tenor_months)


@standby_facility.line("Loan in service", Unit.FLAG, loan="service_flag", tier="tier")
def drawn_service_flag(m: Names) -> Node:
    """1 in that time where anything has been drawn: a facility that was never needed has no service."""
    return both(m.service_flag, m.drawn > m.tolerance)


@standby_facility.line("Contract principal", Unit.MONEY)
def contract_principal(m: Names) -> Node:
    """What has been drawn times the principal of one unit: known once construction is over."""
    return m.drawn * m.unit_principal


@standby_facility.line("Weight of the rate", Unit.MONEY, weight="weight", tier="tier")
def rate_weight(m: Names) -> Node:
    """The scheduled opening balance: nothing as long as nothing is drawn."""
    return m.scheduled_opening
