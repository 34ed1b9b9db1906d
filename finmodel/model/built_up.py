"""What a loan has grown to when repayment begins, where interest is added to it: its profile repays that."""

from finmodel.expr.functions import at, filled, previous, ratio, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.currency.conversion import in_own_money
from finmodel.units import Unit

__all__ = ["built_up"]

built_up = Section("built_up", "Loans")


@built_up.line("Balance built up", Unit.MONEY)
def balance_built_up(m: Names) -> Node:
    """Drawdown, and the interest that is added to the loan until repayment begins."""
    grown = previous(m.balance_built_up) * summed(1, *m.own_each(growth_rate="yes"))
    drawn = m.drawdown * summed(1, *m.own_each(drawdown_growth="yes"))
    return grown + in_own_money(m, drawn)


@built_up.solved("Repaid by the profile", Unit.MONEY, guess=0.0)
def repayable(m: Names) -> Node:
    """The balance built up when repayment begins; solved, because interest on it lowers the tax in sizing."""
    return at(m.balance_built_up, m.period_count)


@built_up.solved("Commitment for each unit to be repaid", Unit.NUMBER, guess=1.0)
def commitment_share(m: Names) -> Node:
    """Below 1 as far as interest is added; 1 where nothing is drawn; solved, for it decides how much is drawn.

    It looks at what this pass builds up, not at the value being solved beside it: the two would swing for ever.
    """
    return filled(ratio(m.commitment, at(m.balance_built_up, m.period_count)), 1)
