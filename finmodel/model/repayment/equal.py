"""Equal principal: the same repayment in every period."""

from finmodel.expr.functions import total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["equal"]

equal = Section("equal", "Loans")


@equal.line("Principal of one unit", Unit.NUMBER)
def unit_principal(m: Names) -> Node:
    """One divided by the number of repayments."""
    return m.repayment_flag / total(m.repayment_flag)
