"""Equity of public shareholders: what of the sponsors' commitment is public money."""

from collections.abc import Sequence

from finmodel.expr.functions import summed
from finmodel.expr.names import Names
from finmodel.expr.nodes import Node
from finmodel.expr.section import Section
from finmodel.units import Unit

__all__ = ["public_equity"]


def public_equity(parties: Sequence[str]) -> Section:
    """The part of equity and shareholder loan that the parties named hold."""
    section = Section("public_equity", "Blended finance")

    @section.scalar("Public shareholders' commitment", Unit.MONEY, mobilised="public", mobilised_equity="public")
    def public_shareholders(m: Names) -> Node:
        """Their shares of what equity and shareholder loan are to pay."""
        return m.sponsor_commitment * summed(*(m[f"shareholders_{party}"] for party in parties))

    return section
