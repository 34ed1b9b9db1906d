"""Received as used: the grantor pays when the cost is paid."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["received_as_used"]

received_as_used = Section("received_as_used", "Grants")


@received_as_used.line("Grant received", Unit.MONEY, grant="received", financing="in", payer="grantor", payee="company")
def received(m: Names) -> Node:
    """What is used in the period."""
    return m.used
