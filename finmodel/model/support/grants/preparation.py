"""Preparation: studies and advice before financial close, a cost of the first period, and what of the grant is owed."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["preparation"]

preparation = Section("preparation", "Grants")


@preparation.line(
    "Cost of preparation", Unit.MONEY, cash="capex", pool="cost_pool", payer="company", payee="adviser",
    resource="used",
)  # fmt: skip
def preparation_cost(m: Names) -> Node:
    """What preparation cost before the grid begins, settled at financial close as part of capital expenditure."""
    return m.cost * m.close_flag


@preparation.line("Part of the grant to be paid back", Unit.MONEY)
def recoverable_part(m: Names) -> Node:
    """The stated share of what the grantor pays, owed from financial close."""
    return m.available * m.recoverable * m.close_flag


@preparation.line("Part of the grant that lowers no cost", Unit.MONEY, asset="granted")
def granted_in_part(m: Names) -> Node:
    """What is to be paid back is no gift: the assets' cost is lowered by the rest alone."""
    return -m.recoverable_part


@preparation.line("Success fee", Unit.MONEY, asset="without_cash")
def success_fee_owed(m: Names) -> Node:
    """The stated share of what is paid back, owed and capitalised at financial close."""
    return m.recoverable_part * m.success_fee


@preparation.line("Owed to the grantor, opening", Unit.MONEY)
def recovery_opening(m: Names) -> Node:
    """What was to be paid back at the end of the period before."""
    return previous(m.recovery_closing)


@preparation.line("Owed to the grantor, closing", Unit.MONEY, balance="liability", owed="junior")
def recovery_closing(m: Names) -> Node:
    """Opening plus the part to be paid back and the success fee, less paid back; it bears no interest."""
    return m.recovery_opening + m.recoverable_part + m.success_fee_owed - m.recovered
