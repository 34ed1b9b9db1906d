"""Forward: a share of every payment of debt service is bought in advance, at the forward rates of financial close."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["fx_forward"]

fx_forward = Section("fx_forward", "Hedges")


@fx_forward.line("Level agreed", Unit.INDEX)
def agreed_level(m: Names) -> Node:
    """The forward level of close with the bank's charge, compounded over the years from close."""
    return m.locked_level * (1 + m.credit_spread) ** (m.months_elapsed / 12)


@fx_forward.line("Rate agreed", Unit.NUMBER)
def agreed_rate(m: Names) -> Node:
    """Units of the case's currency for one unit."""
    return m.agreed_level * m.exchange_at_close


@fx_forward.line("Debt service bought forward, at the rate of close", Unit.MONEY, freezable=True)
def hedged_service(m: Names) -> Node:
    """The share of scheduled interest and principal, in the loan's own money; agreed for good."""
    return m.share * (m.loan_interest + m.loan_principal) / m.loan_level


@fx_forward.line("Balance hedged, at the rate of close", Unit.MONEY, freezable=True)
def hedged_balance(m: Names) -> Node:
    """The share of the scheduled closing balance, in the loan's own money; agreed for good."""
    return m.share * m.loan_closing / m.loan_level


@fx_forward.line(
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
    """What is bought times the rate agreed less the rate of the day; a receipt where it is negative."""
    return m.hedged_service * (m.agreed_level - m.loan_level)


@fx_forward.line("Forward premium over the rate of the day", Unit.MONEY)
def premium(m: Names) -> Node:
    """What is bought times the forward rate without the bank's charge less the rate of the day."""
    return m.hedged_service * (m.locked_level - m.loan_level)


@fx_forward.line("Credit charge", Unit.MONEY, hedge="charge")
def credit_charge(m: Names) -> Node:
    """The part of the net payment that is the bank's charge."""
    return m.settlement - m.premium


@fx_forward.line("Agreed less actual level", Unit.NUMBER)
def gap(m: Names) -> Node:
    """Once construction is over."""
    return (m.agreed_level - m.loan_level) * (1 - m.construction_flag)


@fx_forward.line("Deducted, by schedule", Unit.MONEY, deductible="scheduled")
def deducted(m: Names) -> Node:
    """The move of the gap on the balance of the period before, and the gap on interest: what accounts show."""
    accrued = m.loan_opening * (m.gap - previous(m.gap)) + m.loan_interest * m.gap
    return m.share * accrued / m.loan_level


@fx_forward.line("Agreed less actual level, share hedged", Unit.NUMBER, level_change="facility")
def level_change(m: Names) -> Node:
    """What the hedge adds to the price of a unit of principal."""
    return m.share * (m.agreed_level - m.loan_level)


@fx_forward.line("Interest at agreed less actual level, share hedged", Unit.NUMBER, interest_change="facility")
def interest_change(m: Names) -> Node:
    """What the hedge adds to the price of the interest on a unit."""
    return m.level_change * m.loan_rate
