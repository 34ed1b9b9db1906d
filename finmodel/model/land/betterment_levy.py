"""Betterment levy: a rate on what land has gained above the market, paid at once or in instalments with interest."""

from finmodel.expr.functions import maximum, minimum, previous, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.land.month_flag import in_the_period_of
from finmodel.units import Unit

__all__ = ["betterment_levy", "by_instalments"]

betterment_levy = Section("betterment_levy", "Land")
by_instalments = Section("levy_by_instalments", "Land")


@betterment_levy.line("Period of assessment", Unit.FLAG)
def assessed_flag(m: Names) -> Node:
    """1 in the period in which the land is valued again."""
    return in_the_period_of(m, m.assessed_month)


@betterment_levy.line("Betterment", Unit.MONEY)
def betterment(m: Names) -> Node:
    """The value as assessed less the value at close as the market would have moved it; never below 0."""
    return maximum(m.value_after - m.value_before * m.market_level, 0) * m.assessed_flag


@betterment_levy.line("Levy", Unit.MONEY)
def levy(m: Names) -> Node:
    """The rate on the betterment."""
    return m.betterment * m.rate


@betterment_levy.line("Captured", Unit.MONEY, land="captured", table="land", gather="sum")
def captured(m: Names) -> Node:
    """What is collected of the levy that is due, at once or by instalments with interest."""
    return summed(m.levy_due, *m.own_each(levy="interest")) * m.collection


@betterment_levy.scalar("Captured in total", Unit.MONEY)
def captured_total(m: Names) -> Node:
    """Over all periods, interest on instalments included."""
    return total(m.captured)


@by_instalments.line("Levied so far", Unit.MONEY)
def levied_so_far(m: Names) -> Node:
    """The levy, from its assessment on."""
    return previous(m.levied_so_far) + m.levy


@by_instalments.line("Months since the assessment", Unit.MONTHS)
def months_since(m: Names) -> Node:
    """Counted from the end of the period of assessment."""
    levied = previous(m.levied_flag) * m.period_months
    return previous(m.months_since) + levied


@by_instalments.line("Assessed", Unit.FLAG)
def levied_flag(m: Names) -> Node:
    """1 from the period of assessment on."""
    return maximum(previous(m.levied_flag), m.assessed_flag)


@by_instalments.line("Share of the levy due so far", Unit.SHARE)
def due_share(m: Names) -> Node:
    """Even over the months of the instalments."""
    return minimum(m.months_since / (m.instalment_years * 12), 1)


@by_instalments.line("Instalment", Unit.MONEY)
def instalment(m: Names) -> Node:
    """The part of the levy that is due in the period."""
    return m.levied_so_far * (m.due_share - previous(m.due_share))


@by_instalments.line("Levy still to be paid", Unit.MONEY, total="none")
def levy_owed(m: Names) -> Node:
    """What is not yet due."""
    return m.levied_so_far * (1 - m.due_share)


@by_instalments.line("Interest on instalments", Unit.MONEY, levy="interest")
def instalment_interest_due(m: Names) -> Node:
    """On what was still to be paid at the end of the period before."""
    return previous(m.levy_owed) * m.instalment_interest * m.year_fraction
