"""Public procurement of innovation: the deal is the pilot; what follows at scale for city and company, and the gate."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.declarations import blocks_of
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["AtScale", "InnovationProcurement"]

_YEARLY = ("investment", "cost", "benefit")
_STATED = ("value", "value_failed")


class AtScale(Block):
    """What one side puts into the scaled phase and has of it: by year after the gate, or as values at the gate."""

    investment: Figure | None = figure(
        "Investment at scale, by year after the gate", Unit.MONEY, profile=True, default=None, minimum=0
    )
    cost: Figure | None = figure(
        "Running cost at scale, by year after the gate", Unit.MONEY, profile=True, default=None, minimum=0
    )
    benefit: Figure | None = figure(
        "Benefit at scale if it succeeds, by year after the gate", Unit.MONEY, profile=True, default=None, minimum=0
    )
    value: Figure | None = figure("Value of scaling at the gate if it succeeds", Unit.MONEY, default=None)
    value_failed: Figure | None = figure("Value of scaling at the gate if it fails", Unit.MONEY, default=None)

    @property
    def years(self) -> int:
        """How many years after the gate anything is stated for."""
        stated = (getattr(self, key) for key in _YEARLY)
        return max((len(figure.numbers) for figure in stated if figure is not None), default=0)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """Values at the gate beside flows by year, or one of the two values alone."""
        stated = [key for key in _STATED if getattr(self, key) is not None]
        if stated and self.years:
            yield (stated[0],), "values are stated by year already", "state flows by year or values at the gate"
        elif len(stated) == 1:
            lacking = next(key for key in _STATED if key not in stated)
            yield (stated[0],), f"needs {lacking} beside it", f"state {lacking}"


class InnovationProcurement(Block):
    """One entry under ``innovation_procurement``."""

    label: Text | None = word("Name shown", default=None)
    city: str = word("Party that co-finances the pilot", default="authority")
    gate_months: Figure = figure(
        "Stage gate, after financial close", Unit.MONTHS, minimum=0, maximum=600, whole=True,
        note="When pilot results are known and scaling is decided.",
    )  # fmt: skip
    success: Figure = figure("Probability that the pilot succeeds", Unit.SHARE, minimum=0, maximum=1)
    rate: Figure = figure("Discount rate of pilot and scaled phase", Unit.RATE, minimum=0, maximum=10)
    benefit_factor: Figure = figure("Factor on benefits at scale", Unit.NUMBER, default=1.0, minimum=0)
    benefit_failed: Figure = figure(
        "Benefit if the pilot fails, share of that of success", Unit.SHARE, default=0.0, minimum=0, maximum=1
    )
    scaled_if: Literal["together", "each"] = word(
        "Scaled where it gains", default="together", note="together: city and company as one; each: each of them."
    )
    city_at_scale: AtScale = word("City at scale", default=AtScale())
    company_at_scale: AtScale = word("Company at scale", default=AtScale())

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A city that takes no part in the pilot, nothing at scale, a second entry."""
        parties = sorted({party for _, block in blocks_of(case) for party in getattr(block, "parties", ()) if party})
        if self.city not in parties:
            yield (("city",), *not_there(self.city, parties, "the parties that pay the pilot"))
        stated = (self.city_at_scale, self.company_at_scale)
        if not any(side.years or side.value is not None for side in stated):
            what = "nothing is stated of the scaled phase"
            yield ("company_at_scale",), what, "state investment and benefit by year, or value and value_failed"
        first = next(iter(case.innovation_procurement.values()))
        if first is not self:
            yield ("gate_months",), "the deal is the pilot of another entry already", "keep one entry"
