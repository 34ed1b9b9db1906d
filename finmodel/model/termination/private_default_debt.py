"""The private partner defaults: a share of the senior debt is paid, less what it costs to put the service right."""

from finmodel.expr.functions import maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["private_default_debt"]

private_default_debt = Section("private_default_debt", "Termination")


@private_default_debt.line("Compensation", Unit.MONEY, table="termination", gather="last", compensation="yes")
def compensation(m: Names) -> Node:
    """The share of the senior debt, less rectification, accounts and insurance; not below 0."""
    paid = m.private_default_debt_share * m.senior_owed - m.rectification_cost - m.held_against_claims
    return maximum(paid, 0) * m.contract_in_force
