"""The private partner defaults: the authority passes on what a new operator would bid for the rest of the contract."""

from finmodel.expr.functions import following, maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.termination.equity_at_stake import value_ahead
from finmodel.units import Unit

__all__ = ["private_default_market_value"]

private_default_market_value = Section("private_default_market_value", "Termination")


@private_default_market_value.line("Value of the contract, opening", Unit.MONEY)
def contract_value_opening(m: Names) -> Node:
    """At the start of the period, at the return a new operator asks for, before tax and financing."""
    return value_ahead(m, m.project_cash_flow_pre_tax, m.contract_value_opening, m.retender_rate)


@private_default_market_value.line("Estimated fair value", Unit.MONEY)
def fair_value(m: Names) -> Node:
    """Payments still to come less the cost of service and of completion, at the end of the period."""
    return following(m.contract_value_opening)


@private_default_market_value.line("Compensation", Unit.MONEY, table="termination", gather="last", compensation="yes")
def compensation(m: Names) -> Node:
    """The fair value less rectification; not below 0. The company keeps its accounts."""
    return maximum(m.fair_value - m.rectification_cost, 0) * m.contract_in_force
