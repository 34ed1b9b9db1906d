"""Data exchange: what a stream needs to be stated that is paid for calls of an interface and for licences."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Inconsistency
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

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Sales without their price, prices of nothing, or neither calls nor licences."""
        yield from super().inconsistencies(case)
        sold = {"calls": "price_per_call", "licences": "licence_price"}
        if not any(getattr(self, key).provenance.stated for key in sold):
            yield (
                (),
                "it is not said what is sold",
                "state calls with price_per_call, licences with licence_price, or both",
            )
        for key, price in sold.items():
            if getattr(self, key).provenance.stated != getattr(self, price).provenance.stated:
                stated, lacking = (key, price) if getattr(self, key).provenance.stated else (price, key)
                yield (stated,), f"needs {lacking} beside it", f"state {lacking}, or take {stated} out"
