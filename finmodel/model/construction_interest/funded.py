"""Construction interest, funded: sources of funds pay it as it falls due."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.average_balance.terms import bearing_interest
from finmodel.units import Unit

__all__ = ["funded"]

funded = Section("funded", "Loans")


@funded.line(
    "Interest during construction",
    Unit.MONEY,
    use="financing",
    capitalised="interest",
    interest="elsewhere",
    payer="company",
    payee="lender",
)
def interest_during_construction(m: Names) -> Node:
    """Interest on the scheduled opening balance while construction lasts, paid from sources of funds."""
    return m.construction_flag * bearing_interest(m, m.scheduled_opening) * m.period_rate
