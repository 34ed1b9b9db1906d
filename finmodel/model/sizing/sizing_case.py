"""Sizing case: the cash flow on which lenders size the debt, with tax on the scheduled interest."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["sizing_case"]

sizing_case = Section("sizing_case", "Sizing")


@sizing_case.line("Operating result", Unit.MONEY)
def operating_result(m: Names) -> Node:
    """Revenue less operating and lifecycle costs, each times the factor of the case."""
    return m.revenue_total * m.revenue_factor - (m.opex_total + m.lifecycle_total) * m.cost_factor


@sizing_case.line("Operating cash flow before tax", Unit.MONEY)
def cash_flow_before_tax(m: Names) -> Node:
    """Cash received less cash paid, the maintenance reserve held at target, and VAT refunds after construction."""
    costs = (m.opex_paid + m.lifecycle_total) * m.cost_factor
    return m.revenue_received * m.revenue_factor - costs - m.mra_target_movement + m.vat_refund_in_operation


@sizing_case.line("CFADS for sizing", Unit.MONEY)
def cfads(m: Names) -> Node:
    """Operating cash flow less the case's tax."""
    return m.cash_flow_before_tax - m.case_tax
