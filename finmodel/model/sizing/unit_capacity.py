"""Unit capacity: how much debt of a fixed profile the target debt service of every period can carry."""

from finmodel.expr.functions import filled, lowest, ratio
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.hedging.terms import fees_before_hedges, in_service_money, service_rate
from finmodel.units import Unit

__all__ = ["unit_capacity"]

unit_capacity = Section("unit_capacity", "Loans")


@unit_capacity.line("Debt service of one unit", Unit.NUMBER)
def unit_debt_service(m: Names) -> Node:
    """Interest and principal in periods of service; what a mini-perm leaves to refinancing is not asked of them."""
    principal = m.unit_instalment if m.has("unit_instalment") else m.unit_principal
    cost = principal * (1 - m.half_rate) if m.has("half_rate") else principal
    return (m.unit_opening * service_rate(m) + cost) * m.service_flag


@unit_capacity.line("Debt that the period can carry", Unit.MONEY)
def carried(m: Names) -> Node:
    """Target debt service after fees, in the loan's own money, divided by the debt service of one unit."""
    return ratio(in_service_money(m, m.target_debt_service - fees_before_hedges(m)), m.unit_debt_service)


@unit_capacity.solved("Debt that every period can carry", Unit.MONEY, guess=0.0)
def service_capacity(m: Names) -> Node:
    """The weakest period decides."""
    return filled(lowest(m.carried), 0)
