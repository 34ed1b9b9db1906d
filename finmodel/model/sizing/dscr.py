"""DSCR limit: the debt that target debt service repays."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["dscr_limit"]

dscr_limit = Section("dscr_limit", "Loans")


@dscr_limit.scalar("Limit: DSCR", Unit.MONEY, limit="facility", capacity="dscr")
def dscr_capacity(m: Names) -> Node:
    """What the cash flow repays at the target cover ratio, in every case that is tested, before interest is added."""
    return m.service_capacity * m.commitment_share if m.has("commitment_share") else m.service_capacity
