"""VAT on construction: paid with the cost, refunded by the budget after a lag, financed in between."""

from finmodel.expr.functions import at, floor, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["vat"]

vat = Section("vat", "VAT")


@vat.scalar("Refund lag", Unit.COUNT)
def vat_refund_periods(m: Names) -> Node:
    """Whole periods between payment and refund, a broken one counted as one."""
    return -floor(-m.vat_refund_months / m.period_months)


@vat.line("VAT paid", Unit.MONEY, payer="company", payee="state_budget")
def vat_paid(m: Names) -> Node:
    """Input VAT on capital expenditure."""
    return m.sum_of(vat="input")


@vat.line("VAT refunded", Unit.MONEY, payer="state_budget", payee="company")
def vat_refund(m: Names) -> Node:
    """The VAT paid as many periods ago as the refund takes."""
    return at(m.vat_paid, m.counter - m.vat_refund_periods)


@vat.line("VAT to be refunded, opening", Unit.MONEY)
def vat_receivable_opening(m: Names) -> Node:
    """What the budget owed at the end of the period before."""
    return previous(m.vat_receivable_closing)


@vat.line("VAT to be refunded, closing", Unit.MONEY, balance="asset")
def vat_receivable_closing(m: Names) -> Node:
    """Opening plus paid less refunded."""
    return m.vat_receivable_opening + m.vat_paid - m.vat_refund
