"""Usage: what a stream needs to be stated that is paid by those who use the service, for each unit they use."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.stream import StreamTerms
from finmodel.units import Unit

__all__ = ["Usage", "UseTerms"]


class UseTerms(StreamTerms):
    """What is stated of use, whoever pays for it."""

    volume: Figure = figure("Use a year, in units (such as trips or cubic metres)", Unit.COUNT, series=True, minimum=0)
    volume_factor: Figure = figure(
        "Factor on use", Unit.NUMBER, series=True, default=1.0, minimum=0,
        note="1 in the base case; a risk or a scenario sets it.",
    )  # fmt: skip
    growth: Figure = figure("Growth of use a year", Unit.RATE, series=True, default=0.0, minimum=-0.9, maximum=10)
    ramp_up_profile: Figure | None = figure(
        "Share of use reached in each year of operation", Unit.SHARE, profile=True, default=None, minimum=0,
        note="The last share holds from then on; without a profile use follows the ramp-up under timing.",
    )  # fmt: skip


class Usage(UseTerms):
    """``type: usage``: pay per use, a tariff, a toll or a fare."""

    type: Literal["usage"]
    payer: str = word("Who pays", default="users")
    tariff: Figure = figure("Price of a unit, before indexation", Unit.MONEY_PER_UNIT, series=True, minimum=0)
    elasticity: Figure = figure(
        "Price elasticity of use", Unit.NUMBER, default=0.0, minimum=-5, maximum=0,
        note="Often -0.2 to -0.5 for tolls, -0.3 for fares.",
    )  # fmt: skip
    base_price: Figure | None = figure(
        "Price at which use was forecast, before indexation", Unit.MONEY_PER_UNIT, default=None, minimum=0
    )
    leakage: Figure = figure("Share of use that nobody pays for", Unit.SHARE, series=True, default=0.0, minimum=0)
    contracted_volume: Figure | None = figure(
        "Use contracted a year, in units", Unit.COUNT, series=True, default=None, minimum=0
    )
    take_or_pay: Figure = figure("Share of contracted use paid for in any case", Unit.SHARE, default=1.0, minimum=0)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """An elasticity without a price to compare with, or of what is free; a minimum of nothing."""
        yield from super().inconsistencies(case)
        if self.elasticity.number and not min(self.tariff.numbers):
            what = "is 0, at which an elasticity tells of use without end"
            yield (
                ("tariff",),
                what,
                "state the use of a free service in volume and take elasticity out, or a price above 0",
            )
        if self.base_price is None and self.elasticity.number:
            what = "no base_price is stated, so elasticity has no price to compare with"
            yield ("elasticity",), what, "add base_price, the price at which use was forecast"
        if self.base_price is not None and not self.base_price.number:
            yield ("base_price",), "is 0, with which no price can be compared", "state the price of the forecast"
        if self.contracted_volume is None and self.take_or_pay.provenance.stated:
            what = "no contracted_volume is stated, so there is nothing to take or pay"
            yield ("take_or_pay",), what, "add contracted_volume, in units a year"
