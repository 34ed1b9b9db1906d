"""A foreign currency: how far its rate of exchange has moved since financial close, and the rate itself."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["currency"]

currency = Section("currency", "Currencies")


@currency.line("Shock to the rate", Unit.INDEX)
def shock_factor(m: Names) -> Node:
    """1 plus the shock in every period that ends after its month."""
    return 1 + m.shock * (m.months_elapsed > m.shock_from_month)


@currency.line("Level since financial close", Unit.INDEX)
def level(m: Names) -> Node:
    """The rate at the end of the period divided by that at financial close."""
    return m.path_level * m.shock_factor


@currency.line("Rate of exchange", Unit.NUMBER)
def rate(m: Names) -> Node:
    """Units of the case's currency for one unit, at the end of the period, when all its flows are paid."""
    return m.spot * m.level


@currency.line("Rise in the period", Unit.NUMBER)
def growth(m: Names) -> Node:
    """The level divided by that of the period before, which is 1 at financial close."""
    return m.level / (m.close_flag + previous(m.level))
