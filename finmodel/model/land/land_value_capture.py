"""Land value capture as revenue: the part of what an instrument captures that the company receives."""

from finmodel.expr.functions import minimum, previous
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["land_value_capture"]

land_value_capture = Section("land_value_capture", "Revenue")


@land_value_capture.line("Months of the contract so far", Unit.MONTHS)
def contract_months(m: Names) -> Node:
    """From financial close to the end of the concession."""
    return minimum(m.months_elapsed, m.operation_end_month)


@land_value_capture.line("Captured for the company", Unit.MONEY, statement="revenue", land="company")
def revenue(m: Names) -> Node:
    """Its share of what is captured, for the part of the period within the contract; construction is part of it."""
    within = (m.contract_months - previous(m.contract_months)) / m.period_months
    return m.captured_from_land * m.share * within
