"""Force majeure: nobody is at fault, so lenders and sponsors have their money back, and nobody earns a return."""

from finmodel.expr.functions import maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["force_majeure"]

force_majeure = Section("force_majeure", "Termination")


@force_majeure.line("Compensation", Unit.MONEY, table="termination", gather="last", compensation="yes")
def compensation(m: Names) -> Node:
    """Senior debt and the sponsors' capital not yet paid back, less accounts and insurance, unless those are left."""
    paid = m.senior_owed + m.capital_at_stake - m.held_against_claims * m.accounts_deducted
    return maximum(paid, 0) * m.contract_in_force
