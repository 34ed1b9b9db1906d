"""Issue terms of a bond: what the price below par takes, and what a listing costs."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.currency.conversion import converted, stated
from finmodel.units import Unit

__all__ = ["issue_terms"]

issue_terms = Section("issue_terms", "Loans")


@issue_terms.line("Issue discount", Unit.MONEY, use="financing", payer="company", payee="lender")
def issue_discount(m: Names) -> Node:
    """Face value of the whole issue less its price, settled at financial close; negative above par."""
    return converted(m, m.close_flag * (1 - m.issue_price) * m.own_commitment)


@issue_terms.line("Cost of listing", Unit.MONEY, use="financing", payer="company", payee="listing_venue")
def listing_cost(m: Names) -> Node:
    """Paid once, at financial close."""
    return stated(m, m.close_flag * m.listing_cost_amount)


@issue_terms.line(
    "Fee of listing", Unit.MONEY, fee="senior", payer="company", payee="listing_venue", scheduled_fee="yes"
)
def listing_fee(m: Names) -> Node:
    """The fee a year, while the bond is in service."""
    return stated(m, m.listing_fee_amount * m.year_fraction * m.service_flag)
