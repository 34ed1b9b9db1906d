"""Flows of the financial model beside its items: other costs that use something up, and money that changes hands."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.expr.functions import summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["transfers"]


def transfers(costs: Sequence[str], revenue: Sequence[str]) -> Section:
    """What the lines named, which are converted one by one, leave of all costs and all revenue."""
    section = Section("transfers", "Economic appraisal")

    @section.line("Other costs", Unit.MONEY)
    def other_costs(m: Names) -> Node:
        """What streams and grants cost besides: electricity bought, verification, preparation, sale, management."""
        return m.sum_of(resource="used") + m.nothing

    @section.line("Payments to parties to the deal", Unit.MONEY)
    def transferred_costs(m: Names) -> Node:
        """Costs that use nothing up: shares of revenue, what is returned or passed on."""
        of_items = (-m[name] for name in costs)
        return summed(m.capex_total, m.opex_total, m.lifecycle_total, *of_items, -m.other_costs)

    @section.line("Payments of guarantors of revenue", Unit.MONEY)
    def transferred_revenue(m: Names) -> Node:
        """Revenue beyond the streams."""
        return summed(m.revenue_total, *(-m[name] for name in revenue))

    @section.line("VAT, net", Unit.MONEY)
    def transferred_vat(m: Names) -> Node:
        """Paid less refunded; costs of the model are without it."""
        return m.vat_paid - m.vat_refund

    @section.line("Grants", Unit.MONEY)
    def transferred_grants(m: Names) -> Node:
        """Grant money that pays for uses, and the public share of phases."""
        return summed(m.nothing, *m.each(funds="grant"), *m.each(phase="public_share"))

    return section
