"""Voluntary prepayment: what the company chooses to repay on a date, from cash that could otherwise be distributed."""

from finmodel.expr.functions import both, minimum, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["dated_prepayment", "voluntary"]

dated_prepayment = Section("dated_prepayment", "Prepayments")
voluntary = Section("voluntary", "Loans")


@dated_prepayment.line("Period of the prepayment", Unit.FLAG)
def month_flag(m: Names) -> Node:
    """1 in the period in which the stated month ends."""
    return both(m.months_elapsed >= m.month, m.months_elapsed - m.period_months < m.month)


@dated_prepayment.line("To be prepaid", Unit.MONEY, to_prepay="loan")
def wanted(m: Names) -> Node:
    """The stated amount, on its date."""
    return m.amount * m.month_flag


@voluntary.line("To be prepaid", Unit.MONEY)
def prepayment_wanted(m: Names) -> Node:
    """All prepayments of this facility that are stated for the period."""
    return m.sum_of(to_prepay=m.instance_name)


@voluntary.line(
    "Prepaid by choice",
    Unit.MONEY,
    prepaid="yes",
    before_distribution="paid",
    financing="out",
    payer="company",
    payee="lender",
)
def prepaid_by_choice(m: Names) -> Node:
    """As far as the cash that could be distributed reaches, with its fee; never more than is left to be owed."""
    before = [m[name] for name in ("swept", "refinanced") if m.has(name)]
    owed = summed(m.balance_before_prepayment, *(-amount for amount in before))
    return minimum(m.prepayment_wanted, owed, m.prepayment_cash / (1 + m.prepayment_fee_rate))


@voluntary.line(
    "Prepayment fee",
    Unit.MONEY,
    before_distribution="paid",
    financing="out",
    expense="prepayment",
    payer="company",
    payee="lender",
)
def prepayment_fee(m: Names) -> Node:
    """The fee rate on what is prepaid by choice; a sweep, which is an obligation, costs none."""
    return m.prepaid_by_choice * m.prepayment_fee_rate


@voluntary.line("Cash left by prepayment", Unit.MONEY)
def prepayment_cash_left(m: Names) -> Node:
    """For the facilities that follow, and for distribution."""
    return m.prepayment_cash - m.prepaid_by_choice - m.prepayment_fee
