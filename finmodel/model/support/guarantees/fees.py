"""What a guarantee costs: a fee at close and a fee a year on its cover by schedule, whether it is drawn or not."""

from finmodel.expr.functions import both, minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["fees"]

fees = Section("guarantee_fees", "Guarantees")


@fees.scalar("Cover at close", Unit.MONEY, guarantee="cover")
def cover_at_close(m: Names) -> Node:
    """The share covered of the commitments, up to the highest amount."""
    return minimum(m.highest_amount, m.coverage * m.covered_commitment)


@fees.line("Cover by schedule", Unit.MONEY)
def cover(m: Names) -> Node:
    """The share covered of the scheduled balance, up to the highest amount, from close until the cover ends."""
    exposed = minimum(m.highest_amount, m.coverage * m.covered_balance)
    return exposed * both(*m.own_each(in_force="condition"))


@fees.line("Upfront fee", Unit.MONEY, use="financing", payer="company", payee="guarantor", guarantee="fee")
def guarantee_upfront_fee(m: Names) -> Node:
    """The fee rate on the cover at close, paid at financial close."""
    return m.close_flag * m.upfront_fee_rate * m.cover_at_close


@fees.line("Fee for the period", Unit.MONEY)
def fee_accrued(m: Names) -> Node:
    """The rate a year on the cover by schedule: known when debt is sized, and not lower when it is drawn."""
    return m.cover * m.fee_rate * m.year_fraction


@fees.line("Fee during construction", Unit.MONEY, use="financing", payer="company", payee="guarantor", guarantee="fee")
def fee_in_construction(m: Names) -> Node:
    """Part of what construction costs."""
    return m.fee_accrued * m.construction_flag


@fees.line(
    "Fee in operation",
    Unit.MONEY,
    fee="senior",
    scheduled_fee="yes",
    payer="company",
    payee="guarantor",
    guarantee="fee",
)
def fee_in_operation(m: Names) -> Node:
    """A senior fee: paid before interest and counted as debt service."""
    return m.fee_accrued * (1 - m.construction_flag)
