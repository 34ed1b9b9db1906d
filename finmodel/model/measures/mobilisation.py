"""Mobilisation: what public and development money stands beside, by the method of the development banks; OECD apart."""

from finmodel.expr.functions import ratio, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["mobilisation", "mobilised_by_guarantees", "mobilised_facility", "mobilised_guarantee"]

mobilised_facility = Section("mobilised_facility", "Blended finance")
mobilised_guarantee = Section("mobilised_guarantee", "Blended finance")
mobilisation = Section("mobilisation", "Blended finance")
mobilised_by_guarantees = Section("mobilised_by_guarantees", "Blended finance")


@mobilised_facility.scalar("Commitment counted", Unit.MONEY, mobilised="class", softness="softness", face="face")
def counted_commitment(m: Names) -> Node:
    """The commitment, in the class that the facility has in the count of mobilised money."""
    return m.commitment


@mobilised_guarantee.scalar("Cover counted", Unit.MONEY, mobilised="class")
def counted_cover(m: Names) -> Node:
    """The cover at close, in the class that the guarantor has in the count of mobilised money."""
    return m.cover_at_close


@mobilisation.scalar("Lent on development banks' own account", Unit.MONEY)
def own_account_lent(m: Names) -> Node:
    """Commitments of development banks from their own money."""
    return m.sum_of(mobilised="own_account")


@mobilisation.scalar("Development banks' own account", Unit.MONEY)
def own_account(m: Names) -> Node:
    """What development banks lend, and what they guarantee: a guarantee counts when it is issued."""
    return summed(m.own_account_lent, *m.each(mobilised="own_account_cover"))


@mobilisation.scalar("Private direct mobilisation", Unit.MONEY)
def private_direct(m: Names) -> Node:
    """Private loans with evidence that a development bank arranged them."""
    return m.sum_of(mobilised="private_direct")


@mobilisation.scalar("Private indirect mobilisation", Unit.MONEY)
def private_indirect(m: Names) -> Node:
    """Other private loans, and the commitment of private shareholders."""
    public = (-amount for amount in m.each(mobilised_equity="public"))
    return summed(m.sponsor_commitment, *m.each(mobilised="private_indirect"), *public)


@mobilisation.scalar("Private co-financing", Unit.MONEY)
def private_cofinancing(m: Names) -> Node:
    """Direct and indirect mobilisation together."""
    return m.private_direct + m.private_indirect


@mobilisation.scalar("Public co-financing", Unit.MONEY)
def public_cofinancing(m: Names) -> Node:
    """Public loans and equity, and grants."""
    return summed(*m.each(mobilised="public"), *m.each(sizing="grant"))


@mobilisation.scalar("Total activity financing", Unit.MONEY)
def total_activity_financing(m: Names) -> Node:
    """Money of development banks, private and public: guarantees are not money and what they cover is in it already."""
    return m.own_account_lent + m.private_cofinancing + m.public_cofinancing


@mobilisation.scalar("Concessional finance", Unit.MONEY)
def concessional_finance(m: Names) -> Node:
    """Concessional loans by development banks or public lenders, and grants."""
    return summed(*m.each(softness="concessional"), *m.each(sizing="grant"))


@mobilisation.scalar("Commercial debt", Unit.MONEY)
def commercial_debt(m: Names) -> Node:
    """Private loans."""
    return summed(m.private_direct, *m.each(mobilised="private_indirect"))


@mobilisation.scalar("Private ÷ own account", Unit.RATIO, kpi="mobilisation_ratio")
def private_to_own_account(m: Names) -> Node:
    """Private co-financing for each unit of the development banks' own account; blank without such an account."""
    return ratio(m.private_cofinancing, m.own_account)


@mobilisation.scalar("Private direct ÷ own account", Unit.RATIO)
def direct_to_own_account(m: Names) -> Node:
    """Private direct mobilisation for each unit of the development banks' own account."""
    return ratio(m.private_direct, m.own_account)


@mobilisation.scalar("Commercial debt ÷ concessional", Unit.RATIO)
def commercial_to_concessional(m: Names) -> Node:
    """Private loans for each unit of concessional finance."""
    return ratio(m.commercial_debt, m.concessional_finance)


@mobilisation.scalar("Private ÷ concessional", Unit.RATIO)
def private_to_concessional(m: Names) -> Node:
    """Private co-financing for each unit of concessional finance."""
    return ratio(m.private_cofinancing, m.concessional_finance)


@mobilisation.scalar("Total ÷ concessional", Unit.RATIO)
def total_to_concessional(m: Names) -> Node:
    """Total activity financing for each unit of concessional finance."""
    return ratio(m.total_activity_financing, m.concessional_finance)


@mobilisation.scalar("Total ÷ public", Unit.RATIO)
def total_to_public(m: Names) -> Node:
    """Total activity financing for each unit of own account and public co-financing."""
    return ratio(m.total_activity_financing, m.own_account + m.public_cofinancing)


@mobilisation.scalar("Private finance, share of total uses", Unit.SHARE)
def private_share(m: Names) -> Node:
    """Private co-financing divided by total uses."""
    return m.private_cofinancing / m.total_uses


@mobilised_by_guarantees.scalar("Private finance mobilised by guarantees, OECD", Unit.MONEY)
def mobilised_oecd(m: Names) -> Node:
    """The full face of the private loans that a guarantee covers. Another method: never add it to the figures above."""
    return m.sum_of(face="guaranteed")
