"""What is owed at the end of each period, and what the company holds against it, if the contract ended then."""

from finmodel.expr.functions import summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["claims"]

claims = Section("termination_claims", "Termination")


@claims.line("Contract in force", Unit.FLAG)
def contract_in_force(m: Names) -> Node:
    """1 at the end of each period before the contract's last day: it can still end early."""
    return m.months_elapsed < m.operation_end_month


@claims.line("Owed to senior lenders", Unit.MONEY)
def senior_owed(m: Names) -> Node:
    """Principal and interest in arrears, with bridges, hedges and a drawn letter of credit; what fell due is paid."""
    owed = (*m.each(chart="debt", tier="senior"), *m.each(arrears="interest", tier="senior"))
    return summed(*owed, *m.each(owed="senior"))


@claims.line("Owed to all creditors", Unit.MONEY)
def lenders_owed(m: Names) -> Node:
    """Senior and junior; without suppliers, and without the shareholder loan, which counts as the sponsors' funds."""
    return summed(*m.each(chart="debt"), *m.each(arrears="interest"), *m.each(owed="senior"), *m.each(owed="junior"))


@claims.line("Owed to junior creditors", Unit.MONEY)
def junior_owed(m: Names) -> Node:
    """Junior lenders, guarantors who have paid, grants to be returned: all that is owed less what ranks senior."""
    return m.lenders_owed - m.senior_owed


@claims.line("Breakage cost", Unit.MONEY)
def breakage_cost(m: Names) -> Node:
    """What it costs senior lenders and hedge providers that their contracts end early."""
    principal = summed(*m.each(chart="debt", tier="senior"))
    return summed(principal * m.breakage_share, *m.each(owed="breakage"))


@claims.line("Owed to staff and subcontractors", Unit.MONEY)
def exit_cost(m: Names) -> Node:
    """Redundancy payments and breakage of subcontracts, where the authority pays for them."""
    return m.redundancy_cost + m.subcontract_breakage_cost


@claims.line("Accounts and insurance", Unit.MONEY)
def held_against_claims(m: Names) -> Node:
    """Cash and reserves that the company holds, and what insurers pay on termination."""
    return m.company_funds + m.insurance_proceeds
