"""Rent: the space of a building, how much of it is let over time, at what rent, and what tenants pay besides."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.stream import StreamTerms
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["Rent", "ServiceCharge"]


class ServiceCharge(Block):
    """The heading ``service_charge``: costs of operation that tenants pay back, for the space that is let."""

    costs: list[str] = word("Costs recovered", note="Names under opex.")
    share: Figure = figure("Share of these costs recovered", Unit.SHARE, default=1.0, minimum=0, maximum=2)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Costs that the case does not have, or none, or one twice."""
        if not self.costs:
            yield ("costs",), "is empty", "name at least one item of opex"
        for place, name in enumerate(self.costs):
            if name not in case.opex:
                yield (("costs", place), *not_there(name, tuple(case.opex), "opex"))
            elif name in self.costs[:place]:
                yield ("costs", place), f"{name} is named twice", "name each cost once"


class Rent(StreamTerms):
    """``type: rent``: space let to tenants, as much as the market takes."""

    type: Literal["rent"]
    payer: str = word("Who pays", default="tenants")
    space: Figure = figure("Space to let, in units (such as square metres)", Unit.COUNT, minimum=0)
    share_let: Figure | None = figure(
        "Share of it that is let", Unit.SHARE, series=True, default=None, minimum=0, maximum=1
    )
    take_up: Figure | None = figure(
        "Share let in each year of operation", Unit.SHARE, profile=True, default=None, minimum=0,
        note="Instead of share_let; the last share holds from then on.",
    )  # fmt: skip
    vacancy: Figure = figure(
        "Part of the space let that is vacant between tenants", Unit.SHARE, series=True, default=0.0, minimum=0
    )
    rent_per_unit: Figure = figure(
        "Rent a unit and year, before indexation", Unit.MONEY_PER_UNIT, series=True, minimum=0
    )
    rent_free_months: Figure | None = figure(
        "Months without rent for space newly let", Unit.MONTHS, default=None, minimum=0, maximum=60
    )
    service_charge: ServiceCharge | None = word("Costs that tenants pay back", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Letting stated twice or not at all."""
        yield from super().inconsistencies(case)
        yield from self._letting()

    def _letting(self) -> Iterator[Inconsistency]:
        if self.share_let is None and self.take_up is None:
            yield ("share_let",), "is missing", "add share_let (by calendar year) or take_up (by year of operation)"
        elif self.share_let is not None and self.take_up is not None:
            yield ("take_up",), "stands beside share_let", "keep one of the two"
