"""The ceiling of the budget for the whole contract: the present value of what the State pays."""

from finmodel.expr.functions import maximum, sum_product
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["ceiling", "commitments_value"]

commitments_value = Section("fiscal_value", "Fiscal commitments")
ceiling = Section("fiscal_ceiling", "Fiscal commitments")


@commitments_value.line("Discount factor of the budget", Unit.INDEX)
def fiscal_discount_factor(m: Names) -> Node:
    """To financial close, at the budget's rate."""
    return (1 + m.fiscal_discount_rate) ** -m.years_since_close


@commitments_value.scalar("Commitments, present value", Unit.MONEY, kpi="commitments_present_value")
def commitments_present_value(m: Names) -> Node:
    """What the State pays over the contract, at financial close."""
    return sum_product(m.public_commitments, m.fiscal_discount_factor)


@ceiling.scalar("Commitments above the ceiling", Unit.MONEY, check="alert")
def payment_ceiling_check(m: Names) -> Node:
    """0 where their present value stays below the ceiling."""
    return maximum(m.commitments_present_value - m.payment_ceiling, 0)
