"""Cost savings: what others than the company no longer spend, taxes taken out."""

from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["cost_savings"]

cost_savings = Section("cost_savings", "Economic appraisal")


@cost_savings.line("Benefit claimed", Unit.MONEY)
def claimed(m: Names) -> Node:
    """The amount a year without the taxes in it, for the service of the period."""
    return m.amount * (1 - m.tax_share) * m.service_years
