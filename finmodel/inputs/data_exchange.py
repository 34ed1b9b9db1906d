"""Data exchange: what a stream needs to be stated that is paid for calls of an interface and for licences."""

from __future__ import annotations

from typing import Literal

from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.stream import StreamTerms
from finmodel.units import Unit

__all__ = ["DataExchange"]


class DataExchange(StreamTerms):
    """``type: data_exchange``: anonymous data of the city, sold by call and by licence where the law allows it."""

    type: Literal["data_exchange"]
    payer: str = word("Who pays", default="data_users")
    calls: Figure = figure("Calls a year", Unit.COUNT, series=True, default=0.0, minimum=0)
    price_per_call: Figure = figure(
        "Price of a call, before indexation", Unit.MONEY_PER_UNIT, series=True, default=0.0, minimum=0
    )
    licences: Figure = figure("Licences", Unit.COUNT, series=True, default=0.0, minimum=0)
    licence_price: Figure = figure(
        "Price of a licence a year, before indexation", Unit.MONEY_PER_UNIT, series=True, default=0.0, minimum=0
    )
    haircut: Figure = figure(
        "Part of the forecast not counted on", Unit.SHARE, series=True, minimum=0, maximum=1,
        note="Markets for city data are young, and so are forecasts of them.",
    )  # fmt: skip
    lawful: Figure = figure(
        "The law allows it", Unit.FLAG, series=True, note="0 until personal-data law lets the data be sold."
    )
