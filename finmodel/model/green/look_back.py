"""Look-back: how long before the issue the spending lies that proceeds refinance, and whether that is too long."""

from finmodel.expr.functions import both, day, minimum, month, month_end, year
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["look_back", "look_back_limit"]

look_back = Section("green_look_back", "Allocation of proceeds")
look_back_limit = Section("green_look_back_limit", "Allocation of proceeds")


@look_back.scalar("Months from the spending to the issue", Unit.QUANTITY)
def months_looked_back(m: Names) -> Node:
    """From the first refinanced spending to the day from which proceeds come; a shorter month ends on its last day."""
    years, months = year(m.proceeds_from) - year(m.spent_from), month(m.proceeds_from) - month(m.spent_from)
    same_day = minimum(day(m.proceeds_from), day(month_end(m.spent_from, 0)))
    return 12 * years + months + (same_day - day(m.spent_from)) / 31


@look_back.scalar(
    "What is refinanced is spent after the issue",
    Unit.FLAG,
    check="alert",
    refuse="spent_after_issue",
    spent_on="project",
)
def spent_after_issue(m: Names) -> Node:
    """1 if proceeds are there before the first day of the spending: then it is new, and refinances nothing."""
    return both(m.refinanced_share > 0, m.spent_from > m.proceeds_from)


@look_back_limit.scalar("Spending is older than the look-back", Unit.FLAG, check="alert")
def look_back_exceeded(m: Names) -> Node:
    """1 if it lies further back than the months that the framework allows."""
    return m.months_looked_back > m.management_look_back_months
