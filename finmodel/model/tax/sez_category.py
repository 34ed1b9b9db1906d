"""Investment category of a special economic zone: which one the cost of the project fits, against the one stated."""

from __future__ import annotations

from finmodel.expr.functions import absolute, at
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["UNITS", "sez_category"]

UNITS = {"one": 1, "thousand": 1e3, "million": 1e6, "billion": 1e9}
"""How much of the currency one unit of money stands for, by its name in a case."""


def sez_category(units: float) -> Section:
    """The check of the category, in a case whose unit of money stands for so many units of the currency."""
    section = Section("sez_category", "Tax")

    @section.scalar("Category B begins at", Unit.MONEY)
    def category_b_from(m: Names) -> Node:
        """The threshold in monthly calculation indices, in money of the case."""
        return at(m.category_thresholds, 1) * m.monthly_calculation_index / units

    @section.scalar("Category C begins above", Unit.MONEY)
    def category_c_above(m: Names) -> Node:
        """The threshold in monthly calculation indices, in money of the case."""
        return at(m.category_thresholds, 2) * m.monthly_calculation_index / units

    @section.scalar("Category that the project's cost fits", Unit.COUNT)
    def category_by_cost(m: Names) -> Node:
        """1 for A, 2 for B, 3 for C, by total uses of funds."""
        return 1 + (m.total_uses >= m.category_b_from) + (m.total_uses > m.category_c_above)

    @section.scalar("Investment category that the cost does not fit", Unit.COUNT, check="alert")
    def sez_category_check(m: Names) -> Node:
        """By how many categories the one stated differs: its years of relief are then not those of such a project."""
        return absolute(m.category - m.category_by_cost)

    return section
