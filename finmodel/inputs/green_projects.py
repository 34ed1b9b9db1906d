"""Eligible projects: what proceeds may pay for, with category, cost, lifetime and impact."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.impact_indicators import INDICATORS, Category, KindOfIndicator
from finmodel.inputs.trouble import not_there, unknown
from finmodel.units import Unit

__all__ = ["GHG", "EligibleProject", "GreenhouseGas", "Indicator"]

GHG = "ghg"
"""What allocations of results and claims call the emissions that a project avoids."""
_GOALS = 17


class GreenhouseGas(Block):
    """``ghg`` of an eligible project: the item under ``emissions`` that says what is emitted, and by which method."""

    emissions: str = word("The item under emissions")
    method: Literal[
        "combined_margin", "consumption_factor", "fuel_switch", "heat_supply", "life_cycle", "other"
    ] | None = word(
        "Method",
        default=None,
        note="combined_margin: generation that displaces the grid's; consumption_factor: electricity saved or used; "
        "fuel_switch: another fuel or vehicle; heat_supply: heat by fuel and efficiency; life_cycle: with production.",
    )  # fmt: skip
    standard: Text | None = word("Standard or guide that the method follows", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """An item that the case does not have."""
        if self.emissions not in case.emissions:
            yield (("emissions",), *not_there(self.emissions, tuple(case.emissions), "emissions"))


class Indicator(Block):
    """One entry under ``indicators`` of an eligible project, called by the kind of the indicator as a rule."""

    label: Text | None = word("Name shown", default=None)
    kind: KindOfIndicator | None = word("Kind of indicator; its own name if none is given", default=None)
    unit: Text | None = word("Unit", default=None, note="Of an indicator of kind other.")
    better: Literal["more", "less"] | None = word("What is aimed at", default=None, note="Of kind other.")
    counted: Literal["a_year", "in_all", "intensity"] | None = word(
        "How it is counted", default=None,
        note="Of kind other. a_year: each year; in_all: once; intensity: for each unit, which does not add up.",
    )  # fmt: skip
    baseline: Figure | None = figure(
        "Without the project (a year)", Unit.QUANTITY, series=True, default=None, minimum=0,
        note="0 where there would be none; without a baseline no impact is computed.",
    )  # fmt: skip
    with_project: Figure = figure("With the project (a year)", Unit.QUANTITY, series=True, minimum=0)
    method: Text | None = word("How it is measured or estimated", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """Words that a known kind has by itself."""
        if self.kind not in (None, "other"):
            for key in ("unit", "better", "counted"):
                if getattr(self, key) is not None:
                    yield (key,), f"is known of {self.kind}", "take it out, or write kind: other"


def _last_day(case: Any) -> date:
    grid = case.grid()
    last: date = grid.period(grid.periods)[1]
    return last


def _too_late(case: Any, day: date) -> tuple[str, str]:
    """What is wrong with operation that begins after the model, and what to do: an issuance lasts as its bonds do."""
    last = max((bond.maturity_date.day for bond in getattr(case, "bonds", {}).values()), default=None)
    if last is None:
        return f"{day} is after the last day of the model", "state an earlier day, or lengthen the model"
    what = f"{day} is after the last bond matures, on {last}: no holder would see any impact"
    return what, "state an earlier day, or let the bonds that pay for it run longer"


class EligibleProject(Block):
    """One entry under ``green.projects``."""

    label: Text | None = word("Name shown", default=None)
    description: Text | None = word("What it is", default=None)
    category: Category = word("Category of the Green or Social Bond Principles")
    taxonomy: dict[InstanceName, str] = word("Codes by taxonomy", default={}, note="Such as {kz: 1.1.1, eu: '4.1'}.")
    sdgs: list[int] = word("Sustainable development goals, by their numbers", default=[])
    location: Text | None = word("Where it is", default=None)
    target_population: Text | None = word("Whom it serves, of a social project", default=None)
    total_cost: Figure = figure("Total cost of the project", Unit.MONEY, minimum=0)
    signed_amount: Figure = figure(
        "Signed by the issuer for the project", Unit.MONEY, minimum=0, note="What the issuer has committed of the cost."
    )
    eligible_share: Figure = figure("Eligible share of what is signed", Unit.SHARE, minimum=0, maximum=1)
    allocated_elsewhere: Figure = figure(
        "Allocated by labelled instruments outside this case", Unit.MONEY, default=0.0, minimum=0
    )
    refinanced_share: Figure = figure(
        "Share of allocations that refinances earlier spending", Unit.SHARE, default=0.0, minimum=0, maximum=1
    )
    spent_from: Figure | None = figure("First day of the spending that is refinanced", Unit.DATE, default=None)
    operation_from: Figure | None = figure(
        "Operation of the project from", Unit.DATE, default=None,
        note="In a case with timing of its own, the case's operation where none is stated.",
    )  # fmt: skip
    lifetime_years: Figure = figure("Lifetime of the project", Unit.YEARS, minimum=1, maximum=200)
    ghg: GreenhouseGas | None = word("Greenhouse gas", default=None)
    indicators: dict[InstanceName, Indicator] = word("Impact indicators", default={})

    def kind_of(self, indicator: str) -> str:
        """The kind of one of its indicators: as stated, or the indicator's own name."""
        return self.indicators[indicator].kind or indicator

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Amounts that exceed each other, refinancing without dates, goals and indicators that are not known."""
        if self.signed_amount.number > self.total_cost.number:
            what = f"{self.signed_amount.number:,.10g} is more than the total cost of {self.total_cost.number:,.10g}"
            yield ("signed_amount",), what, "sign the total cost at most"
        if self.refinanced_share.number and self.spent_from is None:
            yield ("spent_from",), "is missing", "state from when the spending is that is refinanced"
        if self.operation_from is None and getattr(case, "timing", None) is None:
            yield ("operation_from",), "is missing", "state from when the project operates"
        elif self.operation_from is not None and self.operation_from.day > _last_day(case):
            yield ("operation_from",), *_too_late(case, self.operation_from.day)
        for place, goal in enumerate(self.sdgs):
            if not 1 <= goal <= _GOALS:
                yield ("sdgs", place), f"{goal} is no goal", f"give numbers from 1 to {_GOALS}"
        yield from self._indicators()

    def _indicators(self) -> Iterator[Inconsistency]:
        for name, one in self.indicators.items():
            kind = self.kind_of(name)
            if name == GHG:
                yield ("indicators", name), "emissions have a block of their own", "write them under ghg"
            elif kind not in INDICATORS:
                what, remedy = unknown(name, tuple(INDICATORS))
                yield ("indicators", name), what, f"{remedy}; or state kind: other"
            elif kind == "other":
                lacking = [key for key in ("label", "unit", "better", "counted") if getattr(one, key) is None]
                if lacking:
                    yield (
                        ("indicators", name),
                        f"states no {', '.join(lacking)}",
                        "state it for an indicator of kind other",
                    )
