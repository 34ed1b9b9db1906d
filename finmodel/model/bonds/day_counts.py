"""Day counts of bonds: the part of a year between two dates, by each convention that counts days."""

from collections.abc import Callable, Mapping

from finmodel.expr.functions import both, day, minimum, month, where, year
from finmodel.expr.nodes import Node, Operand

__all__ = ["ICMA", "YEARS_BETWEEN", "month_number"]

YearsBetween = Callable[[Node, Node], Node]

ICMA = "act_act_icma"
"""The one convention that counts coupon periods instead of days of a year."""


def month_number(date: Operand) -> Node:
    """Months since the year 0: differences count whole months between the months of two dates."""
    return 12 * year(date) + month(date)


def _bond_basis(start: Node, end: Node) -> Node:
    """Months of 30 days; an end on the 31st counts as the 30th only where the start is at the end of its month too."""
    at_both_ends = both(day(end) > 30, day(start) > 29)
    days = where(at_both_ends, 30, day(end)) - minimum(day(start), 30)
    return (30 * (month_number(end) - month_number(start)) + days) / 360


def _eurobond_basis(start: Node, end: Node) -> Node:
    """Months of 30 days; a 31st always counts as the 30th."""
    days = minimum(day(end), 30) - minimum(day(start), 30)
    return (30 * (month_number(end) - month_number(start)) + days) / 360


def _actual_365(start: Node, end: Node) -> Node:
    return (end - start) / 365


def _actual_360(start: Node, end: Node) -> Node:
    return (end - start) / 360


YEARS_BETWEEN: Mapping[str, YearsBetween] = {
    "30_360": _bond_basis,
    "30e_360": _eurobond_basis,
    "act_365": _actual_365,
    "act_360": _actual_360,
}
"""The conventions by the name that a case gives them."""
