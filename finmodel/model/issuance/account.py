"""The issuer's account of the bonds: what investors pay in, what projects receive, who serves the debt."""

from finmodel.expr.functions import minimum, previous, total, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["account"]

account = Section("issuer_account", "Account of the bonds")


@account.line("Bonds issued at par", Unit.MONEY)
def issued_total(m: Names) -> Node:
    """The amounts of all bonds, in the periods of issue."""
    return m.sum_of(bond="issued")


@account.line("Received from investors", Unit.MONEY)
def proceeds_received(m: Names) -> Node:
    """What all bonds bring at their issue prices."""
    return m.sum_of(bond="proceeds")


@account.line("Costs of issue", Unit.MONEY, use="issue")
def issue_costs(m: Names) -> Node:
    """What is paid once to arrangers, exchange, advisers and reviewers."""
    return m.sum_of(bond="costs")


@account.line("Running costs of the bonds", Unit.MONEY)
def bond_running_costs(m: Names) -> Node:
    """What is paid each year while bonds are outstanding: listing, representative, reports."""
    return m.sum_of(bond="running_costs")


@account.line("Interest paid", Unit.MONEY, chart="interest")
def interest_paid(m: Names) -> Node:
    """Coupons of all bonds."""
    return m.sum_of(service="interest")


@account.line("Principal repaid", Unit.MONEY, chart="principal")
def principal_repaid(m: Names) -> Node:
    """Redemptions of all bonds."""
    return m.sum_of(service="principal")


@account.line("Debt service", Unit.MONEY)
def debt_service(m: Names) -> Node:
    """Interest and principal of all bonds."""
    return m.interest_paid + m.principal_repaid


@account.line("Bonds outstanding", Unit.MONEY, total="none")
def debt_closing(m: Names) -> Node:
    """What all bonds still owe at the end of the period."""
    return m.sum_of(bond="outstanding")


@account.line("Proceeds waiting, opening", Unit.MONEY, total="none")
def proceeds_opening(m: Names) -> Node:
    """What was not yet paid out."""
    return previous(m.cash_closing)


@account.line("Interest on proceeds waiting", Unit.MONEY, payer="account_bank", payee="company", chart="source")
def proceeds_interest(m: Names) -> Node:
    """On what was there at the beginning of the period."""
    return m.proceeds_opening * m.placement_rate * m.year_fraction


@account.line("Proceeds that can be paid out", Unit.MONEY)
def proceeds_available(m: Names) -> Node:
    """What waited, its interest, and what comes in."""
    return m.proceeds_opening + m.proceeds_interest + m.proceeds_received


@account.line("Paid to what is financed", Unit.MONEY, payer="company", payee="projects", use="issue")
def paid_to_projects(m: Names) -> Node:
    """What is to be paid out, as far as there are proceeds."""
    return minimum(m.proceeds_available, m.to_be_paid_out)


@account.line("Proceeds used for debt service", Unit.MONEY, use="issue")
def proceeds_used(m: Names) -> Node:
    """Interest on what waits serves debt as it comes; what is left at last helps to redeem the last bond."""
    left = m.proceeds_available - m.paid_to_projects
    return minimum(where(m.debt_closing <= m.tolerance, left, minimum(left, m.proceeds_interest)), m.debt_service)


@account.line("Proceeds waiting, closing", Unit.MONEY, total="none")
def cash_closing(m: Names) -> Node:
    """What is not yet paid out at the end of the period."""
    return m.proceeds_available - m.paid_to_projects - m.proceeds_used


@account.line("Held for redemption", Unit.MONEY, total="none")
def reserves_closing(m: Names) -> Node:
    """What sinking funds and other reserves hold."""
    return m.sum_of(reserve="balance")


@account.line("Paid in by the issuer's own funds", Unit.MONEY, payer="source_of_service", payee="company")
def own_funds_paid(m: Names) -> Node:
    """Costs, debt service and what goes into sinking funds, less what these release and proceeds left pay."""
    costs = m.issue_costs + m.bond_running_costs
    funds = m.sum_of(sinking="paid_in") - m.sum_of(sinking="released")
    return costs + m.debt_service + funds - m.proceeds_used


@account.line("Own funds for the costs of issue", Unit.MONEY, chart="source")
def own_funds_at_issue(m: Names) -> Node:
    """The issuer pays the costs of issue from its own funds, so that all proceeds reach what they finance."""
    return m.issue_costs


@account.scalar("Issued at par", Unit.MONEY, kpi="total_issued")
def total_issued(m: Names) -> Node:
    """The amounts of all bonds."""
    return total(m.issued_total)


@account.scalar("Net proceeds", Unit.MONEY, kpi="net_proceeds")
def net_proceeds(m: Names) -> Node:
    """What all bonds bring, less the costs of issue."""
    return total(m.proceeds_received) - total(m.issue_costs)


@account.scalar("Interest in all", Unit.MONEY, kpi="total_interest")
def total_interest(m: Names) -> Node:
    """Coupons of all bonds over their lives."""
    return total(m.interest_paid)
