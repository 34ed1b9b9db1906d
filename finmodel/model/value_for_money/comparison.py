"""The comparison at one discount rate: the comparator's four elements, the cost of the PPP, value for money."""

from finmodel.expr.functions import ratio, sum_product
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["comparison", "result"]

comparison = Section("value_for_money_comparison", "Value for money")
result = Section("value_for_money", "Value for money")


@comparison.scalar("Discount rate", Unit.RATE, comparison="column")
def comparison_rate(m: Names) -> Node:
    """The public sector's, and a step below and above it."""
    return m.public_discount_rate + m.rate_shift


@comparison.line("Discount factor", Unit.INDEX)
def comparison_factor(m: Names) -> Node:
    """To financial close; the same for both sides."""
    return (1 + m.comparison_rate) ** -m.years_since_close


@comparison.scalar("Raw comparator", Unit.MONEY, comparison="column")
def raw_comparator(m: Names) -> Node:
    """Construction, operation and replacement less third-party revenue and residual value; present value."""
    return sum_product(m.raw_flow, m.comparison_factor)


@comparison.scalar("Competitive neutrality", Unit.MONEY, comparison="column")
def competitive_neutrality(m: Names) -> Node:
    """Present value."""
    return sum_product(m.neutrality_flow, m.comparison_factor)


@comparison.scalar("Transferable risk", Unit.MONEY, comparison="column")
def transferable_risk(m: Names) -> Node:
    """Present value of what the private partner takes over."""
    return sum_product(m.transferable_risk_flow, m.comparison_factor)


@comparison.scalar("Retained risk", Unit.MONEY, comparison="column")
def retained_risk(m: Names) -> Node:
    """Present value of what the State keeps; the same on both sides."""
    return sum_product(m.retained_risk_flow, m.comparison_factor)


@comparison.scalar("Public sector comparator", Unit.MONEY, comparison="column", total="yes")
def public_sector_comparator(m: Names) -> Node:
    """Raw comparator, competitive neutrality, transferable and retained risk."""
    return m.raw_comparator + m.competitive_neutrality + m.transferable_risk + m.retained_risk


@comparison.scalar("Cost of the PPP before retained risk", Unit.MONEY, comparison="column")
def ppp_before_risk(m: Names) -> Node:
    """Payments, procurement, monitoring, guarantees as expected; present value."""
    return sum_product(m.ppp_flow, m.comparison_factor)


@comparison.scalar("Cost of the PPP", Unit.MONEY, comparison="column", total="yes")
def ppp_cost(m: Names) -> Node:
    """With the risk that the State retains."""
    return m.ppp_before_risk + m.retained_risk


@comparison.scalar("Value for money", Unit.MONEY, comparison="column", total="yes")
def gain(m: Names) -> Node:
    """The comparator less the PPP: above 0 the PPP is cheaper for the State."""
    return m.public_sector_comparator - m.ppp_cost


@comparison.scalar("Value for money, share of the comparator", Unit.SHARE, comparison="column")
def gain_share(m: Names) -> Node:
    """Divided by the public sector comparator."""
    return ratio(m.gain, m.public_sector_comparator)


@comparison.scalar("Break-even efficiency gain", Unit.SHARE, comparison="column")
def break_even(m: Names) -> Node:
    """By what share public costs must be above those assumed for both to cost the same; below 0: the margin there is.

    The comparator is linear in them: costs of the raw comparator, and the transferable risk that rises with them.
    """
    scaling = sum_product(m.public_cost_flow, m.comparison_factor)
    return ratio(-m.gain, scaling + sum_product(m.transferable_cost_risk_flow, m.comparison_factor))


@result.scalar("Value for money", Unit.MONEY, kpi="value_for_money")
def value_for_money_gain(m: Names) -> Node:
    """The public sector comparator less the cost of the PPP, at the public sector's rate."""
    return m["public_comparator.gain"]


@result.scalar("Value for money, share of the comparator", Unit.SHARE, kpi="value_for_money_share")
def value_for_money_share(m: Names) -> Node:
    """Divided by the public sector comparator."""
    return ratio(m["public_comparator.gain"], m["public_comparator.public_sector_comparator"])
