"""Concessionality: what all instruments of support give, as a share of the total uses of funds."""

from finmodel.expr.functions import ratio, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["concessional_loans", "concessionality", "share_given"]

share_given = Section("share_given", "Blended finance")
concessional_loans = Section("concessional_loans", "Blended finance")
concessionality = Section("concessionality", "Blended finance")


@share_given.scalar("Subsidy, share of total uses", Unit.SHARE)
def share_of_uses(m: Names) -> Node:
    """The grant equivalent at the market's price, divided by total uses: concessionality by instrument."""
    return m.grant_equivalent / m.total_uses


@concessional_loans.scalar("Money lent on measured terms", Unit.MONEY)
def concessional_drawn(m: Names) -> Node:
    """What the loans whose grant element is measured lend in total."""
    return m.sum_of(measured="lent")


@concessional_loans.scalar("Grant element of concessional loans, DAC", Unit.SHARE, kpi="grant_element")
def grant_element_dac(m: Names) -> Node:
    """Grant equivalents at the DAC's rate divided by what is lent; blank where nothing is."""
    return ratio(m.sum_of(equivalent="dac"), m.concessional_drawn)


@concessional_loans.scalar("Grant element of concessional loans, IMF", Unit.SHARE, kpi="grant_element_imf")
def grant_element_imf(m: Names) -> Node:
    """The same at the rate of the IMF and the World Bank."""
    return ratio(m.sum_of(equivalent="imf"), m.concessional_drawn)


@concessionality.scalar("Subsidy of loans", Unit.MONEY)
def subsidy_of_loans(m: Names) -> Node:
    """Grant equivalents, at the market's price, of loans by public lenders and development banks."""
    return m.sum_of(subsidy="loan")


@concessionality.scalar("Subsidy of grants", Unit.MONEY)
def subsidy_of_grants(m: Names) -> Node:
    """Grants as far as they are not paid back, and interest subsidies."""
    return m.sum_of(subsidy="grant")


@concessionality.scalar("Subsidy in total", Unit.MONEY)
def subsidy_total(m: Names) -> Node:
    """What loans, grants and other support give."""
    return summed(m.subsidy_of_loans, m.subsidy_of_grants, *m.each(subsidy="support"))


@concessionality.scalar("Concessionality", Unit.SHARE, kpi="concessionality")
def concessionality_share(m: Names) -> Node:
    """Subsidy in total divided by total uses; a guarantee counts where the case states the market's fee for it."""
    return ratio(m.subsidy_total, m.total_uses)
