"""What a guarantee pays: its share of what lenders newly lack, as far as its highest amount reaches."""

from finmodel.expr.functions import maximum, minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["guaranteed_facility", "payment"]

payment = Section("guarantee", "Guarantees")
guaranteed_facility = Section("guaranteed_facility", "Guarantees")


@payment.line("Called", Unit.MONEY)
def called(m: Names) -> Node:
    """The share covered of what the lenders newly lack, while the guarantee is in force."""
    return m.covered_lacking * m.coverage * m.trigger


@payment.line("Highest amount left, opening", Unit.MONEY)
def left_opening(m: Names) -> Node:
    """What earlier payments leave."""
    return maximum(m.highest_amount - previous(m.used), 0)


@payment.line("Paid by the guarantor", Unit.MONEY)
def paid(m: Names) -> Node:
    """What is called, as far as the highest amount reaches."""
    return minimum(m.called, m.left_opening)


@payment.line("Highest amount left", Unit.MONEY)
def left(m: Names) -> Node:
    """At the end of the period."""
    return maximum(m.highest_amount - m.used, 0)


@guaranteed_facility.line(
    "Paid to the lender by the guarantor",
    Unit.MONEY,
    guaranteed="facility",
    guaranteed_tier="tier",
    financing="in",
    payer="guarantor",
    payee="company",
)
def guarantor_paid(m: Names) -> Node:
    """Its share of the payment, in proportion to what each lender covered lacks; the company passes it on at once."""
    return m.guarantee_paid * m.lacking / m.guarantee_lacking


@guaranteed_facility.line("Still lacking", Unit.MONEY)
def still_lacking(m: Names) -> Node:
    """What is left for the guarantees that follow."""
    return maximum(m.lacking - m.guarantor_paid, 0)
