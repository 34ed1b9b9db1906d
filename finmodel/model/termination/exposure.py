"""Exposure of the authority: the dearest of the five cases, period by period."""

from finmodel.expr.functions import highest, maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["exposure"]

exposure = Section("termination_exposure", "Termination")


@exposure.line("Highest compensation", Unit.MONEY, table="termination", gather="last", total="yes")
def termination_exposure(m: Names) -> Node:
    """The most that the authority would pay if the contract ended at the end of the period."""
    return maximum(*m.each(compensation="yes"))


@exposure.scalar("Highest compensation of any period", Unit.MONEY)
def termination_exposure_highest(m: Names) -> Node:
    """The authority's largest exposure over the contract."""
    return highest(m.termination_exposure)
