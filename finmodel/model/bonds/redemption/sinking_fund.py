"""Sinking fund: level payments into an account that earns interest and redeems the bond at maturity."""

from finmodel.expr.functions import previous, value_where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["sinking_fund"]

sinking_fund = Section("sinking_fund", "Bonds")


@sinking_fund.line("Fund of payments of 1", Unit.NUMBER)
def fund_of_one(m: Names) -> Node:
    """What payments of 1 on each date have grown to, at the interest of the fund."""
    growth = 1 + m.redemption_fund_rate * m.interest_years
    return previous(m.fund_of_one) * growth + m.repayment_flag


@sinking_fund.scalar("Level payment into the fund", Unit.MONEY)
def level_payment(m: Names) -> Node:
    """The principal divided by what payments of 1 grow to at maturity."""
    return m.principal / value_where(m.fund_of_one, m.maturity_flag)


@sinking_fund.line("Sinking fund, opening", Unit.MONEY)
def fund_opening(m: Names) -> Node:
    """What the fund held at the end of the period before."""
    return previous(m.fund_closing)


@sinking_fund.line("Interest of the sinking fund", Unit.MONEY, payer="account_bank", payee="company")
def fund_interest(m: Names) -> Node:
    """On what it held, for the years of the coupon, on coupon dates; it stays in the fund."""
    return m.fund_opening * m.redemption_fund_rate * m.interest_years


@sinking_fund.line("Paid into the sinking fund", Unit.MONEY, sinking="paid_in")
def fund_paid_in(m: Names) -> Node:
    """The level payment on coupon dates once the months of grace are over."""
    return m.level_payment * m.repayment_flag


@sinking_fund.line("Released from the sinking fund", Unit.MONEY, sinking="released")
def fund_released(m: Names) -> Node:
    """All of it at maturity, to redeem the bond."""
    return m.maturity_flag * (m.fund_opening + m.fund_interest + m.fund_paid_in)


@sinking_fund.line("Sinking fund, closing", Unit.MONEY, reserve="balance")
def fund_closing(m: Names) -> Node:
    """Opening plus interest and payments less what is released."""
    return m.fund_opening + m.fund_interest + m.fund_paid_in - m.fund_released
