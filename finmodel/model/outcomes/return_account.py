"""Return account: what an investor is owed, growing at the highest return agreed, so that no return need be sought."""

from finmodel.expr.functions import maximum, previous, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node, Reference
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["all_but_returned", "return_account"]

return_account = Section("return_account", "Revenue")


def all_but_returned(m: Names, **tags: str) -> list[Node]:
    """Every line with these tags but the one that returns what is above the cap."""
    own = f"{m.instance_name}.returned"
    return [line for line in m.each(**tags) if isinstance(line, Reference) and line.name != own]


@return_account.line("Owed at the cap, brought forward", Unit.MONEY)
def owed_brought_forward(m: Names) -> Node:
    """What was owed at the end of the period before, with the highest return for the days since; 0 at first."""
    days = m.period_end - maximum(previous(m.period_end), m.start)
    return previous(m.owed_at_cap) * (1 + m.return_cap_rate) ** (days / 365)


@return_account.scalar("Returned above the cap in total", Unit.MONEY)
def returned_total(m: Names) -> Node:
    """All that the cap gives back; 0 where the investor never earns more than the highest return."""
    return total(m.returned)
