"""Sustainability-linked terms: indicators, targets with their day of observation, steps of the coupon, ratchets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.bands import overlaps, reach, upside_down
from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.green_framework import ExternalReview
from finmodel.units import Unit

__all__ = ["LinkedIndicator", "MarginRatchet", "RatchetBand", "SustainabilityTarget"]

_STEPS = ("step_up_rate", "step_down_rate", "premium_rate")


class LinkedIndicator(Block):
    """A key performance indicator that an instrument is linked to, and what its documents say of it."""

    indicator: Text = word("Key performance indicator")
    unit: Text | None = word("Unit of the indicator", default=None)
    materiality: Text | None = word("Why the indicator matters to the issuer's business", default=None)
    method: Text | None = word("How the indicator is measured and what it covers", default=None)
    history: Text | None = word("What the indicator was in the years before", default=None)
    benchmark: Text | None = word("What outside the indicator is compared with", default=None)
    calibration: Text | None = word("Why the target is ambitious", default=None)
    plan: Text | None = word("How the target is to be reached", default=None)
    fallback: Text | None = word("What holds if the indicator cannot be observed or its scope changes", default=None)
    reported: Text | None = word("Where and how often the indicator is published", default=None)
    verified_by: Text | None = word("Who verifies the indicator", default=None)
    external_review: ExternalReview | None = word("Opinion on indicator and target before issue", default=None)


class SustainabilityTarget(LinkedIndicator):
    """One of the ``targets`` of a sustainability-linked instrument, with what follows from meeting or missing it."""

    label: Text | None = word("Name shown", default=None)
    better: Literal["less", "more"] = word("What is aimed at", default="less")
    baseline: Figure | None = figure("Baseline of the indicator", Unit.COUNT, default=None)
    baseline_year: Figure | None = figure("Year of the baseline", Unit.CALENDAR_YEAR, default=None, whole=True)
    path: Figure = figure(
        "Indicator as it is expected", Unit.COUNT, series=True,
        note="By year or by period; a scenario or a risk may change it. What it is on the day of observation counts.",
    )  # fmt: skip
    target: Figure = figure("Target of the indicator", Unit.COUNT)
    observation_date: Figure = figure("Day of observation", Unit.DATE)
    verification_months: Figure = figure(
        "Months from observation to the verifier's report", Unit.MONTHS, default=0, minimum=0, maximum=36, whole=True,
        note="The coupon steps with the first interest period that begins after the month of the report.",
    )  # fmt: skip
    step_up_rate: Figure = figure(
        "Step-up of the coupon if the target is missed", Unit.RATE, default=0.0, minimum=0, maximum=0.2
    )
    step_down_rate: Figure = figure(
        "Step-down of the coupon if the target is met", Unit.RATE, default=0.0, minimum=0, maximum=0.2
    )
    premium_rate: Figure | None = figure(
        "Premium at maturity if the target is missed", Unit.SHARE, default=None, minimum=0, maximum=0.2,
        note="On what is owed at the start of the period of final maturity, paid with it.",
    )  # fmt: skip
    miss_probability: Figure | None = figure(
        "Probability that the target is missed", Unit.SHARE, default=None, minimum=0, maximum=1,
        note="With it the expected cost of the steps is computed.",
    )  # fmt: skip

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A target without consequence or no better than the baseline, observed when there is nothing to observe."""
        if not any(figure is not None and figure.number for figure in (getattr(self, step) for step in _STEPS)):
            yield ("target",), "has no consequence", f"state one or more of {', '.join(_STEPS)}"
        if self.baseline is not None and self._no_better(self.baseline.number):
            what = f"{self.target.number:,.10g} is no better than the baseline of {self.baseline.number:,.10g}"
            yield ("target",), what, "state a target beyond the baseline, or the other word under better"
        if (self.baseline is None) != (self.baseline_year is None):
            lacking = "baseline_year" if self.baseline_year is None else "baseline"
            yield (lacking,), "is missing", "state the baseline with its year, or neither"
        grid = case.grid()
        first, last = grid.period(1)[0], grid.period(grid.periods)[1]
        if not first <= self.observation_date.day <= last:
            what = f"{self.observation_date.day.isoformat()} is outside the model"
            yield ("observation_date",), what, f"give a day from {first.isoformat()} to {last.isoformat()}"

    @property
    def with_premium(self) -> bool:
        """Whether a premium at maturity is agreed."""
        return self.premium_rate is not None

    def _no_better(self, baseline: float) -> bool:
        target = self.target.number
        return target >= baseline if self.better == "less" else target <= baseline


class RatchetBand(Block):
    """One band of the indicator under ``margin_ratchet.bands``, with what it adds to the margin."""

    label: Text | None = word("Name shown", default=None)
    lower: Figure = figure("From", Unit.COUNT, default=0.0)
    upper: Figure | None = figure("To below", Unit.COUNT, default=None, note="Open if none is stated.")
    adjustment: Figure = figure("Added to the margin", Unit.RATE, minimum=-0.2, maximum=0.2)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """A band that ends before it begins."""
        yield from upside_down(self.lower, self.upper, "")


class MarginRatchet(LinkedIndicator):
    """``margin_ratchet`` of a sustainability-linked loan: the margin follows an indicator, tested again and again."""

    path: Figure = figure("Indicator as it is expected", Unit.COUNT, series=True)
    lag_months: Figure = figure(
        "Months from the indicator to the margin", Unit.MONTHS, default=12, minimum=1, maximum=60, whole=True,
        note="The margin of a period goes by the indicator of so many months before, in whole periods.",
    )  # fmt: skip
    from_month: Figure = figure(
        "Months from financial close to the first margin by the indicator",
        Unit.MONTHS,
        default=0,
        minimum=0,
        whole=True,
    )
    bands: dict[InstanceName, RatchetBand] = word("Bands of the indicator")

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """No band, or bands that overlap."""
        if not self.bands:
            yield ("bands",), "no band is stated", "add a band with what it adds to the margin"
        yield from overlaps(reach(("bands", name), band.lower, band.upper) for name, band in self.bands.items())
