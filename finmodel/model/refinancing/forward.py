"""What a forward test of cover looks ahead to of a new loan."""

from finmodel.expr.functions import at, minimum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["forward_asked"]

forward_asked = Section("forward_asked", "Loans")


@forward_asked.line("Debt service of the new loan ahead", Unit.MONEY, lockup="asked")
def service_asked_ahead(m: Names) -> Node:
    """Of the months that the forward test looks ahead to, from the period after the refinancing on."""
    ahead = at(m.own_service_cumulative, minimum(m.counter + m.lockup_periods, m.period_count))
    return m.refinanced_before * (ahead - m.own_service_cumulative)
