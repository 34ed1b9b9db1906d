"""Corruption: only senior lenders are paid."""

from finmodel.expr.functions import maximum
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["corruption"]

corruption = Section("corruption", "Termination")


@corruption.line("Compensation", Unit.MONEY, table="termination", gather="last", compensation="yes")
def compensation(m: Names) -> Node:
    """Senior debt, less accounts and insurance, unless those are left to the company."""
    return maximum(m.senior_owed - m.held_against_claims * m.accounts_deducted, 0) * m.contract_in_force
