"""Bullet: all principal is repaid at maturity."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Operand
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["bullet"]

bullet = Section("bullet", "Bonds")


@bullet.line("Redemption before maturity", Unit.MONEY)
def contract_redemption(m: Names) -> Operand:
    """Nothing: all principal is repaid at maturity."""
    return 0
