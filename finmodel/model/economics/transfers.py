"""Transfers of the financial model: money that changes hands and uses nothing up, so that society loses none of it."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["transfers"]

transfers = Section("transfers", "Economic appraisal")


@transfers.line("VAT, net", Unit.MONEY)
def transferred_vat(m: Names) -> Node:
    """Paid less refunded; costs of the model are without it."""
    return m.vat_paid - m.vat_refund


@transfers.line("Grants", Unit.MONEY)
def transferred_grants(m: Names) -> Node:
    """Grant money that pays for uses."""
    return m.sum_of(funds="grant") + m.nothing
