"""Unit schedule: the balance and principal of one unit of debt, for profiles that do not depend on the cash flow."""

from finmodel.expr.functions import previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["unit_schedule"]

unit_schedule = Section("unit_schedule", "Loans")


@unit_schedule.line("Balance of one unit, opening", Unit.NUMBER)
def unit_opening(m: Names) -> Node:
    """One unit before the first repayment."""
    return m.close_flag + previous(m.unit_closing)


@unit_schedule.line("Balance of one unit, closing", Unit.NUMBER)
def unit_closing(m: Names) -> Node:
    """Opening less principal."""
    return m.unit_opening - m.unit_principal


@unit_schedule.line("Contract principal", Unit.MONEY, freezable=True)
def contract_principal(m: Names) -> Node:
    """What is to be repaid times the principal of one unit."""
    return m.repayable * m.unit_principal
