"""Given: principal is repaid in the shares that the terms state for each coupon date."""

from finmodel.expr.functions import at
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["given"]

given = Section("given", "Bonds")


@given.line("Redemption by the shares stated", Unit.MONEY)
def contract_redemption(m: Names) -> Node:
    """Principal times the share stated for the coupon date."""
    return m.principal * m.coupon_flag * at(m.redemption_schedule, m.coupon_number)
