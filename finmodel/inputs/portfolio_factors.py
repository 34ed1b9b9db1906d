"""Common factors of a portfolio: what moves figures of many deals at once, how strongly, and what goes together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.number import BadValueError, parse_number
from finmodel.inputs.trouble import not_there
from finmodel.inputs.uncertainty_correlations import correlation_matrix, holds_together, nearest_together
from finmodel.inputs.uncertainty_distributions import DistributionTerms, read_distribution
from finmodel.units import Unit

__all__ = ["Correlation", "Factor", "factor_problems", "rank_of"]

Pair = tuple[str, str]


class Factor(Block):
    """One entry under ``factors``: a process over the years of the pool, or a distribution drawn once a scenario."""

    label: Text | None = word("What it is called in documents", default=None)
    type: Literal["geometric_brownian", "mean_reverting"] | None = word(
        "Kind of process: a factor that wanders off, or an amount that comes back to the plan", default=None
    )
    volatility: Figure | None = figure(
        "Standard deviation of a year's shock", Unit.SHARE, default=None, minimum=1e-9, maximum=5,
        note="Of the factor's logarithm, or of the amount.",
    )  # fmt: skip
    reversion: Figure | None = figure(
        "How fast an amount comes back, a year", Unit.NUMBER, default=None, minimum=1e-9, maximum=50
    )
    distribution: DistributionTerms | None = word("How it may come out, where it is no process", default=None)
    way: Literal["times", "add"] | None = word("What is drawn: a factor, or an amount to add", default=None)
    moves: list[str] = word("Paths of the figures that it moves", default=[], note="With * for any one name.")
    currencies: list[str] = word("Currencies of the portfolio whose rates it moves", default=[])
    cases: list[str] = word("Cases in which it moves figures; all that have them if none is named", default=[])
    sectors: list[str] = word("Sectors in which it moves figures", default=[])
    loadings: dict[InstanceName, Figure] = figure(
        "How strongly it acts in a case or a sector", Unit.NUMBER, default={}, minimum=-10, maximum=10,
        note="1 where none is stated: as much as the factor itself. A case goes before its sector.",
    )  # fmt: skip

    @property
    def multiplies(self) -> bool:
        """Whether figures are multiplied; else an amount is added to them."""
        return self.type == "geometric_brownian" or self.way == "times"

    def acts_in(self, name: str, sector: str | None) -> bool:
        """Whether it moves figures of a case."""
        return not (self.cases or self.sectors) or name in self.cases or sector in self.sectors

    def loading(self, name: str, sector: str | None) -> float:
        """How strongly it acts in a case."""
        stated = self.loadings.get(name) or self.loadings.get(sector or "")
        return 1.0 if stated is None else stated.number

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Neither process nor distribution or both, parameters of another kind, names that the portfolio lacks."""
        yield from self._kind()
        if not (self.moves or self.currencies):
            yield (), "moves nothing", "add moves: [indices.cpi.rate], or currencies: [USD]"
        if self.currencies and not self.multiplies:
            yield (
                ("currencies",),
                "are moved by a factor, and this is an amount",
                "use geometric_brownian, or way: times",
            )
        sectors = tuple(dict.fromkeys(deal.sector for deal in case.cases.values() if deal.sector))
        named = {"cases": tuple(case.cases), "sectors": sectors, "currencies": tuple(case.currencies)}
        for key, known in named.items():
            for place, name in enumerate(getattr(self, key)):
                if name not in known:
                    yield ((key, place), *not_there(name, known, "cases" if key == "sectors" else key))
        for name in self.loadings:
            if name not in (*case.cases, *sectors):
                yield (("loadings", name), *not_there(name, (*case.cases, *sectors), "cases, nor a sector of theirs"))

    def _kind(self) -> Iterator[Inconsistency]:
        if self.type is None and self.distribution is None:
            yield (), "states no type and no distribution", "add type: mean_reverting, or a distribution with its way"
        elif self.type is not None and self.distribution is not None:
            yield ("distribution",), f"stands beside type: {self.type}", "keep one of the two"
        elif self.distribution is not None:
            yield from self._of_distribution(self.distribution)
        else:
            yield from self._of_process()

    def _of_distribution(self, terms: DistributionTerms) -> Iterator[Inconsistency]:
        if self.way is None:
            yield (), "does not say what is drawn", "add way: times, or way: add"
        for key in ("volatility", "reversion"):
            if getattr(self, key) is not None:
                yield (key,), "is no parameter of a distribution", "take it out, or state a type"
        for trouble in read_distribution(terms, Unit.SHARE)[1]:
            yield ("distribution", *trouble.path), trouble.what, trouble.remedy

    def _of_process(self) -> Iterator[Inconsistency]:
        if self.volatility is None:
            yield (), f"is {self.type} and lacks volatility", "add volatility:, such as volatility: 10 %"
        if self.type == "mean_reverting" and self.reversion is None:
            yield (), "is mean_reverting and lacks reversion", "add reversion:, such as reversion: 0.5"
        if self.type == "geometric_brownian" and self.reversion is not None:
            yield ("reversion",), "is no parameter of geometric_brownian", "take it out, or write type: mean_reverting"
        if self.way is not None:
            what = "is that of a distribution: a process multiplies (geometric_brownian) or adds (mean_reverting)"
            yield ("way",), what, "take it out"


