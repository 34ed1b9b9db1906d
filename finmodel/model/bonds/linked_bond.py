"""A bond linked to sustainability targets: its coupon steps with the first interest period after the report."""

from finmodel.expr.functions import both, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.thematic.linked import linked
from finmodel.model.thematic.sustainability_target import sustainability_target
from finmodel.units import Unit

__all__ = ["linked_bond", "premium_at_maturity", "step_by_coupon", "target_of_bond"]

linked_bond = linked.without("step_factor")
target_of_bond = sustainability_target.without("step_flag")
step_by_coupon = Section("step_by_coupon", "Sustainability targets")
premium_at_maturity = Section("premium_at_maturity", "Bonds")


@linked_bond.line("Discount factor without steps", Unit.INDEX)
def step_factor(m: Names) -> Node:
    """To the day of issue, at the bond's own rate without the steps, coupon by coupon."""
    rate = (m.rate - m.sustainability_step) * m.interest_years
    return (m.issue_flag + previous(m.step_factor)) / (1 + rate)


@step_by_coupon.line("Coupon after observation", Unit.FLAG)
def step_flag(m: Names) -> Node:
    """1 for coupons whose interest begins to run after the month of the verifier's report: the next one and later."""
    return both(m.loan_coupon_flag, m.loan_accrual_start > m.verified_on)


@premium_at_maturity.scalar("Premium at maturity for targets missed", Unit.SHARE)
def premium_share(m: Names) -> Node:
    """Of all targets."""
    return summed(*m.each(premium_of=m.instance_name))


@premium_at_maturity.line("Premium at maturity", Unit.MONEY, redemption="also")
def premium(m: Names) -> Node:
    """On the principal that is owed when the last coupon falls due, paid with redemption."""
    return m.face_bearing * m.maturity_flag * m.premium_share
