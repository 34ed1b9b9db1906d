"""Benefits to society: time, lives, emissions, air, costs, surplus, each with what its value follows from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = [
    "AccidentsAvoided",
    "Benefit",
    "ConsumerSurplus",
    "CostSavings",
    "EmissionsAvoided",
    "LocalAir",
    "OtherBenefit",
    "TimeSaved",
]

_LEAST_HAIRCUT = 0.5
"""Of a change seen before and after without a control group."""


class _Benefit(Block):
    """What every benefit may state; all amounts are at constant prices of financial close."""

    label: Text | None = word("Name shown", default=None)
    beneficiary: str = word("Who benefits", default="users")
    growth: Figure = figure(
        "Real growth of the benefit a year", Unit.RATE, series=True, default=0.0, minimum=-0.9, maximum=10
    )
    haircut: Figure = figure(
        "Haircut: share of what is claimed that does not count", Unit.SHARE, default=0.0, minimum=0, maximum=1
    )

    def _needs(self, case: Any, *keys: str) -> Iterable[Inconsistency]:
        """The values for all benefits that this one follows from and the case does not state."""
        for key in keys:
            if getattr(case.economics, key) is None:
                yield (), f"follows from economics.{key}, which is not stated", f"state economics.{key}"


class TimeSaved(_Benefit):
    """``type: time_saved``: hours of people, at the value of their time at work and otherwise."""

    type: Literal["time_saved"]
    hours: Figure = figure("Hours saved a year", Unit.COUNT, series=True, minimum=0)
    work_share: Figure = figure("Share of them at work", Unit.SHARE, minimum=0, maximum=1)
    child_share: Figure = figure("Share of children in the other hours", Unit.SHARE, default=0.0, minimum=0, maximum=1)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Values of time without a wage or an income."""
        yield from self._needs(case, "hourly_wage_cost", "hourly_household_income")


class AccidentsAvoided(_Benefit):
    """``type: accidents``: deaths and serious injuries avoided, at the value of a statistical life."""

    type: Literal["accidents"]
    evidence: Literal["before_after", "controlled"] = word(
        "How the reduction is known",
        default="before_after",
        note="before_after: seen without a control group, so that at most half of it counts; controlled: against one.",
    )
    haircut: Figure = figure(
        "Haircut: share of what is claimed that does not count", Unit.SHARE, default=0.5, minimum=0, maximum=1
    )
    deaths: Figure = figure("Deaths a year without the project", Unit.NUMBER, series=True, minimum=0)
    deaths_reduction: Figure = figure("Share of deaths avoided, as claimed", Unit.SHARE, series=True, minimum=0)
    serious_injuries: Figure = figure(
        "Serious injuries a year without the project", Unit.NUMBER, series=True, default=0.0, minimum=0
    )
    serious_reduction: Figure = figure(
        "Share of serious injuries avoided, as claimed", Unit.SHARE, series=True, default=0.0, minimum=0
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """No value of a life, or a claim without a control that is taken at more than half."""
        if case.economics.value_of_life is None and case.economics.gdp_per_person is None:
            what = "follows from the value of a statistical life, which is not stated"
            yield (), what, "state economics.value_of_life, or economics.gdp_per_person, of which it is a multiple"
        if self.evidence == "before_after" and self.haircut.number < _LEAST_HAIRCUT:
            what = f"is {self.haircut.number * 100:.4g} %, and evidence: before_after has no control group"
            yield ("haircut",), what, "write 50 % or more, or evidence: controlled where there is one"


class EmissionsAvoided(_Benefit):
    """``type: emissions``: what an item of ``emissions`` avoids, at one of ``carbon_prices``."""

    type: Literal["emissions"]
    beneficiary: str = word("Who benefits", default="environment")
    avoided: str = word("The item of emissions")
    carbon_price: str = word("The price of carbon")

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """An item or a price that the case does not have, and an item counted twice."""
        if self.avoided not in case.emissions:
            yield (("avoided",), *not_there(self.avoided, tuple(case.emissions), "emissions"))
        if self.carbon_price not in case.carbon_prices:
            yield (("carbon_price",), *not_there(self.carbon_price, tuple(case.carbon_prices), "carbon_prices"))
        others = [
            name
            for name, benefit in case.economics.benefits.items()
            if isinstance(benefit, EmissionsAvoided) and benefit.avoided == self.avoided
        ]
        if others and case.economics.benefits[others[0]] is not self:
            what = f"{others[0]} counts {self.avoided} already"
            yield ("avoided",), what, "count each item of emissions once"


class LocalAir(_Benefit):
    """``type: local_air``: pollutants kept out of the air where people live, at the damage of a tonne."""

    type: Literal["local_air"]
    beneficiary: str = word("Who benefits", default="residents")
    tonnes: Figure = figure("Tonnes of the pollutant avoided a year (such as PM2.5)", Unit.NUMBER, series=True)
    damage: Figure = figure(
        "Damage of a tonne", Unit.MONEY_PER_UNIT, minimum=0,
        note="For as many people as live there: it rises with the density of the city.",
    )  # fmt: skip


class CostSavings(_Benefit):
    """``type: cost_savings``: what others than the company no longer spend, without the taxes in it."""

    type: Literal["cost_savings"]
    amount: Figure = figure("Saved a year, at market prices", Unit.MONEY_PER_YEAR, series=True)
    tax_share: Figure = figure(
        "Share of it that is tax or subsidy", Unit.SHARE, default=0.0, minimum=-1, maximum=1,
        note="Taxes only change hands; below 0 where the price is subsidised.",
    )  # fmt: skip


class ConsumerSurplus(_Benefit):
    """``type: consumer_surplus``: cheaper use, by the rule of half."""

    type: Literal["consumer_surplus"]
    use_without: Figure = figure("Use a year without the project", Unit.COUNT, series=True, minimum=0)
    use_with: Figure = figure("Use a year with the project", Unit.COUNT, series=True, minimum=0)
    cost_without: Figure = figure(
        "Cost of a use to the user without the project", Unit.MONEY_PER_UNIT, series=True, minimum=0,
        note="The generalised cost: fare, running cost, time and discomfort.",
    )  # fmt: skip
    cost_with: Figure = figure(
        "Cost of a use to the user with the project", Unit.MONEY_PER_UNIT, series=True, minimum=0
    )


class OtherBenefit(_Benefit):
    """``type: other``: so many units a year at a value each."""

    type: Literal["other"]
    beneficiary: str = word("Who benefits", default="city")
    quantity: Figure = figure("Quantity a year", Unit.COUNT, series=True)
    unit_value: Figure = figure("Value of a unit", Unit.MONEY_PER_UNIT, series=True, minimum=0)


Benefit = Annotated[
    TimeSaved | AccidentsAvoided | EmissionsAvoided | LocalAir | CostSavings | ConsumerSurplus | OtherBenefit,
    Field(discriminator="type"),
]
"""One item under ``economics.benefits``."""
