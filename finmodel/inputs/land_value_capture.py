"""Land value capture as a stream of revenue: which instrument on land, and which share of it the company receives."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.stream import StreamTerms
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["LandValueCapture"]


class LandValueCapture(StreamTerms):
    """``type: land_value_capture``: what an instrument under ``land`` captures, as far as the company receives it."""

    type: Literal["land_value_capture"]
    instrument: str = word("Instrument under land", note="What is not the company's goes into the fund.")
    share: Figure = figure("Share that the company receives", Unit.SHARE, default=1.0, minimum=0, maximum=1)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """An instrument the case does not have or that another stream takes, an index or a currency."""
        yield from super().inconsistencies(case)
        known = tuple(case.land.instruments) if case.land else ()
        if self.instrument not in known:
            yield (("instrument",), *not_there(self.instrument, known, "land"))
        for key in ("indexation", "currency"):
            if getattr(self, key):
                yield (key,), "land is valued in money of the case, year by year", f"take {key} out"
        for name, other in case.revenue.items():
            if other is self:
                return
            if other.type == self.type and other.instrument == self.instrument:
                yield ("instrument",), f"{name} takes {self.instrument} already", "let one stream take it"
