"""A figure of a fiscal year: from its table by the year in which a period ends, or the one number of a case."""

from finmodel.expr.functions import at
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node

__all__ = ["of_fiscal_year"]


def of_fiscal_year(m: Names, name: str) -> Node:
    """The figure ``name`` in the year in which the period ends; other figures are read in the year it begins."""
    table = f"{name}_by_year"
    return at(m[table], m.fiscal_position) if m.has(table) else m[name]
