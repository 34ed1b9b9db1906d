"""Issuance terms: what kind of issuer it is, the issue date, the periods, the rate for present values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.timeline import PERIOD_MONTHS, Grid
from finmodel.units import Unit

__all__ = ["IssuanceTerms"]

_MOST_PERIODS = 1200


class IssuanceTerms(Block):
    """The heading ``issuance``."""

    issuer: Literal["project", "municipal", "portfolio", "corporate"] = word(
        "Kind of issuer",
        note="Who serves the bonds: project and portfolio from the cash flow of what is financed, municipal from the "
        "local budget, corporate from operations.",
    )
    issue_date: Figure = figure(
        "Issue date", Unit.DATE, note="Any day; periods are whole calendar months and begin with its month."
    )
    period: Literal["month", "quarter", "half_year", "year"] = word("Length of a period", default="half_year")
    months: Figure | None = figure(
        "Months modelled", Unit.MONTHS, default=None, minimum=1, maximum=1200, whole=True,
        note="As long as the last bond runs, if not stated or if that is longer.",
    )  # fmt: skip
    discount_rate: Figure = figure(
        "Rate for present values of the parties' flows", Unit.RATE, default=0.1, minimum=-0.5, maximum=2
    )
    social_discount_rate: Figure | None = figure(
        "Real social discount rate", Unit.RATE, default=None, minimum=0, maximum=1,
        note="For the present value of avoided emissions, where carbon_prices are stated.",
    )  # fmt: skip
    placement_rate: Figure = figure(
        "Interest on proceeds not yet paid out", Unit.RATE, series=True, default=0.0, minimum=-0.05, maximum=2
    )
    account_bank: str = word("Who keeps the account of proceeds", default="account_bank")
    payee: str = word("Who receives the proceeds, for what they finance", default="projects")

    def grid(self, last_month: float) -> Grid:
        """Periods from the month of issue to the one in which the last bond is redeemed, or to ``months``.

        ``last_month``: calendar months from the month of issue to that of the last redemption. Where the last period
        goes on into another calendar year, one more begins in that year, so that each year has periods of its own.
        """
        length = PERIOD_MONTHS[self.period]
        wanted = max(last_month + 1, self.months.number if self.months else 0.0)
        grid = Grid(self.issue_date.day.replace(day=1), length, -int(-wanted // length))
        begins, ends = grid.period(grid.periods)
        return grid if begins.year == ends.year else replace(grid, periods=grid.periods + 1)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A grid beyond reason, a rate that nothing is discounted at."""
        if self.social_discount_rate is not None and not case.carbon_prices:
            yield ("social_discount_rate",), "discounts nothing: no price of carbon is stated", "state carbon_prices"
        periods = case.grid().periods
        if periods > _MOST_PERIODS:
            yield ("period",), f"the grid has {periods} periods", f"take longer periods: {_MOST_PERIODS} at most"
