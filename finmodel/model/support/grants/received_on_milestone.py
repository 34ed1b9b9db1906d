"""Received on milestones: the grantor pays a share when a planned part of construction is done."""

from finmodel.expr.functions import at, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["received_on_milestone"]

received_on_milestone = Section("received_on_milestone", "Grants")


@received_on_milestone.line("Milestones planned so far", Unit.SHARE)
def milestones_planned(m: Names) -> Node:
    """The sum of the stated shares up to the planned period of construction."""
    return previous(m.milestones_planned) + at(m.milestones, m.counter)


@received_on_milestone.line("Milestones reached so far", Unit.SHARE)
def milestones_reached(m: Names) -> Node:
    """The shares of the planned periods that are done: a delay of construction delays the money."""
    return at(m.milestones_planned, m.progress_whole)


@received_on_milestone.line(
    "Grant received", Unit.MONEY, grant="received", financing="in", payer="grantor", payee="company"
)
def received(m: Names) -> Node:
    """The grant times the share reached in the period, at the end of the period."""
    return m.available * (m.milestones_reached - previous(m.milestones_reached))
