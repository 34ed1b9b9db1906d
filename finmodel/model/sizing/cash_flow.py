"""Cash flow to size on: whether there is any while the loan is in service; debt sized on cover cannot do without."""

from finmodel.expr.functions import highest
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["cash_flow"]

cash_flow = Section("cash_flow", "Loans")


@cash_flow.line("CFADS for sizing in service", Unit.MONEY)
def service_cfads(m: Names) -> Node:
    """The base case's CFADS while the loan is in service."""
    return m.sizing_cfads * m.service_flag


@cash_flow.scalar("No cash flow to size on", Unit.FLAG, refuse="no_cash_flow")
def without_cash_flow(m: Names) -> Node:
    """1 where CFADS is positive in no period of service: no cover ratio then allows any debt."""
    return highest(m.service_cfads) <= m.tolerance
