"""The portfolio: which deals are pooled, what share of each, in which money, and what stands on the pool."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.portfolio_factors import Correlation, Factor, factor_problems
from finmodel.inputs.portfolio_structure import Limits, PooledBond, Tranching, Trust
from finmodel.units import Unit

__all__ = ["Conversion", "Member", "Pool", "Portfolio"]

_GROUPS = ("sector", "city")


class Pool(Block):
    """The heading ``portfolio``: what the pool is called, its money, the rate it is valued at."""

    title: Text = word("Title of the portfolio")
    description: Text | None = word("What is pooled and for whom", default=None)
    honest_note: Text | None = word("What a reader must know about it", default=None)
    currency: str = word("Currency, by its three letters")
    money: Literal["one", "thousand", "million", "billion"] = word("What one unit of money stands for")
    discount_rate: Figure = figure(
        "Discount rate of the pool", Unit.RATE, minimum=-0.5, maximum=2,
        note="Whole years: flows of the first year are not discounted.",
    )  # fmt: skip


class Member(Block):
    """One entry under ``cases``: a case file, and how much of it is the pool's."""

    label: Text | None = word("Name shown", default=None)
    file: str = word("Case file, or its folder", note="From the folder of the portfolio.")
    share: Figure = figure("Share of every flow that is the pool's", Unit.SHARE, default=1.0, minimum=0)
    sector: InstanceName | None = word("Sector, as one word", default=None)
    city: InstanceName | None = word("City, as one word", default=None)
    parties: dict[str, str] = word(
        "Who the parties of the case are",
        default={},
        note="Parties of the same name in two cases are one and the same.",
    )
    set: dict[str, Any] = word("Paths of figures, each with the value it has in this portfolio", default={})


class Conversion(Block):
    """One entry under ``currencies``: what a unit of a case's currency is worth in the money of the pool."""

    rate: Figure = figure(
        "Units of the pool's currency for one unit", Unit.NUMBER, series=True, minimum=1e-9,
        note="By calendar year; a year without a number has that of the year before it.",
    )  # fmt: skip

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """A path by period: a pool has years."""
        if isinstance(self.rate.value, tuple):
            yield ("rate",), "lists periods, and the pool has calendar years", "write by_year: {2027: 500, 2028: 520}"


class Portfolio(Block):
    """A whole portfolio file."""

    in_formulas: ClassVar[bool] = False

    portfolio: Pool = word("Portfolio")
    cases: dict[InstanceName, Member] = word("Cases")
    currencies: dict[str, Conversion] = word("Currencies of the cases", default={})
    factors: dict[InstanceName, Factor] = word("Common factors", default={})
    correlations: list[Correlation] = word("What goes together", default=[])
    tranching: Tranching | None = word("Tranches of the pool", default=None)
    green_bond: PooledBond | None = word("Pooled green bond", default=None)
    trust: Trust | None = word("Infrastructure investment trust", default=None)
    limits: Limits | None = word("Limits of concentration", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """No case, a group that some cases name and others do not, the pool's own currency converted."""
        if not self.cases:
            yield ("cases",), "is empty", "name the case files that are pooled"
        for key in _GROUPS:
            stated = [name for name, deal in self.cases.items() if getattr(deal, key)]
            for name in self.cases:
                if stated and name not in stated:
                    yield (
                        ("cases", name),
                        f"states no {key}, and {stated[0]} does",
                        f"add {key}: to every case, or to none",
                    )
        yield from self._claims()
        yield from factor_problems(self.factors, self.correlations)
        if self.portfolio.currency in self.currencies:
            yield ("currencies", self.portfolio.currency), "is the currency of the pool", "take it out"

    def _claims(self) -> Iterable[Inconsistency]:
        """Claims on CFADS beside claims on distributions, which are part of it."""
        claims: dict[str, str] = {"green_bond": self.green_bond.paid_from} if self.green_bond else {}
        claims |= {"tranching": self.tranching.paid_from} if self.tranching else {}
        claims |= {"trust": "distributions"} if self.trust else {}
        for heading, source in claims.items():
            if source == "cfads" and "distributions" in claims.values():
                other = next(name for name, of in claims.items() if of == "distributions")
                what = f"is cfads, of which the distributions that pay for {other} are a part"
                yield (heading, "paid_from"), what, "write distributions, or pay both from cfads"
