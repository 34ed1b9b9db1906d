"""Carbon credits: what is saved, how much of it is issued as credits and when, and who has agreed to buy them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Inconsistency, Text
from finmodel.inputs.costs import unknown_index
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.stream import StreamTerms
from finmodel.units import Unit

__all__ = ["CarbonCredits"]


class CarbonCredits(StreamTerms):
    """``type: carbon_credits``: paid in cash for each tonne issued; a shadow price of carbon is never revenue."""

    type: Literal["carbon_credits"]
    payer: str = word("Who buys", default="carbon_buyer")
    contract: Text | None = word(
        "Agreement or market under which credits are sold", default=None, note="Without it the price is 0."
    )
    quantity: Figure = figure("Saved or replaced a year, in units (such as MWh)", Unit.COUNT, series=True, minimum=0)
    emission_factor: Figure = figure("Tonnes of CO2e for each unit", Unit.NUMBER, series=True, minimum=0)
    factor_decline: Figure = figure(
        "Decline of the emission factor a year", Unit.RATE, default=0.0, minimum=0, maximum=0.5,
        note="As the grid becomes cleaner; steps with each calendar year, as indices do.",
    )  # fmt: skip
    factor_year: Figure | None = figure(
        "Calendar year that the factor is of", Unit.CALENDAR_YEAR, default=None, minimum=1900, maximum=2300, whole=True,
        note="From it on the factor falls; from financial close if none is stated.",
    )  # fmt: skip
    leakage: Figure = figure("Share lost to more emissions elsewhere", Unit.SHARE, series=True, default=0.0, minimum=0)
    buffer: Figure = figure(
        "Share set aside by the registry, never issued to the company", Unit.SHARE, series=True, default=0.0, minimum=0
    )
    crediting_years: Figure = figure(
        "Crediting period", Unit.YEARS, minimum=0.25, maximum=60, note="From completion on."
    )
    issuance_lag_periods: Figure = figure(
        "Periods from saving to issuance", Unit.COUNT, default=0, minimum=0, maximum=40, whole=True
    )
    price: Figure = figure(
        "Price of a credit, before indexation", Unit.MONEY_PER_UNIT, series=True, default=0.0, minimum=0
    )
    verifier: str = word("Who verifies", default="verifier")
    verification_cost: Figure = figure(
        "Cost of verification a year", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0
    )
    verification_index: str | None = word("Price index of the cost", default=None)
    issuance_fee: Figure = figure(
        "Fee for each credit issued, before indexation", Unit.MONEY_PER_UNIT, series=True, default=0.0, minimum=0,
        note="In money of the case, whatever the currency of the price.",
    )  # fmt: skip

    @property
    def parties(self) -> tuple[str, ...]:
        """The buyer and the verifier."""
        return (self.payer, self.verifier)

    @property
    def periods_to_payment(self) -> float:
        """The lag of issuance."""
        return self.issuance_lag_periods.number

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A price without a buyer, a factor that declines twice, an index that is not there."""
        yield from super().inconsistencies(case)
        yield from unknown_index(case, self.verification_index, ("verification_index",))
        if max(self.price.numbers) > 0 and self.contract is None:
            what = "a price is counted on and no contract is stated: only cash that somebody owes is revenue"
            yield ("price",), what, "name the agreement or market in contract, or take the price out"
        if self.factor_decline.number and len(set(self.emission_factor.numbers)) > 1:
            what = "the emission factor is given over time already"
            yield ("factor_decline",), what, "take it out, or write one emission_factor"
