"""Revenue streams by type: what each kind of payment to the project needs to be stated."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from finmodel.inputs.advertising import Advertising
from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.carbon_credits import CarbonCredits
from finmodel.inputs.data_exchange import DataExchange
from finmodel.inputs.energy_performance import EnergyPerformance
from finmodel.inputs.energy_sold import EnergySold
from finmodel.inputs.ev_charging import EvCharging
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.land_lease import LandLease
from finmodel.inputs.land_sale import LandSale
from finmodel.inputs.land_value_capture import LandValueCapture
from finmodel.inputs.operating_subsidy import OperatingSubsidy
from finmodel.inputs.outcomes import PayForPerformance
from finmodel.inputs.rent import Rent
from finmodel.inputs.shadow_toll import ShadowToll
from finmodel.inputs.stream import StreamTerms
from finmodel.inputs.subscription import Subscription
from finmodel.inputs.usage import Usage
from finmodel.units import Unit

__all__ = [
    "Area",
    "AvailabilityPayment",
    "InvestmentCostCompensation",
    "Kpi",
    "ManagementRemuneration",
    "OperatingCostCompensation",
    "PlainStream",
    "Rent",
    "Stream",
]


class Area(Block):
    """One area of an availability payment."""

    label: Text | None = word("Name shown", default=None)
    weight: Figure = figure("Weight of the area", Unit.SHARE, minimum=0)
    severity: Figure = figure("Severity", Unit.SHARE, default=1.0, minimum=0)
    time_out_of_use: Figure = figure("Share of time out of use", Unit.SHARE, series=True, default=0.0, minimum=0)
    continued_use: Figure = figure("Factor where the area is still used", Unit.SHARE, default=1.0, minimum=0)
    ratchet: Figure = figure("Ratchet per repeat", Unit.NUMBER, default=1.0, minimum=1)
    occurrences: Figure = figure("Occurrences", Unit.COUNT, default=1.0, minimum=1)


class Kpi(Block):
    """One performance indicator of an availability payment."""

    label: Text | None = word("Name shown", default=None)
    points: Figure = figure("Points in a period", Unit.POINTS, series=True, default=0.0, minimum=0)
    point_price: Figure = figure("Price of a point, share of the gross payment", Unit.SHARE, minimum=0)


class AvailabilityPayment(StreamTerms):
    """``type: availability_payment``."""

    type: Literal["availability_payment"]
    amount: Figure = figure("Payment a year", Unit.MONEY_PER_YEAR, series=True, minimum=0)
    deduction_cap: Figure = figure("Cap of deductions", Unit.SHARE, default=1.0, minimum=0)
    areas: dict[InstanceName, Area] = word("Areas", default={})
    kpis: dict[InstanceName, Kpi] = word("Performance indicators", default={})

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Weights of areas that do not add to 1."""
        yield from super().inconsistencies(case)
        weight = sum(area.weight.number for area in self.areas.values())
        if self.areas and weight > 1 + 1e-9:
            yield ("areas",), f"the weights of the areas add to {weight:.4g}", "make them add to 1 or less"


class InvestmentCostCompensation(StreamTerms):
    """``type: investment_cost_compensation`` (КИЗ)."""

    type: Literal["investment_cost_compensation"]
    amount: Figure = figure("Compensation in total", Unit.MONEY, minimum=0)
    instalment_years: Figure = figure("Paid over", Unit.YEARS, minimum=0.25, maximum=50)


class OperatingCostCompensation(StreamTerms):
    """``type: operating_cost_compensation`` (КОЗ)."""

    type: Literal["operating_cost_compensation"]
    amount: Figure = figure("Compensation a year", Unit.MONEY_PER_YEAR, series=True, minimum=0)


class ManagementRemuneration(StreamTerms):
    """``type: management_remuneration``."""

    type: Literal["management_remuneration"]
    amount: Figure = figure("Remuneration a year", Unit.MONEY_PER_YEAR, series=True, minimum=0)


class PlainStream(StreamTerms):
    """``type: plain_stream``: the amount of each period, given outright."""

    type: Literal["plain_stream"]
    amount: Figure = figure("Amount in the period", Unit.MONEY, series=True, pad=True)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Indexation, which amounts given outright do not have."""
        yield from super().inconsistencies(case)
        if self.indexation:
            what = "amounts given outright are taken as they stand and are not indexed"
            yield ("indexation",), what, "take it out and give amounts that have risen, or choose another type"


Stream = Annotated[
    AvailabilityPayment
    | InvestmentCostCompensation
    | OperatingCostCompensation
    | ManagementRemuneration
    | PlainStream
    | Rent
    | PayForPerformance
    | EnergyPerformance
    | Usage
    | ShadowToll
    | Subscription
    | Advertising
    | DataExchange
    | OperatingSubsidy
    | LandValueCapture
    | EnergySold
    | CarbonCredits
    | EvCharging
    | LandLease
    | LandSale,
    Field(discriminator="type"),
]
