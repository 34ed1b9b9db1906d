"""Outcome: from the level that is measured to what is verified, attributed to the project, and paid for."""

from finmodel.expr.functions import absolute, both, maximum, minimum, ratio, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["binary", "linear", "outcome", "outcome_cap", "tier", "tiered", "verified_above", "verified_below"]

outcome = Section("outcome", "Revenue")
verified_above = Section("outcome_verified_above", "Revenue")
verified_below = Section("outcome_verified_below", "Revenue")
linear = Section("outcome_linear", "Revenue")
binary = Section("outcome_binary", "Revenue")
tiered = Section("outcome_tiered", "Revenue")
tier = Section("outcome_tier", "Revenue")
outcome_cap = Section("outcome_cap", "Revenue")


@outcome.line("Level reached", Unit.NUMBER)
def level(m: Names) -> Node:
    """The baseline and the achieved part of the planned distance from it; never below 0."""
    return maximum(m.baseline + m.achieved * (m.measured - m.baseline), 0)


@verified_above.line("Verified level", Unit.NUMBER)
def verified_high(m: Names) -> Node:
    """The level reached less the error of measurement, which counts against the project."""
    return m.level * (1 - m.error)


@verified_above.line("Verified above the baseline", Unit.NUMBER)
def rise(m: Names) -> Node:
    """What is verified above the baseline; nothing if it is below."""
    return maximum(m.verified_high - m.baseline, 0)


@verified_below.line("Verified level", Unit.NUMBER)
def verified_low(m: Names) -> Node:
    """The level reached with the error of measurement on top, which counts against the project."""
    return m.level * (1 + m.error)


@verified_below.line("Verified below the baseline", Unit.NUMBER)
def fall(m: Names) -> Node:
    """What is verified below the baseline; nothing if it is above."""
    return maximum(m.baseline - m.verified_low, 0)


@outcome.line("Attributed to the project", Unit.NUMBER)
def attributed(m: Names) -> Node:
    """The share of the verified change that is the project's doing."""
    return m.verified_change * m.attribution


@linear.line("By the rate card, a year", Unit.MONEY_PER_YEAR)
def linear_payment(m: Names) -> Node:
    """Rate times what is attributed."""
    return m.rate * m.attributed


@binary.line("Target reached", Unit.FLAG)
def target_reached(m: Names) -> Node:
    """1 where what is attributed covers the whole distance from baseline to target, to within the tolerance."""
    return both(m.attributed > 0, m.attributed >= absolute(m.target - m.baseline) - m.tolerance)


@binary.line("By the rate card, a year", Unit.MONEY_PER_YEAR)
def binary_payment(m: Names) -> Node:
    """All of the reward where the target is reached, nothing where it is not."""
    return m.reward * m.target_reached


@tier.line("Payment in the tier, a year", Unit.MONEY_PER_YEAR, tier="outcome")
def tier_payment(m: Names) -> Node:
    """The rate of the tier for what is attributed above its threshold, up to where the next tier begins."""
    reached = minimum(m.attributed, m.next_above) if m.has("next_above") else m.attributed
    return m.rate * maximum(reached - m.above, 0)


@tiered.line("By the rate card, a year", Unit.MONEY_PER_YEAR)
def tiered_payment(m: Names) -> Node:
    """All tiers, each at its own rate: a higher rate is paid only for what lies in its tier."""
    return m.sum_of(tier=m.instance_name)


@outcome.line("At prices of the contract, a year", Unit.MONEY_PER_YEAR)
def priced(m: Names) -> Node:
    """What the rate card gives, indexed as agreed."""
    return m.card_payment * m.prices


@outcome_cap.line("Capped, a year", Unit.MONEY_PER_YEAR)
def priced_capped(m: Names) -> Node:
    """No more than the cap of the outcome, which is not indexed."""
    return minimum(m.priced, m.cap)


@outcome.line("Payment for the outcome", Unit.MONEY, outcome="stream")
def payment(m: Names) -> Node:
    """For the part of the period in operation, before what limits all outcomes together."""
    return m.year_payment * m.operation_share * m.year_fraction


@outcome.line("Attributed in the period", Unit.NUMBER)
def achieved_units(m: Names) -> Node:
    """Units a year for the part of the period in operation."""
    return m.attributed * m.operation_share * m.year_fraction


@outcome.scalar("Attributed over the contract", Unit.NUMBER, achieved="stream")
def achieved_total(m: Names) -> Node:
    """Units a year, times years: what the payer has had for its money."""
    return total(m.achieved_units)


@outcome.scalar("Payment a unit achieved", Unit.MONEY_PER_UNIT, achieved="stream")
def paid_per_unit(m: Names) -> Node:
    """All payments for the outcome, before what limits all outcomes together, by unit and year; blank if none."""
    return ratio(total(m.payment), m.achieved_total)
