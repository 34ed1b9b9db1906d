"""Costs of an issue: placement, listing, external review and others, at issue and on each coupon date."""

from finmodel.expr.functions import summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["costs"]

costs = Section("costs", "Bonds")


def _on_coupon_dates(m: Names, yearly: Node) -> Node:
    return m.coupon_flag * yearly / m.coupons_a_year


@costs.line("Placement fee", Unit.MONEY, bond="costs", payer="company", payee="arranger")
def placement_fee(m: Names) -> Node:
    """A share of the principal issued, on the day of issue."""
    return m.issued * m.costs_placement_rate


@costs.line("Listing fee at issue", Unit.MONEY, bond="costs", payer="company", payee="exchange")
def listing_fee(m: Names) -> Node:
    """Paid on the day of issue."""
    return m.issue_flag * m.costs_listing_initial


@costs.line("External review at issue", Unit.MONEY, bond="costs", payer="company", payee="reviewer")
def review_fee(m: Names) -> Node:
    """Paid on the day of issue."""
    return m.issue_flag * m.costs_review_initial


@costs.line("Other costs at issue", Unit.MONEY, bond="costs", payer="company", payee="adviser")
def other_costs(m: Names) -> Node:
    """Paid on the day of issue."""
    return m.issue_flag * m.costs_other_initial


@costs.line("Listing fee of a year", Unit.MONEY, bond="running_costs", payer="company", payee="exchange")
def running_listing_fee(m: Names) -> Node:
    """In equal parts on the coupon dates of a year."""
    return _on_coupon_dates(m, m.costs_listing_yearly)


@costs.line("External review and reporting", Unit.MONEY, bond="running_costs", payer="company", payee="reviewer")
def running_review_fee(m: Names) -> Node:
    """In equal parts on the coupon dates of a year."""
    return _on_coupon_dates(m, m.costs_review_yearly)


@costs.line("Other running costs", Unit.MONEY, bond="running_costs", payer="company", payee="adviser")
def other_running_costs(m: Names) -> Node:
    """In equal parts on the coupon dates of a year."""
    return _on_coupon_dates(m, m.costs_other_yearly)


@costs.line("All costs at issue", Unit.MONEY)
def issue_costs_paid(m: Names) -> Node:
    """What is paid once, to arrangers, exchange, reviewers and advisers."""
    return summed(*m.own_each(bond="costs"))


@costs.line("All running costs", Unit.MONEY)
def running_costs_paid(m: Names) -> Node:
    """What is paid on coupon dates besides interest and redemption."""
    return summed(*m.own_each(bond="running_costs"))


@costs.line("Cash flow of the bond", Unit.MONEY)
def bond_cash_flow(m: Names) -> Node:
    """To the issuer: proceeds less interest, redemption and all costs."""
    return m.proceeds - m.bond_service - m.issue_costs_paid - m.running_costs_paid
