"""Interest on what is drawn in a period, paid from sources of funds, which the loan is one of: in closed form too.

Pro rata, a loan draws its share s of the uses U of a period. Interest on drawdown, Σ a·s·U over the facilities on
average balance, is one of the uses: U = uses before it ÷ (1 − Σ a·s). So nothing waits for itself. A loan that is
nearly drawn draws what is left of its commitment, and pays interest on that.
"""

from collections.abc import Sequence

from finmodel.expr.functions import maximum, minimum, previous, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Reference
from finmodel.expr.section import Section
from finmodel.model.currency.conversion import converted
from finmodel.units import Unit

__all__ = ["drawdown_funded", "uses_before_interest"]

drawdown_funded = Section("drawdown_funded", "Loans")
uses_before_interest = Section("uses_before_interest", "Sources and uses")


@uses_before_interest.line("Uses before interest on drawdown", Unit.MONEY)
def uses_before_drawn_interest(m: Names) -> Node:
    """Construction, reserves and the financing costs that do not depend on what is drawn in the period."""
    financing = _without(m.each(use="financing"), m.each(accrued="drawdown"))
    reserves = m.each(use="construction")
    return maximum(summed(m.construction_cost, *financing, *reserves, m.opening_cash_funded), 0)


@uses_before_interest.line("Interest on drawdown, for each unit of uses", Unit.SHARE)
def drawn_interest_share(m: Names) -> Node:
    """Each facility's share of uses times half of its rate."""
    return m.sum_of(drawn_interest="share")


@uses_before_interest.line("Uses with interest on drawdown", Unit.MONEY)
def uses_with_drawn_interest(m: Names) -> Node:
    """Uses before it, divided by 1 less the interest of each unit."""
    return m.uses_before_drawn_interest / (1 - m.drawn_interest_share)


@drawdown_funded.scalar("Share of uses", Unit.SHARE)
def share_of_uses(m: Names) -> Node:
    """What the loan draws of each unit of uses, pro rata."""
    return m.commitment / m.funded_uses


@drawdown_funded.line("Interest on a unit of uses", Unit.SHARE, drawn_interest="share")
def interest_share(m: Names) -> Node:
    """Half of the rate on the share that is drawn, while construction lasts."""
    return m.construction_flag * m.half_rate * m.share_of_uses


@drawdown_funded.line(
    "Interest on drawdown",
    Unit.MONEY,
    use="financing",
    accrued="drawdown",
    capitalised="interest",
    interest="elsewhere",
    payer="company",
    payee="lender",
)
def interest_on_drawdown(m: Names) -> Node:
    """Half of the rate on what is drawn in the period, no more than is left of the commitment."""
    left = converted(m, maximum(m.own_commitment - previous(m.drawn), 0))
    return m.construction_flag * m.half_rate * minimum(m.share_of_uses * m.uses_with_drawn_interest, left)


def _without(lines: Sequence[Node], others: Sequence[Node]) -> Sequence[Node]:
    taken = {line.name for line in others if isinstance(line, Reference)}
    return [line for line in lines if not (isinstance(line, Reference) and line.name in taken)]
