"""Balance limit of a new loan: what replaces the old one, with the costs of doing so."""

from finmodel.expr.functions import value_where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["balance_limit"]

balance_limit = Section("balance_limit", "Loans")


@balance_limit.scalar("Limit: balance replaced", Unit.MONEY, limit="facility")
def balance_capacity(m: Names) -> Node:
    """The stated multiple of the old loan's scheduled balance with its break cost, the new loan's fee on top."""
    owed = value_where(m.replaced_scheduled_closing, m.month_flag)
    return m.sizing_balance * owed * (1 + m.break_cost_rate) / (1 - m.upfront_fee_rate)
