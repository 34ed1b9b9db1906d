"""Timing: financial close, construction with its delay, operation with its ramp-up, the length of a period."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.timeline import PERIOD_MONTHS, Grid
from finmodel.units import Unit

__all__ = ["Timing"]

_MOST_PERIODS = 1200


class Timing(Block):
    """The heading ``timing``."""

    start: Figure = figure("Financial close", Unit.DATE, note="The first day of a month; the grid starts on it.")
    period: Literal["month", "quarter", "half_year", "year"] = word("Length of a period", default="half_year")
    construction_months: Figure = figure("Construction", Unit.MONTHS, minimum=1, maximum=240, whole=True)
    delay_months: Figure = figure("Delay of completion", Unit.MONTHS, default=0, minimum=0, maximum=240, whole=True)
    operation_months: Figure = figure("Operation", Unit.MONTHS, minimum=1, maximum=1200, whole=True)
    delay_extends_concession: Figure = figure("A delay extends the concession", Unit.FLAG, default=0)
    ramp_up_months: Figure = figure("Ramp-up", Unit.MONTHS, default=0, minimum=0, maximum=240, whole=True)
    ramp_up_start: Figure = figure(
        "Share of service at the start of ramp-up", Unit.SHARE, default=1.0, minimum=0, maximum=1
    )
    spare_months: Figure = figure(
        "Spare months at the end of the grid", Unit.MONTHS, default=0, minimum=0, maximum=240, whole=True,
        note="Room for delays that extend the concession.",
    )  # fmt: skip

    def grid(self, settlement_days: float = 0.0, periods_to_payment: float = 0.0) -> Grid:
        """The grid: construction, delay, operation, spare months, and periods in which everything is settled.

        One period at least; more where payment takes longer (``settlement_days``) or is earned only some periods
        after what it is for (``periods_to_payment``).
        """
        months = PERIOD_MONTHS[self.period]
        delay = self.delay_months.number * self.delay_extends_concession.number
        total = self.construction_months.number + self.operation_months.number + delay + self.spare_months.number
        settling = max(-int(-settlement_days * 12 / 365 // months), 1) + int(periods_to_payment)
        return Grid(self.start.day.replace(day=1), months, -int(-total // months) + settling)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """A start inside a month, a delay longer than operation, a grid beyond reason."""
        if self.start.day.day != 1:
            yield ("start",), f"{self.start.day} is not the first day of a month", "start on the 1st"
        if self.delay_months.number >= self.operation_months.number and not self.delay_extends_concession.number:
            yield (
                ("delay_months",),
                "the delay leaves no operation",
                "shorten it, or set delay_extends_concession: true",
            )
        if self.grid().periods > _MOST_PERIODS:
            yield (
                ("period",),
                f"the grid has {self.grid().periods} periods",
                f"take longer periods: {_MOST_PERIODS} at most",
            )
