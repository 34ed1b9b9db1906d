"""A bond: principal issued, interest and redemption by its terms, what its holders pay and are paid."""

from finmodel.expr.functions import minimum, previous, summed, where
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["bond"]

bond = Section("bond", "Bonds")


def _indexed(m: Names, amount: Node) -> Node:
    """The amount at the price index, where principal is linked to one."""
    return amount * m.index_ratio if m.has("index_ratio") else amount


@bond.line("Principal issued", Unit.MONEY, bond="issued")
def issued(m: Names) -> Node:
    """All of it on the day of issue."""
    return m.issue_flag * m.principal


@bond.scalar("Issue price, per 100 of principal", Unit.NUMBER)
def issue_price_per_100(m: Names) -> Node:
    """As stated, or what the yield stated at issue comes to."""
    return m.price_by_yield if m.has("price_by_yield") else 100 * m.issue_price


@bond.line("Proceeds", Unit.MONEY, bond="proceeds", proceeds="use", chart="source", payer="holder", payee="company")
def proceeds(m: Names) -> Node:
    """Principal issued at the issue price, before costs."""
    return m.issued * m.issue_price_per_100 / 100


@bond.line("Coupon rate", Unit.RATE)
def rate(m: Names) -> Node:
    """The rate of the coupon that is paid in the period, with steps up and down."""
    return summed(m.coupon_base, *m.own_each(rate="paid"))


@bond.line("Principal, opening", Unit.MONEY)
def face_opening(m: Names) -> Node:
    """Principal owed at the end of the period before, without indexation."""
    return previous(m.face_closing)


@bond.line("Principal that bears interest", Unit.MONEY)
def face_bearing(m: Names) -> Node:
    """Opening principal, and what is issued in the period: its first coupon may fall into it."""
    return m.face_opening + m.issued


@bond.line("Principal redeemed, without indexation", Unit.MONEY)
def face_redeemed(m: Names) -> Node:
    """What the profile asks for; at maturity all that is owed."""
    return where(m.maturity_flag, m.face_bearing, minimum(m.contract_redemption, m.face_bearing))


@bond.line("Principal, closing", Unit.MONEY)
def face_closing(m: Names) -> Node:
    """Opening plus issued less redeemed, without indexation."""
    return m.face_bearing - m.face_redeemed


@bond.line("Interest", Unit.MONEY, service="interest", payer="company", payee="holder")
def interest(m: Names) -> Node:
    """Principal times the coupon rate times the years of interest, on the coupon date."""
    return _indexed(m, m.face_bearing * m.rate * m.interest_years)


@bond.line("Redemption", Unit.MONEY, service="principal", payer="company", payee="holder")
def redemption(m: Names) -> Node:
    """Principal redeemed, on the coupon date; linked to prices where the bond is."""
    paid = _indexed(m, m.face_redeemed)
    return summed(paid, *m.own_each(redemption="also"))


@bond.line("Debt service of the bond", Unit.MONEY)
def bond_service(m: Names) -> Node:
    """Interest and redemption."""
    return m.interest + m.redemption


@bond.line("Principal outstanding", Unit.MONEY, bond="outstanding", chart="debt")
def outstanding(m: Names) -> Node:
    """Principal owed at the end of the period, at the price index where it is linked to one."""
    return m.face_closing * m.index_ratio_at_end if m.has("index_ratio_at_end") else m.face_closing


@bond.line("Added to principal", Unit.MONEY, bond="indexed")
def indexation(m: Names) -> Node:
    """What is owed and redeemed beyond what was issued: by a price index, or a premium at maturity."""
    return m.outstanding - previous(m.outstanding) - m.issued + m.redemption
