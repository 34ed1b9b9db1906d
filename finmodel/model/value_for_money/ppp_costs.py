"""What the PPP costs the State: payments, guarantees as expected, procurement and monitoring."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["ppp_costs"]

ppp_costs = Section("ppp_costs", "Value for money")


@ppp_costs.line("Paid to the private partner, net", Unit.MONEY)
def ppp_payments(m: Names) -> Node:
    """All that the State pays, VAT refunds apart, less what it gets as shareholder, lender, grantor or guarantor."""
    returned = m.public_distributions + m.public_other_receipts
    return m.public_paid - m.public_vat_refund - returned


@ppp_costs.line("Procurement, monitoring and guarantees", Unit.MONEY)
def ppp_own_costs(m: Names) -> Node:
    """Procurement at financial close; monitoring and the expected cost of guarantees over the contract."""
    return m.procurement_cost * m.close_flag + (m.monitoring_cost + m.guarantee_cost) * m.contract_years


@ppp_costs.line("Cost of the PPP before retained risk", Unit.MONEY)
def ppp_flow(m: Names) -> Node:
    """Payments and own costs, less the company's tax where it does not count as competitive neutrality."""
    return m.ppp_payments + m.ppp_own_costs - m.public_tax * (1 - m.tax_in_neutrality)
