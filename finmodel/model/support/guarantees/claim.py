"""The guarantor's claim: what it has paid to lenders the company owes to it, and repays before any distribution."""

from finmodel.expr.functions import minimum, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["claim", "claims_cash"]

claim = Section("guarantee_claim", "Guarantees")
claims_cash = Section("claims_cash", "Guarantees")


@claims_cash.line("Cash for guarantors' claims", Unit.MONEY)
def cash_for_claims(m: Names) -> Node:
    """Once construction is over: what reserves and junior lenders leave."""
    left = summed(m.cash_after_reserves, *(-paid for paid in m.each(junior="paid")))
    return left * (1 - m.construction_flag)


@claim.line("Claim, opening", Unit.MONEY)
def claim_opening(m: Names) -> Node:
    """What the company owed to the guarantor at the end of the period before."""
    return previous(m.claim_closing)


@claim.line("Interest on the claim", Unit.MONEY, expense="financing")
def claim_interest(m: Names) -> Node:
    """On the opening claim; what is not paid is added to it."""
    return m.claim_opening * m.claim_rate * m.year_fraction


@claim.line(
    "Claim repaid", Unit.MONEY, after_debt="paid", financing="out", payer="company", payee="guarantor", claim="repaid"
)
def claim_repaid(m: Names) -> Node:
    """As far as cash reaches: after every lender and their reserve, before prepayment and distributions."""
    return minimum(m.cash_for_claim, m.claim_opening + m.paid + m.claim_interest)


@claim.line("Cash left by this claim", Unit.MONEY)
def claim_cash_left(m: Names) -> Node:
    """For the guarantors that follow."""
    return m.cash_for_claim - m.claim_repaid


@claim.line("Claim, closing", Unit.MONEY, balance="liability", owed="junior")
def claim_closing(m: Names) -> Node:
    """Opening plus paid to lenders and interest, less repaid."""
    return m.claim_opening + m.paid + m.claim_interest - m.claim_repaid


@claim.line("Claim is open", Unit.FLAG, lockup="flag")
def claim_open_flag(m: Names) -> Node:
    """1 while anything is owed to the guarantor: nothing is distributed."""
    return m.claim_closing > m.tolerance
