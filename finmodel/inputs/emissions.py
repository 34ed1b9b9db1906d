"""Emissions: what is emitted with and without the project, by quantity and factor, so that what is avoided is known."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from pydantic import model_validator

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.emission_factors import EMISSION_FACTORS
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["Activity", "CombinedMargin", "Emissions"]


class CombinedMargin(Block):
    """``combined_margin``: what generation displaces, plants that run now and plants that would be built."""

    operating: Figure = figure("Operating margin, kg CO2e a unit", Unit.NUMBER, minimum=0)
    build: Figure = figure("Build margin, kg CO2e a unit", Unit.NUMBER, minimum=0)
    operating_weight: Figure = figure(
        "Weight of the operating margin", Unit.SHARE, minimum=0, maximum=1,
        note="Customary for wind and sun: 75 %, the rest to the build margin; else 50 %.",
    )  # fmt: skip

    @property
    def factor(self) -> float:
        """Both margins by their weights."""
        weight = self.operating_weight.number
        return weight * self.operating.number + (1 - weight) * self.build.number


class Activity(Block):
    """What emits, on one side of the comparison."""

    energy: Literal["given", "grid_kz", "diesel"] = word(
        "What is used",
        default="given",
        note="grid_kz: kWh of Kazakhstan's grid; diesel: litres; given: anything else, by its factor.",
    )
    quantity: Figure = figure("Quantity a year (such as kWh, litres, kilometres)", Unit.COUNT, series=True, minimum=0)
    factor: Figure | None = figure(
        "Emission factor, kg CO2e for each unit of it", Unit.NUMBER, series=True, default=None, minimum=0,
        note="Grid electricity: the combined margin for generation, the average factor for use.",
    )  # fmt: skip
    combined_margin: CombinedMargin | None = word("Combined margin of the grid, instead of the factor", default=None)
    factor_low: Figure | None = figure("Emission factor, low", Unit.NUMBER, default=None, minimum=0)
    factor_high: Figure | None = figure(
        "Emission factor, high", Unit.NUMBER, default=None, minimum=0,
        note="The range of an uncertain factor: a project under green shows what it avoids at either end.",
    )  # fmt: skip
    factor_decline: Figure = figure(
        "Fall of the factor a year", Unit.RATE, default=0.0, minimum=0, maximum=0.5,
        note="With each calendar year after factor_year.",
    )  # fmt: skip
    factor_year: Figure | None = figure(
        "Calendar year that the factor is of", Unit.CALENDAR_YEAR, default=None, minimum=1900, maximum=2300, whole=True,
        note="From it on the factor falls: a factor of 2024 has fallen three times by 2027.",
    )  # fmt: skip
    losses: Figure = figure(
        "Losses on the way to use", Unit.SHARE, default=0.0, minimum=0, maximum=0.9,
        note="Of transmission, distribution and charging: so much more is generated than is used.",
    )  # fmt: skip

    @model_validator(mode="before")
    @classmethod
    def _known(cls, data: Any) -> Any:
        """The factor of the energy that is named, as if the case had stated it; its decline may be stated."""
        energy = data.get("energy") if isinstance(data, dict) else None
        found = EMISSION_FACTORS.get(energy) if isinstance(energy, str) else None
        return found.figures() | data if found else data

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """No factor or two, a range that does not hold it, a fall from no year, a factor other than the energy's."""
        known = EMISSION_FACTORS.get(self.energy)
        if self.factor is None and self.combined_margin is None:
            yield ("factor",), "is missing", "state factor or combined_margin"
        elif self.factor is not None and self.combined_margin is not None:
            remedy = "write energy: given" if known else "keep one of the two"
            yield ("combined_margin",), "stands beside a factor", remedy
        if not known:
            yield from self._range()
        yield from self._fall()
        if known and self.factor is not None and self.factor.numbers != (known.factor,):
            what = f"differs from that of energy: {self.energy} ({known.factor:g} kg a {known.unit})"
            yield ("factor",), what, "take it out, or write energy: given"

    @property
    def ranged(self) -> bool:
        """Whether its factor is given with a range."""
        return self.factor_low is not None

    def _fall(self) -> Iterable[Inconsistency]:
        if self.factor_decline.number and self.factor is not None and len(set(self.factor.numbers)) > 1:
            what = "the factor is given over time already"
            yield ("factor_decline",), what, "take it out, or write one factor and the year that it is of"
        elif self.factor_decline.number and self.factor_year is None:
            yield ("factor_year",), "is missing", "state the calendar year that the factor is of: it falls from then on"

    def _range(self) -> Iterable[Inconsistency]:
        low, high = self.factor_low, self.factor_high
        if (low is None) != (high is None):
            yield ("factor_low" if low is None else "factor_high",), "is missing", "state both ends of the range"
        elif low is not None and high is not None:
            stated = (
                self.factor.number if self.factor else self.combined_margin.factor if self.combined_margin else None
            )
            if stated is not None and not low.number <= stated <= high.number:
                what = f"the range from {low.number:g} to {high.number:g} does not hold the factor of {stated:g}"
                yield ("factor_low",), what, "widen it, or correct the factor"


class Emissions(Block):
    """One item under ``emissions``: a saving where less is emitted with the project than without it."""

    label: Text | None = word("Name shown", default=None)
    without_project: Activity | None = word("What emits without the project", default=None)
    with_project: Activity | None = word("What emits with the project", default=None)
    leakage: Figure = figure(
        "Leakage, share of the emissions without the project", Unit.SHARE, default=0.0, minimum=0, maximum=1,
        note="What is still emitted, only elsewhere.",
    )  # fmt: skip
    construction_tonnes: Figure = figure("Emitted by construction, t CO2e in all", Unit.COUNT, default=0.0, minimum=0)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """Neither side stated."""
        if self.without_project is None and self.with_project is None:
            yield (), "states nothing that emits", "add without_project or with_project, or both"
