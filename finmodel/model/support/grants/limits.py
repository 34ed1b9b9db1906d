"""Limits of a capital grant: an amount, a share of total uses, a share of capital expenditure; the least holds."""

from finmodel.expr.functions import sum_product
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["amount_limit", "capex_share_limit", "share_limit"]

amount_limit = Section("grant_amount_limit", "Grants")
share_limit = Section("grant_share_limit", "Grants")
capex_share_limit = Section("grant_capex_share_limit", "Grants")


@amount_limit.scalar("Limit: amount", Unit.MONEY, limit="grant")
def amount_allowed(m: Names) -> Node:
    """The stated amount."""
    return m.amount


@share_limit.scalar("Limit: share of total uses", Unit.MONEY, limit="grant")
def share_allowed(m: Names) -> Node:
    """The stated share of total uses, financing costs included."""
    return m.share * m.total_uses


@capex_share_limit.scalar("Limit: share of capital expenditure", Unit.MONEY, limit="grant")
def capex_allowed(m: Names) -> Node:
    """The stated share of capital expenditure until completion, with contingency and without VAT."""
    return m.capex_share * sum_product(m.capex_total, m.construction_flag)
