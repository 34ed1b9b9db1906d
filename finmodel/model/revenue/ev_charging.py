"""EV charging: energy charged, what drivers pay for it less what platforms keep, and the electricity bought for it."""

from finmodel.expr.functions import summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Operand
from finmodel.expr.section import Section
from finmodel.model.opex import opex
from finmodel.units import Unit

__all__ = ["charging_by_session", "electricity_bought", "ev_charging"]

ev_charging = Section("ev_charging", "Revenue")
charging_by_session = Section("charging_by_session", "Revenue")
_electricity = Section("electricity_bought", "Revenue")


@ev_charging.line("Energy charged (kWh)", Unit.COUNT)
def energy_charged(m: Names) -> Node:
    """Chargers × power × hours × utilisation × use reached, for the part of the period in operation."""
    hours = m.hours * m.operation_share * m.year_fraction
    return m.chargers * m.power * hours * m.utilisation * m.use_reached


@charging_by_session.line("Sessions", Unit.COUNT)
def sessions(m: Names) -> Node:
    """Energy charged ÷ what is charged in a session."""
    return m.energy_charged / m.energy_per_session


@charging_by_session.line("Fees for sessions", Unit.MONEY)
def session_fees(m: Names) -> Node:
    """Sessions × their fee, indexed."""
    return m.sessions * m.session_fee * m.indexation


@ev_charging.line("Paid for energy", Unit.MONEY)
def paid_for_energy(m: Names) -> Node:
    """Energy charged × price, or × margin where another sells the electricity, indexed."""
    return m.energy_charged * (m.price if m.has("price") else m.margin) * m.indexation


@ev_charging.line("Paid by drivers", Unit.MONEY)
def gross(m: Names) -> Node:
    """For energy, and for sessions where they have a fee."""
    return summed(m.paid_for_energy, *([m.session_fees] if m.has("session_fees") else []))


@ev_charging.line("Revenue from charging", Unit.MONEY, statement="revenue")
def revenue(m: Names) -> Operand:
    """What drivers pay less the share that roaming and payment platforms keep."""
    return m.gross * (1 - m.roaming_share)


@_electricity.line("Electricity bought (kWh)", Unit.COUNT)
def energy_bought(m: Names) -> Node:
    """Energy charged and what is lost in charging: energy charged ÷ (1 − losses)."""
    return m.energy_charged / (1 - m.charging_losses)


@_electricity.line("Cost of electricity", Unit.MONEY, statement="opex", resource="used")
def cost(m: Names) -> Node:
    """Electricity bought × its price, by its own index."""
    return m.energy_bought * m.electricity_price * m.electricity_level


electricity_bought = (_electricity, opex.without("cost"))
"""Electricity as a cost of operation, paid to its supplier after the days in which suppliers are paid."""
