"""Amortising: principal is repaid in equal parts on coupon dates."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["amortising"]

amortising = Section("amortising", "Bonds")


@amortising.line("Redemption by instalments", Unit.MONEY)
def contract_redemption(m: Names) -> Node:
    """Principal in equal parts over the dates of repayment."""
    return m.principal * m.repayment_flag / m.repayments
