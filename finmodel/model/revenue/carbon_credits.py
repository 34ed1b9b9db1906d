"""Carbon credits: tonnes saved, less leakage and buffer, issued after a lag and sold at a price that is agreed."""

from finmodel.expr.functions import at, minimum, previous, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["carbon_credits"]

carbon_credits = Section("carbon_credits", "Revenue")


@carbon_credits.line("Years of crediting in the period", Unit.YEARS)
def crediting_time(m: Names) -> Node:
    """Months of operation within the crediting period, which begins at completion, divided by 12."""
    last, before = 12 * m.crediting_years, previous(m.operation_months_elapsed)
    return (minimum(m.operation_months_elapsed, last) - minimum(before, last)) / 12


@carbon_credits.line("Emissions saved (t CO2e)", Unit.COUNT)
def emissions_saved(m: Names) -> Node:
    """Quantity a year × emission factor × ramp-up, within the crediting period, less leakage."""
    yearly = m.quantity * m.emission_factor * m.factor_level * m.ramp_up
    return yearly * m.crediting_time * (1 - m.leakage)


@carbon_credits.line("Credits due", Unit.COUNT)
def credits_due(m: Names) -> Node:
    """Emissions saved less what the registry sets aside."""
    return m.emissions_saved * (1 - m.buffer)


@carbon_credits.line("Credits issued", Unit.COUNT)
def credits_issued(m: Names) -> Node:
    """What became due as many periods ago as issuance takes."""
    return at(m.credits_due, m.counter - m.issuance_lag_periods)


@carbon_credits.line("Price of a credit", Unit.MONEY_PER_UNIT)
def credit_price(m: Names) -> Node:
    """As agreed, indexed, at the rate of exchange of the period of issuance. Cash only: no shadow price of carbon."""
    return m.price * m.indexation


@carbon_credits.line("Revenue from carbon credits", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Node:
    """Credits issued in the period × their price: before issuance the company has nothing to sell."""
    return m.credits_issued * m.credit_price


@carbon_credits.scalar("Credits never issued", Unit.COUNT, check="integrity")
def never_issued(m: Names) -> Node:
    """Credits due that would never be issued: must be 0, or the grid needs spare months."""
    return total(m.credits_due) - total(m.credits_issued)


@carbon_credits.line(
    "Cost of verification and issuance",
    Unit.MONEY,
    statement="opex",
    cash="opex",
    payer="company",
    payee="verifier",
    member="member",
    resource="used",
)
def verification_spent(m: Names) -> Node:
    """The cost a year of crediting and the fee for each credit issued, both indexed; paid in the period it is for."""
    yearly = m.verification_cost * m.crediting_time
    return (yearly + m.issuance_fee * m.credits_issued) * m.verification_price
