"""DSCR target: the debt service that a sizing case allows."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["dscr_target"]

dscr_target = Section("dscr_target", "Sizing")


@dscr_target.line("Target debt service", Unit.MONEY, target="debt_service")
def target_debt_service(m: Names) -> Node:
    """CFADS divided by the target cover ratio."""
    return m.cfads / m.dscr_target
