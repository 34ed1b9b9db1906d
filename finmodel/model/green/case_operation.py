"""Operation with the case: an eligible project that states no date operates and ramps up as the case does."""

from finmodel.expr.functions import maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["case_operation"]

case_operation = Section("green_case_operation", "Eligible projects")


@case_operation.line("Share of the period in operation", Unit.SHARE)
def share_operating(m: Names) -> Node:
    """As the case operates, a delay included."""
    return m.operation_share


@case_operation.line("First day of operation in the period", Unit.DATE)
def begins_operating(m: Names) -> Node:
    """The first day of the period, or the day after completion if it is later."""
    return maximum(m.period_start, m.operation_start)


@case_operation.line("Share of service reached", Unit.SHARE)
def service_reached(m: Names) -> Node:
    """As the case ramps up."""
    return m.ramp_up


@case_operation.scalar("Years in operation before the model", Unit.YEARS)
def years_before_model(m: Names) -> Operand:
    """None: the case begins with its construction."""
    return 0
