"""Interest-rate swap: the company pays a fixed rate and receives the base rate, on a share of the scheduled balance."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["interest_rate_swap"]

interest_rate_swap = Section("interest_rate_swap", "Hedges")


@interest_rate_swap.line("Notional, at the rate of close", Unit.MONEY, freezable=True)
def notional(m: Names) -> Node:
    """The share of the scheduled opening balance, in the loan's own money; agreed for good."""
    return m.share * m.loan_opening / m.loan_level


@interest_rate_swap.line("Net rate for the period", Unit.RATE)
def net_rate(m: Names) -> Node:
    """Fixed rate and the bank's charge less the base rate, times the day count of the period."""
    return (m.fixed_rate + m.credit_spread - m.loan_base_rate) * m.day_count


@interest_rate_swap.line("Net payment of the period", Unit.MONEY)
def net_payment(m: Names) -> Node:
    """On the notional, in the loan's currency at the rate of the day; a receipt where it is negative."""
    return m.notional * m.loan_level * m.net_rate


@interest_rate_swap.line(
    "Net payment during construction",
    Unit.MONEY,
    use="financing",
    hedge_of="facility",
    hedge="payment",
    payer="company",
    payee="counterparty",
)
def construction_settlement(m: Names) -> Node:
    """Paid from sources of funds."""
    return m.net_payment * m.construction_flag


@interest_rate_swap.line(
    "Net payment",
    Unit.MONEY,
    scheduled_fee="hedge",
    fee="senior",
    hedge_of="facility",
    hedge="payment",
    deductible="scheduled",
    payer="company",
    payee="counterparty",
)
def settlement(m: Names) -> Node:
    """Once construction is over."""
    return m.net_payment * (1 - m.construction_flag)


@interest_rate_swap.line("Credit charge", Unit.MONEY, hedge="charge")
def credit_charge(m: Names) -> Node:
    """The part of the net payment that is the bank's charge."""
    return m.notional * m.loan_level * m.credit_spread * m.day_count


@interest_rate_swap.line("Net rate, share hedged", Unit.RATE, rate_change="facility")
def rate_change(m: Names) -> Node:
    """What the swap adds to the loan's rate of the period."""
    return m.share * m.net_rate
