"""Subscription: what a stream needs to be stated that is paid by those who have signed up, for as long as they stay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.stream import StreamTerms
from finmodel.units import Unit

__all__ = ["Subscription"]


class Subscription(StreamTerms):
    """``type: subscription``: a recurring fee of those who stay subscribed."""

    type: Literal["subscription"]
    payer: str = word("Who pays", default="users")
    opening_subscribers: Figure = figure("Subscribers when operation begins", Unit.COUNT, default=0.0, minimum=0)
    new_subscribers: Figure = figure("New subscribers a year", Unit.COUNT, series=True, default=0.0, minimum=0)
    churn: Figure = figure("Subscribers who leave, share a year", Unit.RATE, series=True, minimum=0, maximum=1)
    price: Figure = figure("Price a year, before indexation", Unit.MONEY_PER_UNIT, series=True, minimum=0)
    uncollected: Figure = figure("Share of fees never collected", Unit.SHARE, series=True, default=0.0, minimum=0)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A service to which nobody subscribes."""
        yield from super().inconsistencies(case)
        if not self.opening_subscribers.provenance.stated and not self.new_subscribers.provenance.stated:
            yield (), "it is not said who subscribes", "state opening_subscribers, new_subscribers a year, or both"
