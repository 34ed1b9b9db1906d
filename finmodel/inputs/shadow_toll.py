"""Shadow toll: what a stream needs to be stated that the authority pays for traffic, band by band, in users' stead."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.bands import overlaps, reach, upside_down
from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.usage import UseTerms
from finmodel.units import Unit

__all__ = ["ShadowToll", "TrafficBand"]


class TrafficBand(Block):
    """One band of traffic with its rate."""

    label: Text | None = word("Name shown", default=None)
    lower: Figure = figure("From, in units a year", Unit.COUNT, default=0.0, minimum=0)
    upper: Figure | None = figure(
        "Up to, in units a year", Unit.COUNT, default=None, minimum=0, note="Open if none is stated."
    )
    rate: Figure = figure("Rate of a unit, before indexation", Unit.MONEY_PER_UNIT, series=True, minimum=0)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """A band that ends before it begins."""
        yield from upside_down(self.lower, self.upper, "")


class ShadowToll(UseTerms):
    """``type: shadow_toll``: the authority pays for each unit of traffic; above the bands nothing more."""

    type: Literal["shadow_toll"]
    bands: dict[InstanceName, TrafficBand] = word("Bands of traffic")

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """No band, or bands that overlap."""
        yield from super().inconsistencies(case)
        if not self.bands:
            yield ("bands",), "no band is stated", "add a band with its rate"
        yield from overlaps(reach(("bands", name), band.lower, band.upper) for name, band in self.bands.items())
