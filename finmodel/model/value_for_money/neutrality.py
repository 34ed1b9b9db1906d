"""Competitive neutrality: what the private partner pays and the public sector would not, less the other way round."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["neutrality"]

neutrality = Section("competitive_neutrality", "Value for money")


@neutrality.line("Competitive neutrality", Unit.MONEY)
def neutrality_flow(m: Names) -> Node:
    """Tax of the company where it counts here, land tax, insurance and the like, less costs only the public has."""
    stated = (m.neutrality_costs - m.public_only_costs) * m.contract_years
    return m.tax_paid * m.tax_in_neutrality + stated
