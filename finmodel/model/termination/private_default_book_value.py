"""The private partner defaults: the authority pays the depreciated book value of the assets it takes over."""

from finmodel.expr.functions import maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["private_default_book_value"]

private_default_book_value = Section("private_default_book_value", "Termination")


@private_default_book_value.line("Compensation", Unit.MONEY, table="termination", gather="last", compensation="yes")
def compensation(m: Names) -> Node:
    """Project assets in the balance sheet less rectification; not below 0. The company keeps its accounts."""
    return maximum(m.assets_closing - m.rectification_cost, 0) * m.contract_in_force
