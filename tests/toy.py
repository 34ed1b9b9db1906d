"""A toy deal: three periods of construction, debt for 70 % of the uses, interest and fees among the uses.

Debt, fees and interest depend on each other; found by hand to a fixed point, the debt is 725.538120.
"""

from finmodel.expr.functions import equals, previous, total, where
from finmodel.expr.graph import Graph, build
from finmodel.expr.line import Shape, Variable
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["CAPEX", "DEBT", "USES", "toy"]

CAPEX = (0.0, 400.0, 600.0)
DEBT, USES = 725.538120, 1036.483029

loan = Section("loan", "Toy loan")


def toy() -> Graph:
    """The graph, over the one input ``capex``."""
    return build([loan.part()], [Variable("capex", "Capital expenditure", Unit.MONEY, Shape.SERIES)])


@loan.line("Period", Unit.COUNT)
def counter(m: Names) -> Node:
    return previous(m.counter) + 1


@loan.line("Uses", Unit.MONEY)
def uses(m: Names) -> Node:
    return m.capex + m.idc + m.commitment_fee + m.upfront


@loan.line("Upfront fee", Unit.MONEY)
def upfront(m: Names) -> Node:
    return where(equals(m.counter, 1), m.debt / 100, 0)


@loan.line("Interest during construction", Unit.MONEY, cash="interest")
def idc(m: Names) -> Node:
    return m.opening * 8 / 100


@loan.line("Opening", Unit.MONEY)
def opening(m: Names) -> Node:
    return previous(m.closing)


@loan.line("Closing", Unit.MONEY, chart="debt")
def closing(m: Names) -> Node:
    return m.opening + m.draw


@loan.line("Drawdown", Unit.MONEY)
def draw(m: Names) -> Node:
    return m.uses * 70 / 100


@loan.line("Commitment fee", Unit.MONEY)
def commitment_fee(m: Names) -> Node:
    return (m.debt - m.opening) / 2 / 100 * (m.counter > 1)


@loan.solved("Debt", Unit.MONEY, guess=0.0, kpi="senior_debt")
def debt(m: Names) -> Node:
    return m.total_uses * 70 / 100


@loan.scalar("Total uses", Unit.MONEY, kpi="total_uses")
def total_uses(m: Names) -> Node:
    return total(m.uses)
