"""Step-up: a margin that is added from an agreed month on, as concessional loans and mini-perms have it."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["step_up"]

step_up = Section("step_up", "Loans")


@step_up.line("Step-up of the margin", Unit.RATE, rate="paid")
def step_up_margin(m: Names) -> Node:
    """Added to the margin in periods that begin in the month of the step-up or later."""
    return m.step_up_rate * (m.months_elapsed - m.period_months >= m.step_up_month)
