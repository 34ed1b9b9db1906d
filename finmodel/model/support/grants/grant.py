"""Grant: what was agreed, what uses can count on, what is used and received; assets cost less by what is used."""

from collections.abc import Sequence

from finmodel.expr.functions import maximum, minimum, previous, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["after_grants_before", "grant", "grant_totals"]

grant = Section("grant", "Grants")
grant_totals = Section("grant_totals", "Grants")


@grant.scalar("Grant agreed", Unit.MONEY, freezable=True)
def agreed(m: Names) -> Node:
    """The least of the limits stated; fixed at financial close."""
    return minimum(*m.own_each(limit="grant"))


@grant.scalar("Grant that the financing counts on", Unit.MONEY, freezable=True, sizing="grant")
def counted_on(m: Names) -> Node:
    """What debt and equity need not pay for, as it is expected at financial close."""
    return m.available


@grant.scalar("Grant that the grantor pays", Unit.MONEY)
def available(m: Names) -> Node:
    """What was agreed, as far as the grantor really pays it."""
    return m.agreed * m.paid_share


@grant.scalar("Grants pay for more than all uses", Unit.FLAG, refuse="grants_above_uses")
def above_uses(m: Names) -> Node:
    """1 where this grant and those before it are more than total uses: there is not so much to pay for."""
    return m.counted_on + m.counted_before > m.total_uses + m.tolerance


@grant.line("Grant used so far", Unit.MONEY)
def used_so_far(m: Names) -> Node:
    """The running total of what is used."""
    return previous(m.used_so_far) + m.used


@grant.line("Grant received so far", Unit.MONEY)
def received_so_far(m: Names) -> Node:
    """The running total of what is received."""
    return previous(m.received_so_far) + m.received


def after_grants_before(names: Sequence[str]) -> Section:
    """What the grants named, which pay before this one, leave to it."""
    section = Section("grants_before", "Grants")

    @section.line("Uses that grants before leave", Unit.MONEY)
    def uses_left(m: Names) -> Node:
        """Uses of the period less what preparation grants and grants listed before pay for."""
        return summed(m.uses, *(-m[f"{name}.used"] for name in names))

    @section.scalar("Grants before", Unit.MONEY)
    def counted_before(m: Names) -> Node:
        """What the financing counts on from preparation grants and grants listed before."""
        return summed(*(m[f"{name}.counted_on"] for name in names))

    return section


@grant_totals.scalar("Grants", Unit.MONEY, kpi="total_grants")
def grant_total(m: Names) -> Node:
    """What the financing counts on from all grants for construction and preparation."""
    return m.sum_of(sizing="grant")


@grant_totals.line("Grants used", Unit.MONEY)
def grants_used(m: Names) -> Node:
    """What grants pay of the uses of the period."""
    return m.sum_of(funds="grant")


@grant_totals.line("Grants received", Unit.MONEY)
def grants_received(m: Names) -> Node:
    """From all grantors."""
    return m.sum_of(grant="received")


@grant_totals.scalar("Grants counted on and not used", Unit.MONEY, check="alert")
def grants_not_used(m: Names) -> Node:
    """0 by plan; more where the work costs less or a grantor does not pay."""
    return maximum(m.grant_total - total(m.grants_used), 0)
