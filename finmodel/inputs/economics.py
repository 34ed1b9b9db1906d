"""Economics: the rates, values and conversion factors by which a project is judged for society, and its benefits."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from finmodel.inputs.benefits import Benefit
from finmodel.inputs.block import Block, Inconsistency, InstanceName
from finmodel.inputs.costs import unknown_index
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["COST_HEADINGS", "Conversion", "Economics"]

_SAME = 1e-9
COST_HEADINGS = ("capex", "phases", "opex", "lifecycle")
"""Headings of a case whose items use something up, and are converted each by itself."""
_PAID_FOR_NOTHING_NEW = {
    "operating_subsidy": "a subsidy, which only changes hands",
    "land_value_capture": "paid out of land values, which show the benefits once more",
}
"""Streams of revenue that are transfers whatever a case says, and why."""


def _from_memory(value: float, source: str) -> dict[str, object]:
    return {"value": value, "source": source, "status": "unverified"}


class Conversion(Block):
    """The heading ``conversion``: what the price of an item is made of, by the item's name."""

    traded_shares: dict[InstanceName, Figure] = figure(
        "Share of the price for traded goods", Unit.SHARE, default={}, minimum=0, maximum=1
    )
    labour_shares: dict[InstanceName, Figure] = figure(
        "Share of the price for labour", Unit.SHARE, default={}, minimum=0, maximum=1
    )
    transfer_shares: dict[InstanceName, Figure] = figure(
        "Share of the price that is tax or duty", Unit.SHARE, default={}, minimum=0, maximum=1
    )
    factors: dict[InstanceName, Figure] = figure(
        "Conversion factor, given outright", Unit.NUMBER, default={}, minimum=0, maximum=10
    )

    @property
    def shares(self) -> Mapping[str, Mapping[str, Figure]]:
        """The shares by key, each by the name of an item."""
        return {key: getattr(self, key) for key in ("traded_shares", "labour_shares", "transfer_shares")}

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Items that the case does not have, revenue by shares, shares above 1, a factor beside shares."""
        costs = [name for heading in COST_HEADINGS for name in getattr(case, heading)]
        for key, stated in self.shares.items():
            for name in stated:
                if name in case.revenue:
                    yield (key, name), "is a stream of revenue, which has no shares", f"write factors: {{{name}: 1}}"
                elif name not in costs:
                    yield ((key, name), *not_there(name, tuple(costs), "capex, phases, opex or lifecycle"))
                if name in self.factors:
                    yield (key, name), f"stands beside factors.{name}", "keep one of the two"
        known = (*costs, *case.revenue)
        for name in self.factors:
            if name not in known:
                yield (("factors", name), *not_there(name, known, "capex, phases, opex, lifecycle or revenue"))
            elif name in case.revenue and case.revenue[name].type in _PAID_FOR_NOTHING_NEW:
                what = f"is {_PAID_FOR_NOTHING_NEW[case.revenue[name].type]}, and no benefit by itself"
                yield ("factors", name), what, "take it out; state under benefits what society gains"
        yield from self._sums()

    def _sums(self) -> Iterable[Inconsistency]:
        for name in dict.fromkeys(name for stated in self.shares.values() for name in stated):
            found = [(key, stated[name].number) for key, stated in self.shares.items() if name in stated]
            added = sum(share for _, share in found)
            if added > 1 + _SAME:
                what = f"the shares of {name} add to {added:.4g}"
                yield (found[-1][0], name), what, "make them add to 1 or less; the rest is not traded"


class Economics(Block):
    """The heading ``economics``; without it nothing is computed. Nothing under it is cash."""

    price_index: str | None = word(
        "Index of the general price level",
        default=None,
        note="One of indices: nominal flows are divided by it, for economic flows are at constant prices.",
    )
    social_discount_rate: Figure = figure(
        "Social discount rate, real", Unit.RATE, minimum=0, maximum=1,
        default=_from_memory(0.06, "World Bank: twice a long-run growth of 3 % a year"),
    )  # fmt: skip
    lower_social_rate: Figure = figure(
        "Lower social discount rate, shown beside it", Unit.RATE, minimum=0, maximum=1,
        default=_from_memory(0.04, "European Investment Bank: 3 % to 5.5 %"),
    )  # fmt: skip
    higher_social_rate: Figure = figure(
        "Higher social discount rate, shown beside it", Unit.RATE, minimum=0, maximum=1,
        default=_from_memory(0.09, "Asian Development Bank: least EIRR"),
    )  # fmt: skip
    standard_conversion_factor: Figure = figure(
        "Standard conversion factor, of what is not traded", Unit.NUMBER, minimum=0, maximum=2,
        default=_from_memory(0.95, "Middle of the usual 0.9 to 1"),
    )  # fmt: skip
    shadow_wage_factor: Figure = figure(
        "Shadow wage, times the wage paid", Unit.NUMBER, default=1.0, minimum=0, maximum=2,
        note="Below 1 where those employed would otherwise have earned less.",
    )  # fmt: skip
    conversion: Conversion = word("Conversion of prices", default=Conversion())
    hourly_wage_cost: Figure | None = figure(
        "Cost of an hour of work to the employer", Unit.MONEY_PER_UNIT, default=None, minimum=0,
        note="For each unit in which hours are stated: per million hours where those are in millions.",
    )  # fmt: skip
    hourly_household_income: Figure | None = figure(
        "Household income for an hour", Unit.MONEY_PER_UNIT, default=None, minimum=0
    )
    work_time_factor: Figure = figure(
        "Value of time at work, times the cost of the hour", Unit.NUMBER, minimum=0, maximum=10,
        default=_from_memory(1.33, "World Bank transport note TRN-15"),
    )  # fmt: skip
    other_time_factor: Figure = figure(
        "Value of other time, times household income", Unit.NUMBER, minimum=0, maximum=10,
        default=_from_memory(0.30, "World Bank transport note TRN-15"),
    )  # fmt: skip
    child_time_factor: Figure = figure(
        "Value of children's time, times household income", Unit.NUMBER, minimum=0, maximum=10,
        default=_from_memory(0.15, "World Bank transport note TRN-15"),
    )  # fmt: skip
    gdp_per_person: Figure | None = figure("GDP per person a year", Unit.MONEY_PER_UNIT, default=None, minimum=0)
    value_of_life: Figure | None = figure(
        "Value of a statistical life, where it is stated", Unit.MONEY, default=None, minimum=0
    )
    life_multiple: Figure = figure(
        "Value of a statistical life, times GDP per person", Unit.NUMBER, minimum=0, maximum=1000,
        default=_from_memory(70, "iRAP"),
    )  # fmt: skip
    serious_injury_share: Figure = figure(
        "Serious injury, share of the value of a life", Unit.SHARE, minimum=0, maximum=1,
        default=_from_memory(0.25, "iRAP"),
    )  # fmt: skip
    growth_per_person: Figure = figure(
        "Real growth of GDP per person", Unit.RATE, series=True, default=0.0, minimum=-0.5, maximum=0.5
    )
    income_elasticity: Figure = figure(
        "Elasticity of values to GDP per person", Unit.NUMBER, minimum=0, maximum=2,
        default=_from_memory(0.7, "Lower end of the usual 0.7 to 1"),
    )  # fmt: skip
    residual_value: Figure = figure(
        "What the assets are worth to society after operation", Unit.MONEY, default=0.0, minimum=0,
        note="The present value, at that time, of the benefits still to come; at prices of financial close.",
    )  # fmt: skip
    benefits: dict[InstanceName, Benefit] = word("Benefits to society")

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """No benefit, no index to bring nominal flows to constant prices, rates out of order."""
        if not self.benefits:
            yield ("benefits",), "is empty", "add at least one benefit"
        yield from unknown_index(case, self.price_index, ("price_index",))
        if self.price_index is None and case.indices:
            what = "is missing, and flows of the case rise with indices"
            yield ("price_index",), what, f"name the general price level, such as {next(iter(case.indices))}"
        main = self.social_discount_rate.number
        if self.lower_social_rate.number > main:
            what = f"is above social_discount_rate ({main * 100:.4g} %)"
            yield ("lower_social_rate",), what, "state a lower one"
        if self.higher_social_rate.number < main:
            what = f"is below social_discount_rate ({main * 100:.4g} %)"
            yield ("higher_social_rate",), what, "state a higher one"
