"""What a guarantee stands behind: the commitments, scheduled balances and shortfalls of the facilities it covers."""

from collections.abc import Sequence

from finmodel.expr.functions import summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["covered"]


def covered(names: Sequence[str], lacking: Sequence[str]) -> Section:
    """The cover of the facilities named; ``lacking`` are the lines that say what each lacks before this guarantee."""
    section = Section("guarantee_cover", "Guarantees")

    @section.scalar("Commitments covered", Unit.MONEY)
    def covered_commitment(m: Names) -> Node:
        """Of the facilities covered, at financial close."""
        return summed(*(m[f"{name}.commitment"] for name in names))

    @section.line("Scheduled balance covered", Unit.MONEY)
    def covered_balance(m: Names) -> Node:
        """Of the facilities covered, at the start of the period."""
        return summed(*(m[f"{name}.scheduled_opening"] for name in names))

    @section.line("Lacking before this guarantee", Unit.MONEY)
    def covered_lacking(m: Names) -> Node:
        """What the lenders covered newly lack after cash, reserves and the guarantees that come before this one."""
        return summed(*(m[name] for name in lacking))

    return section
