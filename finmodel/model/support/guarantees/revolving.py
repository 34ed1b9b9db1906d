"""What is used of a revolving guarantee: payments until the company has repaid them."""

from finmodel.expr.functions import minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["revolving"]

revolving = Section("guarantee_revolving", "Guarantees")


@revolving.line("Used and not repaid", Unit.MONEY)
def used(m: Names) -> Node:
    """Payments that the company has not repaid yet; interest on them, which it repays first, is left out."""
    return minimum(previous(m.used) + m.paid, m.claim_closing)
