"""Grant account: money received before it is needed, held apart; what construction does not use goes back."""

from finmodel.expr.functions import both, maximum, previous, summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["account"]

account = Section("grant_account", "Grants")


@account.line("Grant account, opening", Unit.MONEY)
def account_opening(m: Names) -> Node:
    """Grant money held at the end of the period before."""
    return previous(m.account_closing)


@account.line("Grant returned unused", Unit.MONEY, financing="out", payer="company", payee="grantor")
def returned(m: Names) -> Node:
    """When construction is completed, what has been received and not been used."""
    return m.completion_flag * maximum(m.received_so_far - m.used_so_far, 0)


@account.line("Grant account, closing", Unit.MONEY, balance="asset", reserve="balance")
def account_closing(m: Names) -> Node:
    """Opening plus received less used and returned, with what a bridge loan lends and takes."""
    moved = m.account_opening + m.received - m.used - m.returned
    return summed(moved, *m.own_each(bridge="net"))


@account.line("Grant received and not yet used", Unit.MONEY, balance="liability", owed="junior")
def unspent(m: Names) -> Node:
    """What the company holds for the grantor until it is used or returned."""
    return maximum(m.received_so_far - m.used_so_far, 0) * (m.construction_flag - m.completion_flag)


@account.scalar("Grant not used by plan", Unit.MONEY, freezable=True)
def unused_by_plan(m: Names) -> Node:
    """What would have to be returned if everything went as it is expected at financial close."""
    return total(m.returned)


@account.scalar("Grant comes too late", Unit.FLAG, refuse="late_grant")
def late(m: Names) -> Node:
    """1 where by plan more comes than is still to be paid for: without a bridge loan others have paid before."""
    return both(m.unused_by_plan > m.tolerance, m.above_uses <= 0)
