"""What shareholders have at stake: capital not yet paid back, and the value of what they were still to receive."""

from finmodel.expr.functions import following, maximum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["equity_at_stake", "value_ahead"]

equity_at_stake = Section("equity_at_stake", "Termination")


@equity_at_stake.line("Years in the period for compounding", Unit.YEARS)
def compounding_years(m: Names) -> Node:
    """From the end of the period before to its own, by the convention of the valuation."""
    return m.years_since_close - previous(m.years_since_close)


@equity_at_stake.line("Sponsors' net funds, running total", Unit.MONEY)
def sponsors_net_funds(m: Names) -> Node:
    """Paid in less paid out so far, equity and shareholder loan together; negative once more has come back."""
    return previous(m.sponsors_net_funds) + m.equity_invested - m.equity_received


@equity_at_stake.line("Capital not yet paid back", Unit.MONEY)
def capital_at_stake(m: Names) -> Node:
    """What sponsors have paid in and not received back, without any return."""
    return maximum(m.sponsors_net_funds, 0)


@equity_at_stake.line("Sponsors' cash flow by the base case", Unit.MONEY, freezable=True)
def agreed_equity_flow(m: Names) -> Node:
    """Paid out less paid in as the base case at financial close has it."""
    return m.equity_cash_flow


@equity_at_stake.line("Value of base-case distributions, opening", Unit.MONEY)
def agreed_value_opening(m: Names) -> Node:
    """At the start of the period, at the shareholders' return: this period's flow and the value that follows."""
    return value_ahead(m, m.agreed_equity_flow, m.agreed_value_opening, m.equity_rate)


@equity_at_stake.line("Value of base-case distributions to come", Unit.MONEY)
def agreed_value(m: Names) -> Node:
    """At the end of the period, less what sponsors were still to pay in; not below 0."""
    return maximum(following(m.agreed_value_opening), 0)


def value_ahead(m: Names, flow: Node, opening: Node, rate: Node) -> Node:
    """What a flow and the value that follows it are worth at the start of the period, at a rate a year."""
    return (flow + following(opening)) / (1 + rate) ** m.compounding_years
