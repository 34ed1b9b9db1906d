"""Raw comparator: what the public sector would pay if it built and ran the project itself, before tax and risk."""

from __future__ import annotations

from collections.abc import Sequence

from finmodel.expr.functions import maximum, minimum, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["public_costs"]


def _whole(m: Names, company: Node, kind: str) -> Node:
    """What is paid in all, where a concession hands over a part of it: the public sector would have it too."""
    return summed(company, *(-taken_off for taken_off in m.each(after_the_end=kind)))


def public_costs(parties: Sequence[str]) -> Section:
    """The flows of the raw comparator; ``parties`` are the State, whose payments are no third-party revenue."""
    section = Section("public_costs", "Value for money")

    @section.line("Years of the contract in the period", Unit.YEARS)
    def contract_years(m: Names) -> Node:
        """Construction and operation together: what is stated by year is spread over them."""
        begun = minimum(m.months_elapsed - m.period_months, m.operation_end_month)
        return maximum(minimum(m.months_elapsed, m.operation_end_month) - begun, 0) / 12

    @section.line("Public construction", Unit.MONEY)
    def public_capex(m: Names) -> Node:
        """Capital expenditure times what it costs the public sector, without VAT, which the State pays to itself."""
        return m.capex_total * m.public_capex_factor

    @section.line("Public operation", Unit.MONEY)
    def public_opex(m: Names) -> Node:
        """Operating expenditure paid, times what it costs the public sector."""
        return _whole(m, m.opex_paid, "opex") * m.public_opex_factor

    @section.line("Public replacement", Unit.MONEY)
    def public_lifecycle(m: Names) -> Node:
        """Lifecycle replacement times what it costs the public sector."""
        return _whole(m, m.lifecycle_total, "lifecycle") * m.public_lifecycle_factor

    @section.line("Public third-party revenue", Unit.MONEY)
    def public_third_party_revenue(m: Names) -> Node:
        """What others than the State pay for the service, times what the public sector would collect."""
        of_state = (-line for party in parties for line in m.each(cash="revenue", payer=party))
        return summed(_whole(m, m.revenue_received, "revenue"), *of_state) * m.third_party_factor

    @section.line("Costs of the raw comparator", Unit.MONEY)
    def public_cost_flow(m: Names) -> Node:
        """Construction, operation and replacement."""
        return m.public_capex + m.public_opex + m.public_lifecycle

    @section.line("Raw comparator", Unit.MONEY)
    def raw_flow(m: Names) -> Node:
        """Costs less third-party revenue, and less the residual value at the end of operation."""
        left = m.residual_value * m.last_operation_flag
        return m.public_cost_flow - m.public_third_party_revenue - left

    return section
