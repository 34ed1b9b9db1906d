"""The largest contingent liability: what the State would pay if the contract ended at the end of the year."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["contingent"]

contingent = Section("fiscal_contingent", "Fiscal commitments")


@contingent.line("Termination, highest exposure", Unit.MONEY, table="fiscal", gather="last")
def fiscal_termination_exposure(m: Names) -> Node:
    """The dearest of the five cases at the end of the year."""
    return m.termination_exposure
