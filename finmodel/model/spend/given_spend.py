"""Given spend: the shares of the stated profile, by planned period of construction."""

from finmodel.expr.functions import at, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["given_spend"]

given_spend = Section("given_spend", "Capital expenditure")


@given_spend.line("Planned spend so far", Unit.SHARE)
def planned(m: Names) -> Node:
    """The sum of the stated profile up to the planned period."""
    return previous(m.planned) + at(m.spend, m.counter)
