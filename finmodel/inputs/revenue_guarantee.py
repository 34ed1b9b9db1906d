"""Revenue guarantee: what the authority adds where revenue is low, and is given where it is high, band by band."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from finmodel.inputs.bands import overlaps, reach, upside_down
from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.stream import index_problems
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["FloorBand", "RevenueGuarantee", "Settled", "SharingBand"]


class Settled(Block):
    """What is agreed on streams of revenue together, and settled when a year or a period has ended."""

    label: Text | None = word("Name shown", default=None)
    streams: list[str] = word("Streams covered", note="Names under revenue; they are added up.")
    settlement: Literal["year", "period"] = word(
        "Settled", default="year", note="year: once a calendar year, and when operation ends; period: in each period."
    )
    lag_periods: Figure = figure(
        "Paid after, in periods", Unit.COUNT, default=0, minimum=0, maximum=24, whole=True
    )  # fmt: skip

    @property
    def periods_to_payment(self) -> float:
        """Periods by which the grid is longer, beyond the one in which everything is settled."""
        return max(self.lag_periods.number - 1, 0)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Streams the case does not have, or none."""
        known = tuple(case.revenue)
        if not self.streams:
            yield ("streams",), "names no stream", f"name one or more of: {', '.join(known)}"
        for place, name in enumerate(self.streams):
            if name not in known:
                yield (("streams", place), *not_there(name, known, "revenue"))
            elif name in self.streams[:place]:
                yield ("streams", place), f"{name} is named twice", "name each stream once"


class FloorBand(Block):
    """One band below the forecast, of which the authority pays a share."""

    label: Text | None = word("Name shown", default=None)
    lower: Figure = figure("From, share of the forecast", Unit.SHARE, default=0.0, minimum=0, maximum=10)
    upper: Figure = figure("Up to, share of the forecast", Unit.SHARE, minimum=0, maximum=10)
    share: Figure = figure("Share of the shortfall paid", Unit.SHARE, default=1.0, minimum=0, maximum=1)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """A band that ends before it begins."""
        yield from upside_down(self.lower, self.upper, " of the forecast")


class SharingBand(Block):
    """One band above the forecast, of which the authority receives a share."""

    label: Text | None = word("Name shown", default=None)
    lower: Figure = figure("From, share of the forecast", Unit.SHARE, minimum=0, maximum=10)
    upper: Figure | None = figure(
        "Up to, share of the forecast", Unit.SHARE, default=None, minimum=0, maximum=100, note="Open if none is stated."
    )
    share: Figure = figure("Share of the excess given", Unit.SHARE, minimum=0, maximum=1)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """A band that ends before it begins."""
        yield from upside_down(self.lower, self.upper, " of the forecast")


class RevenueGuarantee(Settled):
    """One entry under ``revenue_guarantees``: a minimum revenue guarantee, a sharing of high revenue, or both."""

    guarantor: str = word("Who guarantees, and shares", default="authority")
    forecast: Figure = figure(
        "Revenue forecast a year", Unit.MONEY_PER_YEAR, series=True, minimum=0,
        note="For a year of operation; where it is 0 no band is in force.",
    )  # fmt: skip
    forecast_factor: Figure = figure("Factor on the forecast", Unit.NUMBER, default=1.0, minimum=0)
    indexation: dict[InstanceName, Figure] = figure("Weight of the index", Unit.SHARE, default={}, minimum=0)
    floors: dict[InstanceName, FloorBand] = word("Bands below the forecast", default={})
    sharing: dict[InstanceName, SharingBand] = word("Bands above the forecast", default={})
    eligibility: Figure = figure(
        "Paid only where revenue is at least this share of the forecast", Unit.SHARE, default=0.0, minimum=0
    )
    cap: Figure | None = figure("Highest amount in total", Unit.MONEY, default=None, minimum=0)
    cap_present_value: Figure | None = figure(
        "Highest present value in total", Unit.MONEY, default=None, minimum=0, note="At financial close."
    )
    cap_rate: Figure | None = figure("Discount rate of the highest present value", Unit.RATE, default=None, minimum=0)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """No band, bands that overlap, a present value without a rate, a stream that two guarantees cover."""
        yield from super().inconsistencies(case)
        yield from index_problems(self.indexation, case)
        if not self.floors and not self.sharing:
            yield ("floors",), "no band is stated", "add a band to floors or to sharing"
        yield from self._overlaps()
        yield from self._never_eligible()
        if (self.cap_present_value is None) != (self.cap_rate is None):
            lacking, stated = ("cap_rate", "cap_present_value")[:: 1 if self.cap_rate is None else -1]
            yield (stated,), f"needs {lacking} beside it", f"state {lacking}, or leave {stated} out"
        yield from self._covered_twice(case)

    def _overlaps(self) -> Iterator[Inconsistency]:
        floors = [reach(("floors", name), band.lower, band.upper) for name, band in self.floors.items()]
        sharing = [reach(("sharing", name), band.lower, band.upper) for name, band in self.sharing.items()]
        yield from overlaps([*floors, *sharing])
        if floors and sharing and max(band[1] for band in floors) > min(band[1] for band in sharing):
            yield ("sharing",), "a band is shared below one that is guaranteed", "share from above all floors on"

    def _never_eligible(self) -> Iterator[Inconsistency]:
        tops = [band.upper.number for band in self.floors.values()]
        if tops and self.eligibility.number >= max(tops):
            end = f"{max(tops):.10g} of the forecast, where the highest floor ends"
            what = f"is not below {end}: nothing is ever topped up"
            yield ("eligibility",), what, "write less than that, or raise the floor"

    def _covered_twice(self, case: Any) -> Iterator[Inconsistency]:
        for name, other in case.revenue_guarantees.items():
            if other is self:
                return
            for place, stream in enumerate(self.streams):
                if stream in other.streams:
                    what = f"{stream} is covered by {name} already"
                    yield ("streams", place), what, "let one guarantee cover it, with a band more"
