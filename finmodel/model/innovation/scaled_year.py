"""Scaled year: what one side puts in and has in one year after the gate, brought back to the gate."""

from finmodel.expr.functions import at, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["scaled_phase", "scaled_year"]

scaled_phase = Section("innovation_scaled_phase", "Innovation procurement")


def scaled_year(place: int) -> Section:
    """The section of the year at a place, counted from 1; flows fall at its end."""
    section = Section("innovation_scaled_year", "Innovation procurement")

    @section.scalar("Discount factor to the gate", Unit.INDEX)
    def gate_discount(m: Names) -> Node:
        """At the rate of the innovation, for as many years as have passed since the gate."""
        return (1 + m.rate_at_scale) ** -place

    @section.scalar("Outlay, at the gate", Unit.MONEY, outlay_of="side")
    def outlay(m: Names) -> Node:
        """Investment and running cost, which are spent whether the innovation succeeds or not."""
        return summed(*_stated(m, "investment", place), *_stated(m, "cost", place)) * m.gate_discount

    @section.scalar("Benefit, at the gate", Unit.MONEY, benefit_of="side")
    def benefit(m: Names) -> Node:
        """If it succeeds."""
        return summed(*_stated(m, "benefit", place)) * m.benefit_factor_at_scale * m.gate_discount

    return section


def _stated(m: Names, key: str, place: int) -> list[Node]:
    return [at(m[f"yearly_{key}"], place)] if m.has(f"yearly_{key}") else []


@scaled_phase.scalar("Scaled, if it succeeds", Unit.MONEY, succeeds="procurement")
def value_if_succeeds(m: Names) -> Node:
    """Benefit less outlay of all years, at the gate."""
    return m.sum_of(benefit_of=m.instance_name) - m.sum_of(outlay_of=m.instance_name)


@scaled_phase.scalar("Scaled, if it fails", Unit.MONEY)
def value_if_fails(m: Names) -> Node:
    """The same outlay, for the share of the benefit that is had of a failure; at the gate."""
    return m.sum_of(benefit_of=m.instance_name) * m.benefit_share_failed - m.sum_of(outlay_of=m.instance_name)
