"""Investment category of a special economic zone: which one the cost of the project fits, against the one stated."""

from __future__ import annotations

from functools import reduce

from finmodel.expr.functions import absolute, at
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["THOUSANDS", "sez_category"]

THOUSANDS = {"one": 0, "thousand": 1, "million": 2, "billion": 3}
"""How many times a thousand of the currency one unit of money stands for, by its name in a case."""


def sez_category(thousands: int) -> Section:
    """The check of the category, in a case whose unit of money is a thousand of the currency so many times over."""
    section = Section("sez_category", "Tax")

    def in_money(amount: Node) -> Node:
        return reduce(lambda found, _: found / 1000, range(thousands), amount)

    @section.scalar("Category B begins at", Unit.MONEY)
    def category_b_from(m: Names) -> Node:
        """The threshold in monthly calculation indices, in money of the case."""
        return in_money(at(m.category_thresholds, 1) * m.monthly_calculation_index)

    @section.scalar("Category C begins above", Unit.MONEY)
    def category_c_above(m: Names) -> Node:
        """The threshold in monthly calculation indices, in money of the case."""
        return in_money(at(m.category_thresholds, 2) * m.monthly_calculation_index)

    @section.scalar("Category that the project's cost fits", Unit.COUNT)
    def category_by_cost(m: Names) -> Node:
        """1 for A, 2 for B, 3 for C, by total uses of funds."""
        return 1 + (m.total_uses >= m.category_b_from) + (m.total_uses > m.category_c_above)

    @section.scalar("Investment category that the cost does not fit", Unit.COUNT, check="alert")
    def sez_category_check(m: Names) -> Node:
        """By how many categories the one stated differs: its years of relief are then not those of such a project."""
        return absolute(m.category - m.category_by_cost)

    return section
