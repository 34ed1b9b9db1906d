"""Advertising: what a stream needs to be stated that advertisers pay for showing messages on the project's screens."""

from __future__ import annotations

from typing import Literal

from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.stream import StreamTerms
from finmodel.units import Unit

__all__ = ["Advertising"]


class Advertising(StreamTerms):
    """``type: advertising``: screens, slots on each, how many are sold, who sees them and at what price."""

    type: Literal["advertising"]
    payer: str = word("Who pays", default="advertisers")
    screens: Figure = figure("Screens in service", Unit.COUNT, series=True, minimum=0)
    slots: Figure = figure("Slots on a screen", Unit.COUNT, series=True, default=1.0, minimum=0)
    fill: Figure = figure("Share of slots sold", Unit.SHARE, series=True, minimum=0, maximum=1)
    impressions: Figure = figure("Impressions of a slot a year", Unit.COUNT, series=True, minimum=0)
    price_per_thousand: Figure = figure(
        "Price of a thousand impressions, before indexation", Unit.MONEY_PER_UNIT, series=True, minimum=0
    )
    agency: Figure = figure("Commission of agencies", Unit.SHARE, series=True, default=0.0, minimum=0, maximum=1)
