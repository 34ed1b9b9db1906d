"""Stated value: the scaled phase as values at the gate that the case gives outright."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["stated_value"]

stated_value = Section("innovation_stated_value", "Innovation procurement")


@stated_value.scalar("Scaled, if it succeeds", Unit.MONEY, succeeds="procurement")
def value_if_succeeds(m: Names) -> Node:
    """As stated; more or less by the factor on benefits."""
    return m.value_stated * m.benefit_factor_at_scale


@stated_value.scalar("Scaled, if it fails", Unit.MONEY)
def value_if_fails(m: Names) -> Node:
    """As stated."""
    return m.value_stated_failed
