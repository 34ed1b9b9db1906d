"""Obligations under PPPs that the State has accepted before, and those together with the project's."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.fiscal.yearly_figure import of_fiscal_year
from finmodel.units import Unit

__all__ = ["accepted_before"]

accepted_before = Section("fiscal_accepted_before", "Fiscal commitments")


@accepted_before.line("PPP obligations accepted before", Unit.MONEY, table="fiscal", gather="last")
def committed_of_year(m: Names) -> Node:
    """What other PPPs take in the year."""
    return of_fiscal_year(m, "ppp_committed")


@accepted_before.line("PPP obligations in all", Unit.MONEY, table="fiscal", gather="last")
def obligations_of_year(m: Names) -> Node:
    """Accepted before, and what the State pays for the project in the year so far."""
    return m.committed_of_year + m.commitments_of_year
