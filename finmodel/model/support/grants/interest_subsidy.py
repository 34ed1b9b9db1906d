"""Interest subsidy: points of a facility's interest that somebody pays to the lender by way of the company."""

from finmodel.expr.functions import maximum, minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["interest_subsidy"]

interest_subsidy = Section("interest_subsidy", "Loans")


@interest_subsidy.line("Points subsidised", Unit.RATE)
def subsidised_points(m: Names) -> Node:
    """In the months in which the subsidy is paid; never more than base rate and margin."""
    return minimum(m.subsidy_rate, maximum(m.base_rate + m.margin, 0)) * (m.months_elapsed <= m.subsidy_months)


@interest_subsidy.line("Rate borne by others", Unit.RATE, rate="paid")
def subsidy_taken_off(m: Names) -> Node:
    """The interest rate of the facility is what the company bears: base rate and margin less these points."""
    return -m.subsidised_points


@interest_subsidy.line("Balance subsidised", Unit.MONEY)
def subsidised_balance(m: Names) -> Node:
    """What is owed, as far as it is owed by schedule: nothing is paid on what is overdue."""
    return m.opening - m.principal_arrears_opening


@interest_subsidy.line("Interest subsidy", Unit.MONEY, financing="in", payer="subsidiser", payee="company")
def interest_subsidy_received(m: Names) -> Node:
    """The points on the balance subsidised."""
    return m.subsidised_balance * m.subsidised_points * m.day_count


@interest_subsidy.line("Interest subsidy passed on", Unit.MONEY, financing="out", payer="company", payee="lender")
def interest_subsidy_passed_on(m: Names) -> Node:
    """The lender has its full rate: the company's part as interest, and this."""
    return m.interest_subsidy_received


@interest_subsidy.line("Interest not subsidised", Unit.MONEY, account="interest", interest="also")
def unsubsidised_interest(m: Names) -> Node:
    """The points on what is overdue: the company bears them itself."""
    return (m.interest_arrears_opening + m.principal_arrears_opening) * m.subsidised_points * m.day_count
