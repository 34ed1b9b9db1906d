"""The highest amount of a guarantee: the least of what the case states as an amount, a share or months."""

from collections.abc import Sequence

from finmodel.expr.functions import highest, minimum, summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["cap", "cap_amount", "cap_months", "cap_share"]

cap = Section("guarantee_cap", "Guarantees")
cap_amount = Section("guarantee_cap_amount", "Guarantees")
cap_share = Section("guarantee_cap_share", "Guarantees")


@cap.scalar("Highest amount", Unit.MONEY)
def highest_amount(m: Names) -> Node:
    """The least of the limits that are stated; it counts the guarantor's payments, not interest on them."""
    return minimum(*m.own_each(limit="guarantee"))


@cap_amount.scalar("Limit: amount", Unit.MONEY, limit="guarantee")
def amount_limit(m: Names) -> Node:
    """As stated."""
    return m.amount


@cap_share.scalar("Limit: share of commitments", Unit.MONEY, limit="guarantee")
def share_limit(m: Names) -> Node:
    """The share stated of the commitments covered."""
    return m.cap_share * m.covered_commitment


def cap_months(names: Sequence[str]) -> Section:
    """The limit by months of scheduled debt service of the facilities named."""
    section = Section("guarantee_cap_months", "Guarantees")

    @section.line("Scheduled debt service covered", Unit.MONEY)
    def covered_service(m: Names) -> Node:
        """Scheduled interest and principal of the facilities covered."""
        each = ((m[f"{name}.scheduled_interest"], m[f"{name}.scheduled_principal"]) for name in names)
        return summed(*(part for pair in each for part in pair))

    @section.solved("Limit: months of debt service", Unit.MONEY, guess=0.0, limit="guarantee")
    def months_limit(m: Names) -> Node:
        """The months stated of the heaviest period's; solved, because the fee on it is paid before debt is sized."""
        return m.months / m.period_months * highest(m.covered_service)

    return section
