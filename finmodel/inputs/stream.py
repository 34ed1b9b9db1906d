"""What every stream of revenue states, whatever it pays for: who pays, in which currency, indexed how."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.costs import unknown_index
from finmodel.inputs.currencies import unknown_currency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["StreamTerms", "index_problems"]


def index_problems(indexation: dict[str, Figure], case: Any) -> Iterable[Inconsistency]:
    """Indices that the case does not have, and weights that add to more than 1."""
    for name in indexation:
        if name not in case.currencies:
            yield from unknown_index(case, name, ("indexation", name))
    weight = sum(figure.number for figure in indexation.values())
    if weight > 1 + 1e-9:
        yield ("indexation",), f"the weights add to {weight:.4g}", "make them add to 1 or less; the rest is fixed"


class StreamTerms(Block):
    """What every stream may state: its name, payer, currency and indexation."""

    label: Text | None = word("Name shown", default=None)
    payer: str = word("Who pays", default="authority")
    currency: str | None = word(
        "Currency of the payment", default=None, note="One of currencies; the case's own if none is named."
    )
    indexation: dict[InstanceName, Figure] = figure("Weight of the index", Unit.SHARE, default={}, minimum=0)
    member: str | None = word("Member of the pool", default=None)

    @property
    def parties(self) -> tuple[str, ...]:
        """Every party that pays or is paid on account of it."""
        return (self.payer,)

    @property
    def periods_to_payment(self) -> float:
        """Periods from what is paid for to its being earned; the grid is as much longer."""
        return 0.0

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Indices or a currency that the case does not have, weights above 1."""
        yield from index_problems(self.indexation, case)
        yield from unknown_currency(case, self.currency, ("currency",))
