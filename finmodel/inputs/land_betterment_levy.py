"""Betterment levy: land before and after, the market between, the rate, and how the levy is paid."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["BettermentLevy", "beyond_the_grid"]


def beyond_the_grid(case: Any, months: Figure, key: str) -> Iterable[Inconsistency]:
    """A month that the model does not reach."""
    grid = case.grid()
    last = grid.periods * grid.period_months
    if months.number > last:
        yield (key,), f"month {months.number:g} is after the model's last, {last}", f"give a month up to {last}"


class BettermentLevy(Block):
    """One entry under ``land.betterment_levy``."""

    label: Text | None = word("Name shown", default=None)
    land: str = word(
        "Which land", note="A name of your own; no other instrument may capture the rise of the same land."
    )
    value_before: Figure = figure("Value of the land at financial close", Unit.MONEY, minimum=0)
    value_after: Figure = figure("Value of the land when it is assessed", Unit.MONEY, minimum=0)
    market_growth: Figure = figure(
        "Growth of land values that would come anyway", Unit.RATE, series=True, minimum=-0.5, maximum=2,
        note="Inflation included: it is no betterment.",
    )  # fmt: skip
    assessed_month: Figure = figure(
        "Month of assessment, from financial close", Unit.MONTHS, minimum=1, maximum=1200, whole=True
    )
    rate: Figure = figure("Rate of the levy", Unit.SHARE, minimum=0, maximum=1)
    collection: Figure = figure("Share that is collected", Unit.SHARE, series=True, default=1.0, minimum=0, maximum=1)
    instalment_years: Figure | None = figure(
        "Years of instalments", Unit.YEARS, default=None, minimum=0.25, maximum=50, note="At once if not stated."
    )
    instalment_interest: Figure = figure("Interest on instalments", Unit.RATE, default=0.0, minimum=0)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """An assessment after the model's end, interest on nothing."""
        yield from beyond_the_grid(case, self.assessed_month, "assessed_month")
        if self.instalment_years is None and self.instalment_interest.provenance.stated:
            yield ("instalment_interest",), "the levy is paid at once", "state instalment_years, or take it out"
