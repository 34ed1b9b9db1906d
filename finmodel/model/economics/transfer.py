"""Transfers: what changes hands and uses nothing up is worth nothing to society."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Operand
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["transfer"]

transfer = Section("conversion_transfer", "Economic appraisal")


@transfer.scalar("Conversion factor", Unit.NUMBER, converted="factor", heading="heading")
def economic_factor(m: Names) -> Operand:
    """0: it uses nothing up, and what it pays for stands among the benefits."""
    return 0
