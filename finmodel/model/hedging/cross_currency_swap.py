"""Cross-currency swap: the bank pays a share of the loan's debt service, the company a fixed rate in its own currency.

Principal is exchanged back at a rate agreed at close. It begins with debt service: what is drawn is sold at the rate of
the day, and interest during construction is not swapped.
"""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["cross_currency_swap"]

cross_currency_swap = Section("cross_currency_swap", "Hedges")


@cross_currency_swap.line("Level agreed", Unit.INDEX)
def agreed_level(m: Names) -> Node:
    """The rate at which principal is exchanged relative to that of close: 1 unless the case states another."""
    return m.exchange_rate / m.exchange_at_close if m.has("exchange_rate") else m.unindexed


@cross_currency_swap.line("Balance swapped, opening, at the rate of close", Unit.MONEY, freezable=True)
def hedged_opening(m: Names) -> Node:
    """The share of the scheduled opening balance once construction is over, in the loan's own money."""
    return m.share * m.loan_opening / m.loan_level * (1 - m.construction_flag)


@cross_currency_swap.line("Principal swapped, at the rate of close", Unit.MONEY, freezable=True)
def hedged_principal(m: Names) -> Node:
    """The share of scheduled principal, in the loan's own money."""
    return m.share * m.loan_principal / m.loan_level


@cross_currency_swap.line("Balance swapped, closing, at the rate of close", Unit.MONEY, freezable=True)
def hedged_balance(m: Names) -> Node:
    """The share of the scheduled closing balance, in the loan's own money."""
    return m.share * m.loan_closing / m.loan_level


@cross_currency_swap.line("Paid to the bank", Unit.MONEY)
def paid_leg(m: Names) -> Node:
    """The fixed rate with the bank's charge on the balance, and principal, at the rate agreed."""
    interest = m.hedged_opening * (m.fixed_rate + m.credit_spread) * m.day_count
    return (interest + m.hedged_principal) * m.agreed_level


@cross_currency_swap.line("Received from the bank", Unit.MONEY)
def received_leg(m: Names) -> Node:
    """The loan's interest on the balance, and principal, at the rate of the day."""
    return (m.hedged_opening * m.loan_rate + m.hedged_principal) * m.loan_level


@cross_currency_swap.line(
    "Net payment",
    Unit.MONEY,
    scheduled_fee="hedge",
    fee="senior",
    hedge_of="facility",
    hedge="payment",
    payer="company",
    payee="counterparty",
)
def settlement(m: Names) -> Node:
    """Paid less received; a receipt where it is negative."""
    return m.paid_leg - m.received_leg


@cross_currency_swap.line("Credit charge", Unit.MONEY, hedge="charge")
def credit_charge(m: Names) -> Node:
    """The part of the net payment that is the bank's charge."""
    return m.hedged_opening * m.credit_spread * m.day_count * m.agreed_level


@cross_currency_swap.line("Agreed less actual level", Unit.NUMBER)
def gap(m: Names) -> Node:
    """Once construction is over."""
    return (m.agreed_level - m.loan_level) * (1 - m.construction_flag)


@cross_currency_swap.line("Deducted, by schedule", Unit.MONEY, deductible="scheduled")
def deducted(m: Names) -> Node:
    """The move of the gap on the balance of the period before, and the difference of interest: what accounts show."""
    moved = m.gap - previous(m.gap)
    interest = m.interest_change * (1 - m.construction_flag)
    return m.loan_opening / m.loan_level * (m.share * moved + interest)


@cross_currency_swap.line("Agreed less actual level, share hedged", Unit.NUMBER, level_change="facility")
def level_change(m: Names) -> Node:
    """What the hedge adds to the price of a unit of principal."""
    return m.share * (m.agreed_level - m.loan_level)


@cross_currency_swap.line("Difference of interest, share hedged", Unit.NUMBER, interest_change="facility")
def interest_change(m: Names) -> Node:
    """What the hedge adds to the price of the interest on a unit."""
    fixed = m.agreed_level * (m.fixed_rate + m.credit_spread) * m.day_count
    return m.share * (fixed - m.loan_level * m.loan_rate)
