"""Pilot of the company: what those behind it bear of the deal, which is the pilot."""

from finmodel.expr.functions import sum_product, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["pilot", "pilot_of_company"]

pilot = Section("innovation_pilot", "Innovation procurement")
pilot_of_company = Section("innovation_pilot_of_company", "Innovation procurement")


@pilot_of_company.line("Pilot", Unit.MONEY)
def pilot_flow(m: Names) -> Node:
    """The project's cash before tax and finance, with grants as they are used."""
    return summed(m.project_cash_flow_pre_tax, *m.each(funds="grant"))


@pilot.scalar("Pilot, present value", Unit.MONEY, pilot_of="procurement")
def pilot_value(m: Names) -> Node:
    """At financial close, at the rate of the innovation; below 0 where the pilot costs more than it brings."""
    return sum_product(m.pilot_flow, m.pilot_factor)
