"""DSCR target: the debt service that the base case and the downside case allow."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["dscr_target", "dscr_target_downside"]

dscr_target = Section("dscr_target", "Loans")
dscr_target_downside = Section("dscr_target_downside", "Loans")


@dscr_target.line("Debt service that the base case allows", Unit.MONEY, target="debt_service")
def base_debt_service(m: Names) -> Node:
    """CFADS divided by the target cover ratio."""
    return m.sizing_cfads / m.sizing_dscr


@dscr_target_downside.line("Debt service that the downside case allows", Unit.MONEY, target="debt_service")
def downside_debt_service(m: Names) -> Node:
    """CFADS of the downside case divided by its target cover ratio."""
    return m.downside_cfads / m.sizing_downside_dscr
