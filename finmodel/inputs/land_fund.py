"""Land fund: who holds it, what it earns, what it takes in of the company's streams, what it pays for, its bond."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from finmodel.inputs.block import Block, Inconsistency, InstanceName
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.first_year import begins_unsaid
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["FundBond", "LandFund"]

_FOR_CONSTRUCTION = ("capital_grant", "viability_gap", "milestone_payments")
"""The types of grants that pay for construction."""


class FundBond(Block):
    """``land.fund.bond``: what the holder of the fund borrows against captures, beside the deal."""

    amount: Figure = figure("Amount of the bond", Unit.MONEY, minimum=0)
    rate: Figure = figure("Interest of the bond", Unit.RATE, minimum=0)
    years: Figure = figure("Years to the last instalment", Unit.YEARS, minimum=0.5, maximum=50)
    grace_years: Figure = figure("Years before the first instalment", Unit.YEARS, default=0.0, minimum=0, maximum=49)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A grace as long as the bond, a bond that outlasts the model."""
        if self.grace_years.number >= self.years.number:
            what = f"{self.grace_years.number:g} years are not shorter than the bond's {self.years.number:g}"
            yield ("grace_years",), what, "shorten it"
        grid = case.grid()
        longest = (grid.periods - 1) * grid.period_months / 12
        if self.years.number > longest:
            what = f"{self.years.number:g} years are more than the {longest:g} that the model has after financial close"
            yield ("years",), what, "shorten the bond, or add timing.spare_months"


class LandFund(Block):
    """``land.fund``: an account of the authority beside the deal, which must never be overdrawn by plan."""

    holder: str = word("Who holds the fund", default="authority")
    opening_balance: Figure = figure("Held at financial close", Unit.MONEY, default=0.0, minimum=0)
    interest: Figure = figure("Interest of the fund", Unit.RATE, series=True, default=0.0, minimum=0, maximum=2)
    reinvestment: Figure = figure(
        "Reinvested beside the project a year", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0,
        note="Works that the holder builds itself; they are no part of the company's accounts.",
    )  # fmt: skip
    pays_for: list[str] = word(
        "What the fund pays of the deal", default=[],
        note="Names of grants for construction, and of streams of revenue, whose payer is the holder.",
    )  # fmt: skip
    takes_in: dict[InstanceName, Figure] = figure(
        "Share of the stream that the company passes on to the fund", Unit.SHARE, default={}, minimum=0, maximum=1
    )
    bond: FundBond | None = word("Bond of the fund", default=None)

    def paid_instances(self, case: Any) -> Mapping[str, str]:
        """What the fund pays, each instance with the name under ``pays_for``; of a viability gap its own sources."""
        return {
            instance: name
            for name in self.pays_for
            for instance, payer in _payers(case, name).items()
            if payer == self.holder
        }

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Names that the case does not have, or that somebody else pays."""
        yield from begins_unsaid(case, {"reinvestment": self.reinvestment})
        grants = tuple(name for name, grant in case.grants.items() if grant.type in _FOR_CONSTRUCTION)
        known = (*grants, *case.revenue)
        for place, name in enumerate(self.pays_for):
            payers = _payers(case, name).values()
            if name not in known:
                yield (("pays_for", place), *not_there(name, known, "grants for construction, or revenue"))
            elif name in self.pays_for[:place]:
                yield ("pays_for", place), f"{name} is named twice", "name each once"
            elif self.holder not in payers:
                what = f"{name} is paid by {', '.join(payers)}, not by the holder of the fund, {self.holder}"
                yield ("pays_for", place), what, f"name {self.holder} there, or take it out here"
            elif name in case.revenue and case.revenue[name].type == "land_value_capture":
                what = f"{name} is the company's part of what {case.revenue[name].instrument} captures"
                yield ("pays_for", place), f"{what}, which the fund never receives", "take it out here"
            elif name in self.takes_in:
                yield ("pays_for", place), f"{name} is also taken in by the fund", "keep one of the two"
        for name in self.takes_in:
            if name not in case.revenue:
                yield (("takes_in", name), *not_there(name, tuple(case.revenue), "revenue"))


def _payers(case: Any, name: str) -> dict[str, str]:
    """Every instance that a grant or stream is made of, with who pays it."""
    if name in case.grants:
        grant = case.grants[name]
        if grant.type == "viability_gap":
            return {f"{name}_{key}": source.grantor or grant.grantor for key, source in grant.sources.items()}
        return {name: grant.grantor}
    return {name: case.revenue[name].payer} if name in case.revenue else {}
