"""Sustainability target: the indicator on the day of observation, and the step of the coupon that follows."""

from finmodel.expr.functions import both, month_end, sum_product, value_where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["expected_step", "redemption_premium_of", "sustainability_target"]

sustainability_target = Section("sustainability_target", "Sustainability targets")
redemption_premium_of = Section("redemption_premium_of", "Sustainability targets")
expected_step = Section("expected_step", "Sustainability targets")


@sustainability_target.line("Indicator", Unit.COUNT)
def indicator(m: Names) -> Node:
    """As it is expected; a scenario or a risk may change it."""
    return m.path


@sustainability_target.line("Period of observation", Unit.FLAG)
def observation_flag(m: Names) -> Node:
    """1 in the period in which the day of observation lies."""
    return both(m.period_start <= m.observation_date, m.period_end >= m.observation_date)


@sustainability_target.scalar("Indicator observed", Unit.COUNT)
def observed(m: Names) -> Node:
    """The indicator in the period of observation."""
    return value_where(m.indicator, m.observation_flag)


@sustainability_target.scalar("Verifier's report", Unit.DATE)
def verified_on(m: Names) -> Node:
    """The last day of the month in which the verifier is to report."""
    return month_end(m.observation_date, m.verification_months)


@sustainability_target.line("Coupon after observation", Unit.FLAG)
def step_flag(m: Names) -> Node:
    """1 in the interest periods that begin after the month of the verifier's report: the next coupon and all later."""
    return m.period_start > m.verified_on


@sustainability_target.line("Step of the coupon", Unit.RATE, step_of="loan")
def step(m: Names) -> Node:
    """Up where the target is missed, down where it is met and a step down is agreed."""
    return m.step_flag * (m.missed * m.step_up_rate - (1 - m.missed) * m.step_down_rate)


@sustainability_target.line("Cost of the step if missed", Unit.MONEY, step_cost="target")
def missed_cost(m: Names) -> Node:
    """What the step up adds to interest on the balance that is really owed: nothing of what was called before."""
    return m.loan_opening * m.step_flag * m.step_up_rate * m.loan_day_count


@sustainability_target.line("Saved by the step if met", Unit.MONEY)
def met_saving(m: Names) -> Node:
    """What the step down takes off interest on the balance that is really owed."""
    return m.loan_opening * m.step_flag * m.step_down_rate * m.loan_day_count


@sustainability_target.scalar("Cost of missing, present value", Unit.MONEY)
def missed_value(m: Names) -> Node:
    """Step up and premium if the target is missed, at financial close, at the loan's own rates without steps."""
    steps = sum_product(m.missed_cost, m.loan_step_factor)
    return steps + sum_product(m.missed_premium, m.loan_step_factor) if m.has("missed_premium") else steps


@sustainability_target.scalar("Saved by meeting, present value", Unit.MONEY)
def met_value(m: Names) -> Node:
    """The step down if the target is met, likewise."""
    return sum_product(m.met_saving, m.loan_step_factor)


@redemption_premium_of.scalar("Premium at maturity", Unit.SHARE, premium_of="loan")
def premium(m: Names) -> Node:
    """The premium rate where the target is missed."""
    return m.missed * m.premium_rate


@redemption_premium_of.line("Premium if missed", Unit.MONEY)
def missed_premium(m: Names) -> Node:
    """On what is owed at the start of the period of final maturity."""
    return m.loan_opening * m.loan_maturity_flag * m.premium_rate


@expected_step.scalar("Expected cost of the steps", Unit.MONEY, expected_of="loan")
def expected_cost(m: Names) -> Node:
    """Probability of missing × cost of missing, less probability of meeting × what meeting saves; present value."""
    return m.miss_probability * m.missed_value - (1 - m.miss_probability) * m.met_value
