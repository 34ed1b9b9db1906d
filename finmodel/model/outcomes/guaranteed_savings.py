"""Guaranteed savings: a fee for service, less what the company compensates, plus its share of what is saved beyond."""

from finmodel.expr.functions import maximum, minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["guaranteed_savings"]

guaranteed_savings = Section("guaranteed_savings", "Revenue")


@guaranteed_savings.line("Service fee", Unit.MONEY)
def fee(m: Names) -> Node:
    """The fee a year, indexed, for the part of the period in operation."""
    return m.service_fee * m.price_level * m.operation_share * m.year_fraction


@guaranteed_savings.line("Savings short of the guarantee, a year", Unit.NUMBER)
def shortfall(m: Names) -> Node:
    """Guaranteed savings less savings; nothing if the guarantee is met."""
    return maximum(m.guaranteed - m.savings, 0)


@guaranteed_savings.line("Savings above the guarantee, a year", Unit.NUMBER)
def excess(m: Names) -> Node:
    """Savings less guaranteed savings; nothing if the guarantee is not met."""
    return maximum(m.savings - m.guaranteed, 0)


@guaranteed_savings.line("Compensation to the client", Unit.MONEY)
def compensation(m: Names) -> Node:
    """The shortfall at the tariff of the contract; no more than the agreed share of the fee, where one is agreed."""
    lost = m.shortfall * m.tariff_valued * m.operation_share * m.year_fraction
    return minimum(lost, m.compensation_limit * m.fee) if m.has("compensation_limit") else lost


@guaranteed_savings.line("Value of savings above the guarantee", Unit.MONEY)
def excess_value(m: Names) -> Node:
    """The excess at the tariff of the contract."""
    return m.excess * m.tariff_valued * m.operation_share * m.year_fraction


@guaranteed_savings.line("Payment by the contract", Unit.MONEY)
def guaranteed_payment(m: Names) -> Node:
    """The fee less the compensation, and the company's share of the excess where one is agreed."""
    net = m.fee - m.compensation
    return net + m.excess_share * m.excess_value if m.has("excess_share") else net
