"""Energy sold: what a plant yields, the agreement under which it is bought, and the market for the rest."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName
from finmodel.inputs.currencies import unknown_currency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.stream import StreamTerms, index_problems
from finmodel.units import Unit

__all__ = ["EnergyMarket", "EnergySold"]


class EnergyMarket(Block):
    """The heading ``market``: what is sold outside the agreement, and at which part of the market's price."""

    payer: str = word("Who buys on the market", default="energy_market")
    price: Figure = figure("Price on the market, before indexation", Unit.MONEY_PER_UNIT, series=True, minimum=0)
    capture_rate: Figure = figure(
        "Share of the market's price that the plant earns", Unit.SHARE, series=True, default=1.0, minimum=0, maximum=3,
        note="Below 100 % for plants that all produce at the same hours.",
    )  # fmt: skip
    curtailment: Figure = figure(
        "Share of energy for the market that nobody takes", Unit.SHARE, series=True, default=0.0, minimum=0
    )
    indexation: dict[InstanceName, Figure] = figure("Weight of the index", Unit.SHARE, default={}, minimum=0)
    currency: str | None = word("Currency of the price on the market", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Indices or a currency that the case does not have, weights above 1."""
        yield from index_problems(self.indexation, case)
        yield from unknown_currency(case, self.currency, ("currency",))


class EnergySold(StreamTerms):
    """``type: energy_sold``: sold under an agreement (PPA) for its term, and on the market besides and after."""

    type: Literal["energy_sold"]
    payer: str = word("Who buys under the agreement", default="offtaker")
    capacity: Figure | None = figure("Capacity (MW)", Unit.NUMBER, series=True, default=None, minimum=0)
    yield_hours: Figure | None = figure(
        "Energy a year of one unit of capacity (MWh per MW: full-load hours)", Unit.NUMBER, series=True, default=None,
        minimum=0, maximum=8784,
    )  # fmt: skip
    energy: Figure | None = figure(
        "Energy a year, new, in units (such as MWh)", Unit.COUNT, series=True, default=None, minimum=0,
        note="Instead of capacity and yield_hours; before degradation, availability and losses.",
    )  # fmt: skip
    resource_factor: Figure = figure(
        "Factor on energy", Unit.NUMBER, series=True, default=1.0, minimum=0,
        note="1 in the base case; a risk or a scenario sets it (a poor year of wind or sun).",
    )  # fmt: skip
    degradation: Figure = figure(
        "Degradation a year of operation", Unit.RATE, default=0.0, minimum=0, maximum=0.2,
        note="Compound; the first year of operation yields in full.",
    )  # fmt: skip
    availability: Figure = figure("Availability", Unit.SHARE, series=True, default=1.0, minimum=0)
    losses: Figure = figure("Own use and losses to the meter", Unit.SHARE, series=True, default=0.0, minimum=0)
    price: Figure | None = figure(
        "Price of the agreement, before indexation", Unit.MONEY_PER_UNIT, series=True, default=None, minimum=0
    )
    term_years: Figure | None = figure(
        "Term of the agreement", Unit.YEARS, default=None, minimum=0.25, maximum=60,
        note="From completion; without it, as long as operation.",
    )  # fmt: skip
    contracted_share: Figure = figure(
        "Share of energy sold under the agreement during its term", Unit.SHARE, default=1.0, minimum=0
    )
    market: EnergyMarket | None = word("The market, besides and after the agreement", default=None)

    @property
    def parties(self) -> tuple[str, ...]:
        """Who buys under the agreement, and who buys on the market."""
        return (*((self.payer,) if self.price else ()), *((self.market.payer,) if self.market else ()))

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Energy stated twice or not at all, an agreement without its price or beyond its time, energy nobody buys."""
        yield from super().inconsistencies(case)
        yield from self._yield()
        if self.price is None:
            yield from self._without_agreement()
        elif self.market is None:
            yield from self._without_market(case)
        elif not self._reaches_market(case):
            what = "the agreement takes all energy as long as operation lasts, so nothing is left for the market"
            yield ("market",), what, "shorten term_years, lower contracted_share, or take market out"

    def _yield(self) -> Iterator[Inconsistency]:
        stated = {key for key in ("capacity", "yield_hours") if getattr(self, key) is not None}
        if self.energy is not None:
            for key in sorted(stated):
                yield (key,), "stands beside energy", "keep energy, or capacity with yield_hours"
        elif len(stated) < 2:
            lacking = " and ".join(key for key in ("capacity", "yield_hours") if key not in stated)
            yield (), f"it is not said how much energy there is: {lacking} is missing", f"state {lacking}, or energy"

    def _without_agreement(self) -> Iterator[Inconsistency]:
        if self.market is None:
            yield (), "nobody buys the energy", "state price (of an agreement), market, or both"
        for key in ("term_years", "contracted_share", "indexation", "currency", "payer"):
            if key in self.model_fields_set and getattr(self, key) not in (None, {}):
                yield (
                    (key,),
                    "is a term of an agreement, and no price of one is stated",
                    f"add price, or take {key} out",
                )

    def _without_market(self, case: Any) -> Iterator[Inconsistency]:
        years = case.timing.operation_months.number / 12
        if self.term_years is not None and self.term_years.number < years:
            what = f"the agreement ends after {self.term_years.number:g} of {years:g} years of operation"
            yield ("term_years",), what, "add market, at whose price energy is sold from then on, or lengthen the term"
        if self.contracted_share.number < 1:
            yield ("contracted_share",), "leaves energy that nobody buys", "add market, or write 100 %"

    def _reaches_market(self, case: Any) -> bool:
        term = self.term_years.number * 12 if self.term_years else case.timing.operation_months.number
        return bool(self.contracted_share.number < 1 or term < case.timing.operation_months.number)
