"""Stage gate: scaling only what a pilot has shown to work, against committing now; the difference is the option."""

from finmodel.expr.functions import month_end
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["innovation_side", "scaled_together", "stage_gate"]

stage_gate = Section("innovation_stage_gate", "Innovation procurement")
scaled_together = Section("innovation_scaled_together", "Innovation procurement")
innovation_side = Section("innovation_side", "Innovation procurement")


@stage_gate.scalar("Date of the stage gate", Unit.DATE)
def gate_date(m: Names) -> Node:
    """The last day of the month in which pilot results are known and scaling is decided."""
    return month_end(m.start, m.gate_months - 1)


@stage_gate.scalar("Discount factor of the gate", Unit.INDEX)
def gate_factor(m: Names) -> Node:
    """To financial close, at the rate of the innovation."""
    return (1 + m.rate) ** (-m.gate_months / 12)


@stage_gate.line("Discount factor of the pilot", Unit.INDEX)
def pilot_factor(m: Names) -> Node:
    """To financial close, at the rate of the innovation."""
    return (1 + m.rate) ** -m.years_since_close


@stage_gate.scalar("Pilot, present value", Unit.MONEY)
def pilot_total(m: Names) -> Node:
    """Of city and company together; what they pay each other cancels."""
    return m.sum_of(pilot_of=m.instance_name)


@stage_gate.scalar("Scaled, if it succeeds", Unit.MONEY)
def scaled_total(m: Names) -> Node:
    """For city and company together, at the gate."""
    return m.sum_of(succeeds=m.instance_name)


@stage_gate.scalar("Value with the stage gate", Unit.MONEY, kpi="innovation_value")
def staged_value(m: Names) -> Node:
    """Pilot, and with the probability of success what scaling brings where it is worth it; a failure is not scaled."""
    return m.sum_of(staged=m.instance_name)


@stage_gate.scalar("Value if scaling is committed now", Unit.MONEY, kpi="innovation_value_committed")
def committed_value(m: Names) -> Node:
    """Pilot and scaling whatever comes: successes and failures, each with its probability."""
    return m.sum_of(committed=m.instance_name)


@stage_gate.scalar("Value of the option to scale", Unit.MONEY, kpi="innovation_option")
def option_value(m: Names) -> Node:
    """What it is worth to wait for the result of the pilot: the difference of the two."""
    return m.staged_value - m.committed_value


@scaled_together.scalar("Scaled where the pilot succeeds", Unit.FLAG)
def scaled_flag(m: Names) -> Node:
    """1 where city and company gain together; how they share it is for them to agree."""
    return m.scaled_total > 0


@innovation_side.scalar("Value with the stage gate", Unit.MONEY, staged="procurement")
def staged(m: Names) -> Node:
    """Its part of the pilot, and of what is scaled if the pilot succeeds, with its probability; at financial close."""
    return m.pilot_value + m.discount_of_gate * m.success_of_pilot * m.is_scaled * m.value_if_succeeds


@innovation_side.scalar("Value if scaling is committed now", Unit.MONEY, committed="procurement")
def committed(m: Names) -> Node:
    """Its part of the pilot, and of scaling both successes and failures, with their probabilities."""
    expected = m.success_of_pilot * m.value_if_succeeds + (1 - m.success_of_pilot) * m.value_if_fails
    return m.pilot_value + m.discount_of_gate * expected


@innovation_side.scalar("Value of the option to scale", Unit.MONEY)
def option(m: Names) -> Node:
    """Its part of what the stage gate is worth; below 0 where it would rather have committed the other side."""
    return m.staged - m.committed
