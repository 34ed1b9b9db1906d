"""Pay for performance: outcomes with their baselines and rate cards, what limits the payment, and who verifies."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.costs import unknown_index
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.impact_bond import ImpactBond
from finmodel.inputs.return_cap import ReturnCap
from finmodel.inputs.stream import StreamTerms
from finmodel.units import Unit

__all__ = ["Outcome", "PayForPerformance", "RateTier", "Verification"]

_RATES = {"linear": ("rate",), "binary": ("target", "reward"), "tiered": ("tiers",)}
"""What the rate card of each mode states."""


class RateTier(Block):
    """One tier of a rate card: it ends where the next begins, and the last has no end."""

    label: Text | None = word("Name shown", default=None)
    above: Figure = figure("Paid for what is attributed above", Unit.NUMBER, minimum=0)
    rate: Figure = figure("Rate a unit and year in the tier", Unit.MONEY_PER_UNIT, minimum=0)


class Outcome(Block):
    """One outcome that is paid for: a level or a quantity a year, against what would be without the project."""

    label: Text | None = word("Name shown", default=None)
    metric: Text | None = word("What is measured", default=None)
    unit: Text | None = word("Unit of measurement", default=None)
    data_source: Text | None = word("Source of data", default=None)
    frequency: Text | None = word("How often it is measured", default=None)
    attribution_method: Text | None = word("How it is attributed", default=None)
    better: Literal["higher", "lower"] = word(
        "Which way is better", default="higher", note="lower for accidents, delays, losses."
    )
    baseline: Figure = figure("Baseline", Unit.NUMBER, series=True, minimum=0, note="The level without the project.")
    measured: Figure = figure("Measured level, as planned", Unit.NUMBER, series=True, minimum=0)
    error: Figure = figure("Error of measurement", Unit.SHARE, default=0.0, minimum=0, maximum=1)
    attribution: Figure = figure("Attributed to the project", Unit.SHARE, default=1.0, minimum=0, maximum=1)
    mode: Literal["linear", "binary", "tiered"] = word("How it is paid", default="linear")
    rate: Figure | None = figure("Rate a unit and year", Unit.MONEY_PER_UNIT, series=True, default=None, minimum=0)
    target: Figure | None = figure("Target level", Unit.NUMBER, default=None, minimum=0)
    reward: Figure | None = figure(
        "Reward a year at the target", Unit.MONEY_PER_YEAR, series=True, default=None, minimum=0
    )
    tiers: dict[InstanceName, RateTier] = word("Tiers, by rising threshold", default={})
    cap: Figure | None = figure("Cap a year", Unit.MONEY_PER_YEAR, series=True, default=None, minimum=0)
    saving: Figure | None = figure(
        "Saved by the payer a unit and year", Unit.MONEY_PER_UNIT, series=True, default=None, minimum=0,
        note="What an outcome takes off the payer's own budget; not what it is paid.",
    )  # fmt: skip
    saving_index: str | None = word("Price index of what is saved", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A rate card that the mode does not read or that lacks something, a target that asks for nothing."""
        yield from unknown_index(case, self.saving_index, ("saving_index",))
        for mode, keys in _RATES.items():
            for key in keys:
                stated = bool(getattr(self, key))
                if mode == self.mode and not stated:
                    yield ("mode",), f"a {mode} outcome needs {key}", f"state {key}"
                elif mode != self.mode and stated:
                    yield (key,), f"the outcome is paid in mode {self.mode}", f"take {key} out, or write mode: {mode}"
        if self.target is not None:
            yield from self._target(self.target.number)
        for (before, lower), (name, tier) in pairwise(self.tiers.items()):
            if tier.above.number <= lower.above.number:
                said = f"begins at {tier.above.number:,.10g}, where tier {before} begins at {lower.above.number:,.10g}"
                yield ("tiers", name, "above"), said, "list tiers by rising threshold, each above the one before"

    def _target(self, target: float) -> Iterable[Inconsistency]:
        levels = self.baseline.numbers
        baseline = max(levels) if self.better == "higher" else min(levels)
        if (target <= baseline) if self.better == "higher" else (target >= baseline):
            side = "above" if self.better == "higher" else "below"
            what = f"{target:,.10g} is no better than the baseline of {baseline:,.10g}: it is reached without effort"
            yield ("target",), what, f"set a target {side} the baseline, or correct better:"


class Verification(Block):
    """Who verifies outcomes, at whose cost, and how long it takes."""

    verifier: str = word("Who verifies", default="verifier")
    lag_periods: Figure = figure(
        "Periods from measuring to payment", Unit.COUNT, default=0, minimum=0, maximum=40, whole=True
    )
    cost: Figure = figure("Cost a year", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0)
    index: str | None = word("Price index of the cost", default=None)
    cost_share: Figure = figure("Cost as a share of the payment", Unit.SHARE, default=0.0, minimum=0, maximum=1)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """An index that the case does not have."""
        yield from unknown_index(case, self.index, ("index",))


class PayForPerformance(StreamTerms):
    """``type: pay_for_performance``: paid for outcomes achieved, as verified."""

    type: Literal["pay_for_performance"]
    outcomes: dict[InstanceName, Outcome] = word("Outcomes")
    achievement: Figure = figure(
        "Achievement of what is planned", Unit.SHARE, series=True, default=1.0, minimum=0, maximum=5,
        note="Scales the distance of every measured level from its baseline.",
    )  # fmt: skip
    minimum_fee: Figure = figure(
        "Least payment a year of operation", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0
    )
    cap: Figure | None = figure("Cap a year, all outcomes", Unit.MONEY_PER_YEAR, series=True, default=None, minimum=0)
    total_cap: Figure | None = figure("Cap in total", Unit.MONEY, default=None, minimum=0)
    return_cap: ReturnCap | None = word("Cap on the investor's return", default=None)
    verification: Verification = word("Verification", default=Verification())
    impact_bond: ImpactBond | None = word("Impact bond", default=None)
    payer_rate: Figure | None = figure(
        "Discount rate of the payer", Unit.RATE, default=None, minimum=0, maximum=10,
        note="For the present value of its gain; the project's if none is stated.",
    )  # fmt: skip

    @property
    def parties(self) -> tuple[str, ...]:
        """The payer, the verifier, those of an impact bond, and who has what is above a cap on the return."""
        returned = self.return_cap.returned_to if self.return_cap else None
        bond = self.impact_bond.parties if self.impact_bond else ()
        return (self.payer, self.verification.verifier, *bond, *((returned,) if returned else ()))

    @property
    def periods_to_payment(self) -> float:
        """The lag of verification."""
        return self.verification.lag_periods.number

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """No outcome, a least payment above the cap."""
        yield from super().inconsistencies(case)
        if not self.outcomes:
            yield ("outcomes",), "is empty", "add at least one outcome"
        if self.cap is not None and max(self.minimum_fee.numbers) > min(self.cap.numbers):
            what = f"{max(self.minimum_fee.numbers):,.10g} is above the cap of {min(self.cap.numbers):,.10g} a year"
            yield ("minimum_fee",), what, "lower it, or raise the cap"
