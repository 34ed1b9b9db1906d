"""Land lease: plots put on the market year by year, how fast they are taken, and the rent and premium they pay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.stream import StreamTerms
from finmodel.units import Unit

__all__ = ["LandLease"]


class LandLease(StreamTerms):
    """``type: land_lease``: land let to those who build on it."""

    type: Literal["land_lease"]
    payer: str = word("Who pays", default="tenants")
    area_at_completion: Figure = figure(
        "Area on the market at completion, in units (such as hectares)", Unit.NUMBER, default=0.0, minimum=0
    )
    area: Figure = figure(
        "Area put on the market a year besides", Unit.NUMBER, series=True, default=0.0, minimum=0,
        note="Counts from planned completion on; where completion is late, it waits.",
    )  # fmt: skip
    take_up: Figure = figure(
        "Share of the area on the market that is taken a year", Unit.RATE, series=True, default=1.0, minimum=0,
        maximum=1, note="100 %: all of it, in the period in which it comes on the market.",
    )  # fmt: skip
    vacancy: Figure = figure(
        "Share of area that always stays vacant", Unit.SHARE, default=0.0, minimum=0, maximum=1,
        note="For change of tenants, roads and reserves.",
    )  # fmt: skip
    ended: Figure = figure(
        "Share of leases that end a year", Unit.RATE, series=True, default=0.0, minimum=0, maximum=1,
        note="The land is on the market again from the next period on.",
    )  # fmt: skip
    rent: Figure = figure(
        "Rent a unit of area and year, before indexation", Unit.MONEY_PER_UNIT, series=True, minimum=0
    )
    premium: Figure = figure(
        "Premium a unit of area at signing, before indexation", Unit.MONEY_PER_UNIT, series=True, default=0.0, minimum=0
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Land of which nothing can be let."""
        yield from super().inconsistencies(case)
        if not self.area_at_completion.number and not max(self.area.numbers):
            yield ("area",), "no land is put on the market", "state area_at_completion, area a year, or both"
        if self.vacancy.number == 1:
            yield ("vacancy",), "all of it stays vacant", "write less than 100 %"
