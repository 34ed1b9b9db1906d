"""EV charging: chargers and how much they are used, what drivers pay, and what the electricity costs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.costs import unknown_index
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.stream import StreamTerms
from finmodel.units import Unit

__all__ = ["EvCharging"]

_BOUGHT = ("electricity_price", "electricity_index", "charging_losses")
"""What is stated of electricity that the company buys itself."""


class EvCharging(StreamTerms):
    """``type: ev_charging``: drivers pay by the kWh, and by the session where a fee is stated."""

    type: Literal["ev_charging"]
    payer: str = word("Who pays", default="drivers")
    chargers: Figure = figure("Chargers in service", Unit.COUNT, series=True, minimum=0)
    power: Figure = figure("Power of a charger (kW)", Unit.NUMBER, minimum=0)
    utilisation: Figure = figure(
        "Share of the hours at full power", Unit.SHARE, series=True, minimum=0, maximum=1,
        note="Often 5 to 15 %.",
    )  # fmt: skip
    hours: Figure = figure("Hours a year", Unit.NUMBER, default=8760.0, minimum=0, maximum=8784)
    ramp_up_profile: Figure | None = figure(
        "Share of use reached in each year of operation", Unit.SHARE, profile=True, default=None, minimum=0,
        note="The last share holds from then on; without a profile use follows the ramp-up under timing.",
    )  # fmt: skip
    price: Figure | None = figure(
        "Price of a kWh, before indexation", Unit.MONEY_PER_UNIT, series=True, default=None, minimum=0
    )
    margin: Figure | None = figure(
        "Margin on a kWh, before indexation", Unit.MONEY_PER_UNIT, series=True, default=None, minimum=0,
        note="Instead of price, where another sells the electricity.",
    )  # fmt: skip
    session_fee: Figure | None = figure(
        "Fee for a session, before indexation", Unit.MONEY_PER_UNIT, series=True, default=None, minimum=0
    )
    energy_per_session: Figure | None = figure("Charged in a session (kWh)", Unit.NUMBER, default=None, minimum=0.001)
    roaming_share: Figure = figure(
        "Share of what drivers pay that roaming and payment platforms keep", Unit.SHARE, series=True, default=0.0,
        minimum=0,
    )  # fmt: skip
    supplier: str = word("Who sells the electricity", default="electricity_supplier")
    electricity_price: Figure | None = figure(
        "Price of a kWh bought, before indexation", Unit.MONEY_PER_UNIT, series=True, default=None, minimum=0,
        note="In money of the case.",
    )  # fmt: skip
    electricity_index: str | None = word("Price index of electricity", default=None)
    charging_losses: Figure = figure(
        "Share of electricity bought that is lost in charging", Unit.SHARE, default=0.0, minimum=0, maximum=0.9
    )

    @property
    def parties(self) -> tuple[str, ...]:
        """Those who drive, and who sells the electricity."""
        return (self.payer, self.supplier) if self.price else (self.payer,)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Price and margin at once or neither, electricity without a price, sessions without their energy."""
        yield from super().inconsistencies(case)
        yield from unknown_index(case, self.electricity_index, ("electricity_index",))
        if self.price is not None and self.margin is not None:
            yield ("margin",), "stands beside price", "keep price with electricity_price, or margin alone"
        elif self.price is None and self.margin is None:
            yield (), "nothing is charged for a kWh", "state price with electricity_price, or margin"
        yield from self._electricity()
        if self.session_fee is not None and self.energy_per_session is None:
            yield ("session_fee",), "sessions cannot be counted", "add energy_per_session, in kWh"
        if self.energy_per_session is not None and self.session_fee is None:
            yield ("energy_per_session",), "no session_fee is stated", "add session_fee, or take it out"

    def _electricity(self) -> Iterator[Inconsistency]:
        if self.margin is not None and self.price is None:
            for key in (*_BOUGHT, "supplier"):
                if key in self.model_fields_set and getattr(self, key) is not None:
                    yield (key,), "with margin another buys the electricity", f"take {key} out, or state price"
        elif self.price is not None and self.electricity_price is None:
            what = "the price is stated and not what the electricity costs"
            yield ("price",), what, "add electricity_price (0 only where it is free), or state margin instead"