class Correlation(Block):
    """One entry under ``correlations``."""

    between: list[str] = word("Two factors")
    rank: Any = word("Rank correlation (Spearman), between -1 and 1")


def rank_of(terms: Correlation) -> float:
    """The number of a correlation; ``BadValueError`` where there is none."""
    return parse_number(terms.rank, Unit.SHARE)


def factor_problems(factors: Mapping[str, Factor], correlations: Iterable[Correlation]) -> Iterator[Inconsistency]:
    """Correlations of what is no factor, of unlike kinds, beyond bounds, twice, or that cannot all hold."""
    ranks: dict[Pair, float] = {}
    for place, terms in enumerate(correlations):
        problems = list(_of_pair(terms, factors, ranks))
        yield from ((("correlations", place, *path), what, remedy) for path, what, remedy in problems)
        if not problems:
            ranks[terms.between[0], terms.between[1]] = rank_of(terms)
    order = list(dict.fromkeys(name for pair in ranks for name in pair))
    matrix = correlation_matrix(order, ranks)
    if order and not holds_together(matrix):
        near = nearest_together(matrix)
        told = (f"{one} and {other} {near[order.index(one)][order.index(other)]:.2f}" for one, other in ranks)
        yield ("correlations",), "cannot all hold together", f"the nearest that can: {'; '.join(told)}"


def _of_pair(terms: Correlation, factors: Mapping[str, Factor], ranks: Mapping[Pair, float]) -> Iterator[Inconsistency]:
    if len(terms.between) != 2 or terms.between[0] == terms.between[1]:
        yield ("between",), "does not name two", "write between: [one, another]"
        return
    one, other = terms.between
    for place, name in enumerate(terms.between):
        if name not in factors:
            yield (("between", place), *not_there(name, tuple(factors), "factors"))
    if one in factors and other in factors and (factors[one].type is None) != (factors[other].type is None):
        what = "joins a factor that is drawn once with one that is drawn every year"
        yield ("between",), what, "join two distributions or two processes"
    if (one, other) in ranks or (other, one) in ranks:
        yield ("between",), f"{one} and {other} are joined already", "take one of the two out"
    try:
        rank = rank_of(terms)
    except BadValueError as error:
        yield ("rank",), error.what, error.remedy
        return
    if not -1 < rank < 1:
        yield ("rank",), f"{rank:.10g} is not between -1 and 1", "write a number above -1 and below 1"
