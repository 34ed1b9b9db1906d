"""Operation by a date of its own: a project that is not the case itself serves fully from its first day on."""

from finmodel.expr.functions import at, maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["own_operation"]

own_operation = Section("green_own_operation", "Eligible projects")


@own_operation.line("Share of the period in operation", Unit.SHARE)
def share_operating(m: Names) -> Node:
    """Days from the first day of operation on, divided by the days of the period."""
    return maximum(m.period_end + 1 - maximum(m.period_start, m.operation_from), 0) / (
        m.period_end + 1 - m.period_start
    )


@own_operation.line("First day of operation in the period", Unit.DATE)
def begins_operating(m: Names) -> Node:
    """The first day of the period, or that of operation if it is later."""
    return maximum(m.period_start, m.operation_from)


@own_operation.line("Share of service reached", Unit.SHARE)
def service_reached(m: Names) -> Operand:
    """The whole."""
    return 1


@own_operation.scalar("Years in operation before the model", Unit.YEARS)
def years_before_model(m: Names) -> Node:
    """From the first day of operation to the first day of the model, in years of 365.25 days."""
    return maximum(at(m.period_start, 1) - m.operation_from, 0) / 365.25
