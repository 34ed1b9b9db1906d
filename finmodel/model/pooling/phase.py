"""Phase: what is invested by calendar year while earlier parts earn, its VAT, and what the public side pays of it."""

from finmodel.expr.functions import maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["phase"]

phase = Section("phase", "Phases after completion")


@phase.line("Cost", Unit.MONEY, cash="capex", pool="pool", payer="company", payee="supplier", member="member")
def cost(m: Names) -> Node:
    """The investment of the calendar year × index, spread over its months, until operation ends; without VAT."""
    months = m.year_fraction * maximum(m.construction_flag, m.operation_share)
    return m.investment * m.investment_factor * m.price_index * months


@phase.line("VAT on the cost", Unit.MONEY, vat="input")
def vat(m: Names) -> Node:
    """VAT charged by the supplier on the taxable part of the cost."""
    return m.cost * m.vat_share * m.vat_rate


@phase.line("Cost after completion", Unit.MONEY, phase="cost")
def later_cost(m: Names) -> Node:
    """What is spent in periods after completion; before, it is a use of funds like any other."""
    return m.cost * (1 - m.construction_flag)


@phase.line(
    "Public share",
    Unit.MONEY,
    phase="public_share",
    financing="in",
    asset="granted",
    payer="grantor",
    payee="company",
    member="member",
)
def contribution(m: Names) -> Node:
    """The public side's share of what is spent after completion, paid when it is spent; never paid back."""
    return m.later_cost * m.public_share
