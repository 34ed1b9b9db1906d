"""Facilities that are sized before: their commitments, and the debt service that a target must leave for them."""

from collections.abc import Sequence

from finmodel.expr.functions import summed, total
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.model.currency.conversion import in_own_money
from finmodel.units import Unit

__all__ = ["earlier_commitments", "earlier_service"]


def earlier_commitments(names: Sequence[str]) -> Section:
    """What the facilities named have been committed."""
    section = Section("earlier_commitments", "Loans")

    @section.scalar("Committed by facilities sized before", Unit.MONEY, before="commitment")
    def commitment_before(m: Names) -> Node:
        """They come first in rank or in the order of the case file; the remainder comes last."""
        return summed(*(m[f"{name}.commitment"] for name in names))

    return section


def earlier_service(names: Sequence[str]) -> Section:
    """What the facilities named, which rank no worse, take of the target debt service and of the capacity."""
    section = Section("earlier_service", "Loans")

    @section.line("Debt service of facilities sized before", Unit.MONEY, before="service")
    def service_before(m: Names) -> Node:
        """Their scheduled interest and principal and net payments of their hedges, as far as they rank no worse."""
        each = ((m[f"{name}.scheduled_interest"], m[f"{name}.scheduled_principal"]) for name in names)
        hedges = (payment for name in names for payment in m.each(hedge_of=name))
        return summed(*(part for pair in each for part in pair), *hedges)

    @section.line("Owed at completion on debt that ranks no worse", Unit.MONEY)
    def owed_before(m: Names) -> Node:
        """Scheduled balances of facilities sized before, what is added to them included, in this loan's own money."""
        owed = summed(*(m[f"{name}.scheduled_closing"] for name in names))
        return in_own_money(m, owed) * m.completion_flag

    @section.scalar("Debt that ranks no worse", Unit.MONEY, before="debt")
    def debt_before(m: Names) -> Node:
        """What facilities sized before owe when construction is completed."""
        return total(m.owed_before)

    return section
