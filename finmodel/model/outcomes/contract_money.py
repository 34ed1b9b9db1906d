"""Contract money: payments reckoned in the money of the contract, at its prices, before they are exchanged."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["contract_money"]

contract_money = Section("contract_money", "Revenue")


@contract_money.line("Rate of exchange of the payment", Unit.NUMBER)
def exchange_level(m: Names) -> Node:
    """The rate of the currency of the payment; 1 where it is in the case's own."""
    return m.exchange if m.has("exchange") else m.unindexed


@contract_money.line("Prices of the contract", Unit.INDEX)
def price_level(m: Names) -> Node:
    """The indexation of the payment, in the currency of the payment."""
    return m.indexation / m.exchange_level
