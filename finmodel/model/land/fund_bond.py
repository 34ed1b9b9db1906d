"""Bond of the land fund: issued by the authority at financial close, repaid from captures in equal instalments."""

from finmodel.expr.functions import lowest, maximum, minimum, previous, ratio
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["fund_bond"]

fund_bond = Section("land_fund_bond", "Land fund")


@fund_bond.line("Bond issued", Unit.MONEY, fund="borrowed", table="land", gather="sum")
def fund_bond_issued(m: Names) -> Node:
    """All of it in the period of financial close."""
    return m.fund_bond_amount * m.close_flag


@fund_bond.line("Bond, opening", Unit.MONEY)
def fund_bond_opening(m: Names) -> Node:
    """Owed at the end of the period before."""
    return previous(m.fund_bond_closing)


@fund_bond.line("Interest of the bond", Unit.MONEY)
def fund_bond_interest(m: Names) -> Node:
    """On the opening balance."""
    return m.fund_bond_opening * m.fund_bond_rate * m.year_fraction


@fund_bond.line("Share of the bond repaid so far", Unit.SHARE)
def fund_bond_repaid_share(m: Names) -> Node:
    """Even over the months after grace; months are counted from the end of the period of issue."""
    months = m.months_elapsed - m.period_months - m.fund_bond_grace_years * 12
    return minimum(maximum(months / ((m.fund_bond_years - m.fund_bond_grace_years) * 12), 0), 1)


@fund_bond.line("Bond repaid", Unit.MONEY)
def fund_bond_repaid(m: Names) -> Node:
    """The instalment of the period."""
    return m.fund_bond_amount * (m.fund_bond_repaid_share - previous(m.fund_bond_repaid_share))


@fund_bond.line("Bond, closing", Unit.MONEY)
def fund_bond_closing(m: Names) -> Node:
    """The amount less all instalments so far: opening plus issued less repaid, and nothing once all is repaid."""
    return m.fund_bond_amount * (1 - m.fund_bond_repaid_share)


@fund_bond.line("Debt service of the fund", Unit.MONEY, fund="debt_service", table="land", gather="sum")
def fund_debt_service(m: Names) -> Node:
    """Interest and principal."""
    return m.fund_bond_interest + m.fund_bond_repaid


@fund_bond.line("Cover of the fund's debt service", Unit.RATIO)
def fund_debt_cover(m: Names) -> Node:
    """What the fund receives in the period divided by its debt service; blank without debt service."""
    return ratio(m.fund_income, m.fund_debt_service)


@fund_bond.scalar("Lowest cover of the fund's debt service", Unit.RATIO, kpi="land_fund_debt_cover")
def fund_debt_cover_lowest(m: Names) -> Node:
    """Of any period with debt service."""
    return lowest(m.fund_debt_cover)
