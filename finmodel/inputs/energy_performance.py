"""Energy performance contract: savings against an adjusted baseline, and the model by which they are paid for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.costs import unknown_index
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.return_cap import ReturnCap
from finmodel.inputs.stream import StreamTerms
from finmodel.units import Unit

__all__ = ["EnergyPerformance"]

_NEEDS = {
    "guaranteed_savings": ("service_fee", "guaranteed"),
    "shared_savings": ("savings_share",),
    "first_out": ("payback_amount",),
    "energy_service": ("price", "volume"),
}
"""What each model must state."""

_MAY_STATE = {
    "guaranteed_savings": ("excess_share", "compensation_limit"),
    "shared_savings": ("total_cap",),
    "first_out": ("payback_return",),
    "energy_service": (),
}
"""What each model may state besides."""


class EnergyPerformance(StreamTerms):
    """``type: energy_performance``: paid for energy that is saved, or for a service that uses less of it."""

    type: Literal["energy_performance"]
    model: Literal["guaranteed_savings", "shared_savings", "first_out", "energy_service"] = word("Contract model")
    measurement: Literal["option_a", "option_b", "option_c", "option_d"] = word(
        "Option of measurement and verification (IPMVP)", default="option_c",
        note="a: key parameter; b: all parameters; c: whole facility; d: calibrated simulation.",
    )  # fmt: skip
    baseline: Figure = figure("Baseline use of energy a year, in units", Unit.NUMBER, series=True, minimum=0)
    routine_adjustment: Figure = figure(
        "Routine adjustment of the baseline", Unit.SHARE, series=True, default=0.0, minimum=-1, maximum=10,
        note="Weather, hours, occupancy.",
    )  # fmt: skip
    non_routine_adjustment: Figure = figure(
        "Non-routine adjustment a year, in units", Unit.NUMBER, series=True, default=0.0,
        note="Lasting changes of what is supplied.",
    )  # fmt: skip
    measured: Figure = figure("Measured use of energy a year, as planned", Unit.NUMBER, series=True, minimum=0)
    achievement: Figure = figure(
        "Achievement of planned savings", Unit.SHARE, series=True, default=1.0, minimum=0, maximum=5
    )
    rebound: Figure = figure("Savings lost to greater use", Unit.SHARE, series=True, default=0.0, minimum=0, maximum=1)
    tariff: Figure = figure("Tariff a unit of energy", Unit.MONEY_PER_UNIT, series=True, minimum=0)
    tariff_index: str | None = word("Price index of the tariff", default=None)
    floor_tariff: Figure = figure(
        "Least tariff at which savings are valued", Unit.MONEY_PER_UNIT, series=True, default=0.0, minimum=0
    )
    service_fee: Figure | None = figure("Service fee a year", Unit.MONEY_PER_YEAR, series=True, default=None, minimum=0)
    guaranteed: Figure | None = figure(
        "Guaranteed savings a year, in units", Unit.NUMBER, series=True, default=None, minimum=0
    )
    excess_share: Figure | None = figure(
        "Company's share of savings above the guarantee", Unit.SHARE, default=None, minimum=0, maximum=1
    )
    compensation_limit: Figure | None = figure(
        "Compensation at most, share of the fee", Unit.SHARE, default=None, minimum=0, maximum=100
    )
    savings_share: Figure | None = figure(
        "Company's share of savings", Unit.SHARE, series=True, default=None, minimum=0, maximum=1
    )
    total_cap: Figure | None = figure("Cap in total", Unit.MONEY, default=None, minimum=0)
    payback_amount: Figure | None = figure("Amount to be paid back", Unit.MONEY, default=None, minimum=0)
    payback_return: Figure | None = figure("Return on what is not paid back", Unit.RATE, default=None, minimum=0)
    price: Figure | None = figure("Price a unit of service", Unit.MONEY_PER_UNIT, series=True, default=None, minimum=0)
    volume: Figure | None = figure("Service a year, in units", Unit.NUMBER, series=True, default=None, minimum=0)

    return_cap: ReturnCap | None = word("Cap on the investor's return", default=None)

    @property
    def parties(self) -> tuple[str, ...]:
        """The payer, and who has what is above a cap on the return."""
        returned = self.return_cap.returned_to if self.return_cap else None
        return (self.payer, *((returned,) if returned else ()))

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A model without its terms or with those of another, an index that is not there, an impossible guarantee."""
        yield from super().inconsistencies(case)
        yield from unknown_index(case, self.tariff_index, ("tariff_index",))
        for key in _NEEDS[self.model]:
            if getattr(self, key) is None:
                yield ("model",), f"{self.model} needs {key}", f"state {key}"
        for model, needed in _NEEDS.items():
            for key in (*needed, *_MAY_STATE[model]):
                if model != self.model and getattr(self, key) is not None:
                    yield (key,), f"the contract is one of {self.model}", f"take {key} out, or write model: {model}"
        if self.guaranteed is not None:
            yield from self._guarantee(max(self.guaranteed.numbers))

    def _guarantee(self, guaranteed: float) -> Iterable[Inconsistency]:
        routine, other = max(self.routine_adjustment.numbers), max(self.non_routine_adjustment.numbers)
        most = max(self.baseline.numbers) * (1 + routine) + other
        if guaranteed > most:
            what = f"{guaranteed:,.10g} are guaranteed to be saved of a baseline of {most:,.10g}"
            yield ("guaranteed",), what, "guarantee less than is used without the project"
