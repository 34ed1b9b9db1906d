"""Uplift of land: bands by distance with what a project adds to their value, and which part is captured."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from finmodel.inputs.bands import overlaps, reach, upside_down
from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.first_year import begins_unsaid
from finmodel.units import Unit

__all__ = ["LandUplift", "UpliftBand"]


class UpliftBand(Block):
    """One band of distance from what is built."""

    label: Text | None = word("Name shown", default=None)
    lower: Figure = figure("From, in metres of distance", Unit.COUNT, default=0.0, minimum=0)
    upper: Figure = figure("Up to, in metres of distance", Unit.COUNT, minimum=0)
    area: Figure = figure("Area in the band, in units (such as hectares)", Unit.COUNT, minimum=0)
    value: Figure = figure("Value of a unit of area at financial close", Unit.MONEY_PER_UNIT, minimum=0)
    uplift: Figure = figure(
        "Uplift, share of the value without the project", Unit.SHARE, minimum=0, maximum=10,
        note="Often 5 % to 20 % within about 800 metres of rapid transit.",
    )  # fmt: skip
    phase: Figure | None = figure(
        "Share of the uplift reached so far", Unit.SHARE, series=True, default=None, minimum=0, maximum=1,
        note="By year: the year's first period reaches it, and later years keep it until they state more.",
    )  # fmt: skip

    phase_after_completion: Figure | None = figure(
        "Share of the uplift reached by the end of each year of operation", Unit.SHARE, profile=True, default=None,
        minimum=0, maximum=1, note="Instead of phase: a delay of the project then delays the uplift.",
    )  # fmt: skip

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A band that ends before it begins, a share reached that is stated twice, not at all, too late, or falls."""
        yield from begins_unsaid(case, {"phase": self.phase})
        yield from upside_down(self.lower, self.upper, " metres")
        stated = {key: getattr(self, key) for key in ("phase", "phase_after_completion") if getattr(self, key)}
        if len(stated) != 1:
            what = "stands beside phase" if stated else "no share reached is stated"
            yield ("phase_after_completion" if stated else "phase",), what, "state phase or phase_after_completion"
        for key, reached in stated.items():
            if any(later < before for before, later in pairwise(reached.numbers)):
                yield (key,), "the share reached falls", "give the share reached so far, which never falls"


class LandUplift(Block):
    """One entry under ``land.uplift``."""

    label: Text | None = word("Name shown", default=None)
    land: str = word(
        "Which land", note="A name of your own; no other instrument may capture the rise of the same land."
    )
    bands: dict[InstanceName, UpliftBand] = word("Bands by distance")
    market_growth: Figure = figure(
        "Growth of land values that would come anyway", Unit.RATE, series=True, default=0.0, minimum=-0.5, maximum=2,
        note="Nothing is captured of it; the uplift is a share of values so grown.",
    )  # fmt: skip
    anticipated: Figure = figure(
        "Share of the uplift already in the value at close", Unit.SHARE, default=0.0, minimum=0, maximum=1
    )
    displacement: Figure = figure(
        "Share of the uplift that other land loses", Unit.SHARE, default=0.0, minimum=0, maximum=1
    )
    capture_rate: Figure = figure("Capture rate", Unit.SHARE, series=True, minimum=0, maximum=1)
    collection: Figure = figure("Share that is collected", Unit.SHARE, series=True, default=1.0, minimum=0, maximum=1)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """No band, bands that overlap."""
        if not self.bands:
            yield ("bands",), "no band is stated", "add a band with its distance, area, value, uplift and phase"
        yield from overlaps(reach(("bands", name), band.lower, band.upper) for name, band in self.bands.items())
