"""An instrument linked to targets: the steps that its coupon takes, and the premium at maturity."""

from finmodel.expr.functions import previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["expected_steps", "linked", "premium_relief", "redemption_premium"]

linked = Section("linked", "Loans")
expected_steps = Section("expected_steps", "Loans")
redemption_premium = Section("redemption_premium", "Loans")
premium_relief = Section("premium_relief", "Loans")


@linked.line("Sustainability steps", Unit.RATE, rate="paid")
def sustainability_step(m: Names) -> Node:
    """The steps of all targets, added to the coupon."""
    return summed(*m.each(step_of=m.instance_name))


@linked.line("Discount factor without steps", Unit.INDEX)
def step_factor(m: Names) -> Node:
    """To financial close, at the instrument's own rate without the steps."""
    rate = (m.rate - m.sustainability_step) * m.day_count
    return (m.close_flag + previous(m.step_factor)) / (1 + rate)


@expected_steps.scalar("Expected cost of the sustainability steps", Unit.MONEY)
def expected_steps_cost(m: Names) -> Node:
    """Of all targets with a probability, present value at financial close."""
    return summed(*m.each(expected_of=m.instance_name))


@redemption_premium.line("Period of final maturity", Unit.FLAG)
def maturity_flag(m: Names) -> Node:
    """1 in the one period in which the last of the principal falls due."""
    return m.matured_flag * (1 - previous(m.matured_flag))


@redemption_premium.scalar("Premium at maturity for targets missed", Unit.SHARE)
def premium_share(m: Names) -> Node:
    """Of all targets."""
    return summed(*m.each(premium_of=m.instance_name))


@redemption_premium.line("Scheduled premium at maturity", Unit.MONEY, schedule="interest", tier="tier")
def scheduled_premium(m: Names) -> Node:
    """On the scheduled balance at the start of the period of final maturity; counted as interest."""
    return m.scheduled_opening * m.maturity_flag * m.premium_share


@redemption_premium.line("Premium at maturity", Unit.MONEY, account="interest", interest="also")
def premium(m: Names) -> Node:
    """On what is really owed at the start of that period; due with interest."""
    return m.opening * m.maturity_flag * m.premium_share


@premium_relief.line("Premium that prepayment saves", Unit.MONEY, relief="interest", tier="tier")
def premium_saved(m: Names) -> Node:
    """Scheduled premium less that on the balance by the schedule as it stands."""
    return m.scheduled_premium - m.restated_opening * m.maturity_flag * m.premium_share
