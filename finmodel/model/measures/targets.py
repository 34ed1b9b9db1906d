"""Targets of a deal: by how much each is missed or passed, so that support can be sought until all hold."""

from finmodel.expr.functions import filled, highest
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = [
    "dscr_target",
    "gearing_target",
    "irr_target",
    "llcr_target",
    "payment_target",
    "private_target",
    "tariff_target",
]

_TITLE = "Blended finance"
irr_target = Section("irr_target", _TITLE)
dscr_target = Section("dscr_target", _TITLE)
llcr_target = Section("llcr_target", _TITLE)
private_target = Section("private_target", _TITLE)
gearing_target = Section("gearing_target", _TITLE)
payment_target = Section("payment_target", _TITLE)
tariff_target = Section("tariff_target", _TITLE)


@irr_target.scalar("Equity IRR less its target", Unit.RATE, asked="equity_irr")
def irr_to_spare(m: Names) -> Node:
    """Below 0 where the sponsors earn too little; a return that does not exist counts as −100 %."""
    return filled(m.equity_irr, -1) - m.targets_equity_irr


@dscr_target.scalar("Lowest DSCR less its target", Unit.RATIO, asked="dscr_minimum")
def dscr_to_spare(m: Names) -> Node:
    """Below 0 where cover is too low; 0 without debt service, which needs no cover."""
    return filled(m.dscr_minimum, m.targets_dscr_minimum) - m.targets_dscr_minimum


@llcr_target.scalar("Lowest LLCR less its target", Unit.RATIO, asked="llcr_minimum")
def llcr_to_spare(m: Names) -> Node:
    """Below 0 where cover is too low; 0 without debt."""
    return filled(m.llcr_minimum, m.targets_llcr_minimum) - m.targets_llcr_minimum


@private_target.scalar("Private share of uses less its target", Unit.SHARE, asked="private_share")
def private_share_to_spare(m: Names) -> Node:
    """Below 0 where too little of the money is private."""
    return m.private_share - m.targets_private_share


@gearing_target.scalar("Highest gearing less what it is", Unit.SHARE, asked="gearing")
def gearing_to_spare(m: Names) -> Node:
    """Below 0 where too much of the uses is paid by debt."""
    return m.targets_gearing - m.gearing


@payment_target.line("Amount while in operation", Unit.MONEY)
def amount_in_operation(m: Names) -> Node:
    """What the stream states, in periods with operation."""
    return m.stream_amount * m.operation_flag


@payment_target.scalar("Limit of the payment less its highest amount", Unit.MONEY, asked="payment")
def payment_to_spare(m: Names) -> Node:
    """Below 0 where payers are asked for more than the limit."""
    return m.limit - highest(m.amount_in_operation)


@tariff_target.line("Price of a unit while in operation", Unit.MONEY_PER_UNIT)
def price_in_operation(m: Names) -> Node:
    """What the stream states, before indexation, in periods with operation."""
    return m.stream_price * m.operation_flag


@tariff_target.scalar("Limit of the price less the highest", Unit.MONEY_PER_UNIT, asked="tariff")
def price_to_spare(m: Names) -> Node:
    """Below 0 where users are asked for more than the limit."""
    return m.limit - highest(m.price_in_operation)
