"""Cost of debt: the rate of each facility over its life, and their mean weighted on what is committed."""

from finmodel.expr.functions import ratio, sum_product, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.currency.conversion import in_own_money
from finmodel.units import Unit

__all__ = ["average_rate", "cost_of_debt"]

average_rate = Section("average_rate", "Blended finance")
cost_of_debt = Section("cost_of_debt", "Blended finance")


@average_rate.line("Interest by the schedule", Unit.MONEY)
def interest_by_schedule(m: Names) -> Node:
    """Paid, funded during construction, or added to the loan; fees are not interest. In the loan's own money."""
    paid = (m.scheduled_interest, *m.own_each(use="financing", capitalised="interest"))
    return in_own_money(m, summed(*paid, *m.own_each(schedule_growth="yes")))


@average_rate.line("Balance that bears interest", Unit.MONEY)
def bearing_balance(m: Names) -> Node:
    """The scheduled opening balance, in the loan's own money."""
    return in_own_money(m, m.scheduled_opening)


@average_rate.scalar("Average interest rate", Unit.RATE)
def average_interest_rate(m: Names) -> Node:
    """Interest over the life of the loan divided by its balance-years, on its own day count."""
    return total(m.interest_by_schedule) / sum_product(m.bearing_balance, m.day_count)


@average_rate.scalar("Commitment times average rate", Unit.MONEY, cost="weighted")
def weighted_average_rate(m: Names) -> Node:
    """What weighs in the cost of debt."""
    return m.commitment * m.average_interest_rate


@cost_of_debt.scalar("Cost of debt", Unit.RATE, kpi="cost_of_debt")
def cost_of_debt_average(m: Names) -> Node:
    """Average rates of the facilities, weighted on commitments; grants and equity are no debt and do not count."""
    return ratio(m.sum_of(cost="weighted"), m.debt_commitment)
