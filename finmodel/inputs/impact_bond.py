"""Impact bond: beside investor and payer, the provider with its top-up, and the intermediary with its fee."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from finmodel.inputs.block import Block, Inconsistency
from finmodel.inputs.costs import unknown_index
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["ImpactBond"]


class ImpactBond(Block):
    """What those are paid who deliver and manage; the provider's work itself is an item of ``opex`` or ``capex``."""

    provider: str = word("Who provides the service", default="service_provider")
    top_up: Figure = figure(
        "Top-up of the provider, share of what is paid for outcomes", Unit.SHARE, default=0.0, minimum=0, maximum=1
    )
    top_up_above: Figure = figure(
        "Payment a year above which the provider is topped up", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0
    )
    intermediary: str = word("Who manages the bond", default="intermediary")
    management_fee: Figure = figure(
        "Fee of management a year of operation", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0
    )
    management_index: str | None = word("Price index of the fee", default=None)

    @property
    def parties(self) -> tuple[str, ...]:
        """The provider and the intermediary."""
        return (self.provider, self.intermediary)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """An index that the case does not have; a bond that pays neither provider nor intermediary."""
        yield from unknown_index(case, self.management_index, ("management_index",))
        if not max((*self.top_up.numbers, *self.management_fee.numbers)):
            what = "neither a top-up nor a fee of management is paid"
            yield ("top_up",), what, "state top_up or management_fee, or take the block out"
