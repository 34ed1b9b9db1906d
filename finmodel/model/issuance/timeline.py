"""Time of an issuance: the dated grid of periods alone, from the month of issue, without construction or operation."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.timing import timing
from finmodel.units import Unit

__all__ = ["issue_time", "timeline"]

_OF_A_PROJECT = (
    "completion_month", "operation_end_month", "completion_date", "operation_start", "operation_end",
    "construction_flag", "completion_flag", "operation_months_elapsed", "operation_share", "operation_flag",
    "last_operation_flag", "full_service_months", "ramp_up", "construction_periods", "progress", "progress_whole",
    "timeline_check",
)  # fmt: skip
"""What of time only a project has."""

timeline = timing.without(*_OF_A_PROJECT)
issue_time = Section("issue_time", "Time")


@issue_time.scalar("Issue", Unit.DATE)
def start(m: Names) -> Node:
    """The day of issue; periods are whole calendar months, of which the first holds this day."""
    return m.issue_date


@issue_time.line("Years since the issue", Unit.YEARS)
def years_since_issue(m: Names) -> Node:
    """Days from the issue to the end of the period, divided by 365."""
    return (m.period_end - m.start) / 365


@issue_time.line("Discount factor", Unit.INDEX)
def project_discount_factor(m: Names) -> Node:
    """For present values of the parties' flows: to the day of issue, on dates, flows at the end of periods."""
    return (1 + m.discount_rate) ** -m.years_since_issue
