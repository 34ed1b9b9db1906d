"""Subscription: what a stream needs to be stated that is paid by those who have signed up, for as long as they stay."""

from __future__ import annotations

from typing import Literal

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
