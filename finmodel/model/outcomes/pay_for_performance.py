"""Pay for performance: outcomes together, the least payment, the caps, and what is earned once it is verified."""

from finmodel.expr.functions import at, maximum, minimum, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["pay_for_performance", "period_cap", "verification"]

pay_for_performance = Section("pay_for_performance", "Revenue")
period_cap = Section("outcomes_period_cap", "Revenue")
verification = Section("outcomes_verification", "Revenue")


@pay_for_performance.line("Payment for outcomes, before limits", Unit.MONEY)
def outcomes_payment(m: Names) -> Node:
    """All outcomes of the period, each within its own cap, in the currency of the payment."""
    return m.sum_of(outcome=m.instance_name)


@pay_for_performance.line("Payment, at least the minimum", Unit.MONEY)
def payment_with_minimum(m: Names) -> Node:
    """No less than the least payment a year, indexed, for the part of the period in operation."""
    least = m.minimum_fee * m.price_level * m.operation_share * m.year_fraction
    return maximum(m.outcomes_payment, least)


@period_cap.line("Payment within the cap a year", Unit.MONEY)
def payment_within_cap(m: Names) -> Node:
    """No more than the cap a year, not indexed, for the part of the period in operation."""
    return minimum(m.payment_with_minimum, m.cap * m.operation_share * m.year_fraction)


@pay_for_performance.line("Verified in the period", Unit.MONEY)
def verified_payment(m: Names) -> Node:
    """What became payable as many periods ago as verification takes."""
    return at(m.payable, m.counter - m.verification_lag_periods)


@pay_for_performance.line("Payment earned", Unit.MONEY, statement="revenue", paid_for="outcomes")
def revenue(m: Names) -> Node:
    """What is verified in the period, at its rate of exchange: before, the company has no claim."""
    return m.verified_payment * m.exchange_level


@pay_for_performance.scalar("Cost to the payer", Unit.MONEY)
def payer_cost(m: Names) -> Node:
    """All that is earned over the contract, in nominal money, less what a cap on the return gives back."""
    return summed(total(m.revenue), *(-total(returned) for returned in m.own_each(returned="payer")))


@pay_for_performance.scalar("Verified after the end of the grid", Unit.MONEY, check="integrity")
def never_verified(m: Names) -> Node:
    """What is payable and would never be paid: must be 0, or the grid needs spare months."""
    return total(m.payable) - total(m.verified_payment)


@verification.line(
    "Cost of verification", Unit.MONEY, statement="opex", cash="opex", payer="company", payee="verifier",
    resource="used",
)  # fmt: skip
def verification_spent(m: Names) -> Node:
    """The cost a year of operation, indexed, and the share of what is payable; paid in the period it is for."""
    yearly = m.verification_cost * m.verification_price * m.operation_share * m.year_fraction
    return yearly + m.verification_cost_share * m.payable * m.exchange_level
