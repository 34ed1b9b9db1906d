"""Shareholders are paid the value of distributions still to come as things stand, at the market's return."""

from finmodel.expr.functions import following, maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.termination.equity_at_stake import value_ahead
from finmodel.units import Unit

__all__ = ["market_value"]

market_value = Section("market_value", "Termination")


@market_value.line("Value of distributions, opening", Unit.MONEY)
def market_value_opening(m: Names) -> Node:
    """At the start of the period, at the shareholders' return, of flows as they turn out."""
    return value_ahead(m, m.equity_cash_flow, m.market_value_opening, m.equity_rate)


@market_value.line("Compensation of shareholders", Unit.MONEY)
def equity_compensation(m: Names) -> Node:
    """Distributions still to come, less what sponsors were still to pay in; not below 0."""
    return maximum(following(m.market_value_opening), 0) * m.contract_in_force
