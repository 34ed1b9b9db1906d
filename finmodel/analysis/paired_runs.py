"""Paired runs: the plan of a simulation run again for what risk sharing reads, with all support and without each piece.

Every run draws the same numbers. A figure by which an instrument is taken out stays so in every scenario, whatever else
would move it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.fair_fee import fair_fee
from finmodel.analysis.guaranteed import GRID, discount_factors, drawn_lines, guaranteed, plan_lines
from finmodel.analysis.risk_distribution import Changes, risk_distribution
from finmodel.analysis.risk_sharing import supply_lines
from finmodel.analysis.simulation.chunks import Chunk
from finmodel.analysis.simulation.kept import DEFAULT, Kept, kept_values
from finmodel.analysis.simulation.parts import Parts
from finmodel.analysis.simulation.plan import Plan
from finmodel.analysis.simulation.running import run_plan
from finmodel.analysis.support_distribution import Deal, support_value
from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.errors import NotConvergedError, OutOfRangeError
from finmodel.inputs.support import Instrument
from finmodel.inputs.text import in_words
from finmodel.results import Results
from finmodel.risk_distributions import FairFee, RiskLoad, Sharing, SupportValue, Untold

__all__ = ["Asked", "sharing"]

Array = NDArray[np.float64]
Progress = Callable[[int, int], None]

_RATE = "project_discount_rate"
_LINE, _SUPPLY = "line:", "supply "
_PAID, _PRICED = "paid:", "priced:"


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of risk sharing."""

    parties: bool = True
    support: bool = True
    load: RiskLoad = field(default_factory=RiskLoad)
    discount_rate: float | None = None
    """At which fees are reckoned; the project's where none is stated."""


class _Discounted(Parts):
    """Parts of a run of which lines by period are kept as present values only."""

    def __init__(self, discount: Mapping[str, Array]) -> None:
        super().__init__()
        self._discount = discount

    def add(self, number: int, chunk: Chunk) -> None:
        """Keeps a chunk; what it has by period, (period, scenario), at each of the discount rates."""
        kept = {name: values for name, values in chunk.items() if not name.startswith(_LINE)}
        for name in chunk.keys() - kept.keys():
            line = name.removeprefix(_LINE)
            for use, factors in self._discount.items():
                kept[f"{use}{line}"] = (np.asarray(chunk[name], float) * factors[:, np.newaxis]).sum(axis=0)
        super().add(number, kept)


@dataclass(frozen=True)
class _Ran:
    """One run: where it has a solution, the deal, and at the rate of fees what guarantees pay and get back."""

    ok: NDArray[np.bool_]
    deal: Deal
    drawn: Mapping[str, Array]
    recovered: Mapping[str, Array]


@dataclass(frozen=True)
class _Runs:
    """The runs of one simulation: what is read of each, and how."""

    results: Results
    plan: Plan
    asked: Asked
    support: Sequence[Instrument]
    jobs: int
    told: Callable[[int, int], None]

    @cached_property
    def supply(self) -> Mapping[str, tuple[tuple[str, str, float], ...]]:
        """For each supplier, under which names its turnover is kept, of which lines, with which sign."""
        return {
            party: tuple((f"{_SUPPLY}{line}", line, sign) for line, sign in lines.items())
            for party, lines in supply_lines(self.results.graph).items()
        }

    @cached_property
    def kept(self) -> Kept:
        """Present values of parties and of turnover, default, and what guarantees pay and get back."""
        supply = {name: line for lines in self.supply.values() for name, line, _ in lines}
        lines = [line for each in self.support for line in drawn_lines(each)]
        parties = {**self.plan.kept.parties, **supply}
        flags = {DEFAULT: self.plan.kept.flags[DEFAULT]}
        return replace(self.plan.kept, kpis={}, flags=flags, checks=(), parties=parties, costs=(), fans=tuple(lines))

    @property
    def key(self) -> str:
        """Of a run with all support; what is kept of it depends on which instruments are asked about."""
        return ":".join((self.plan.key, "sharing", *(each.name for each in self.support)))

    @cached_property
    def grid(self) -> Batch:
        """Lines by period of the case as it stands."""
        names = [name for each in self.support for name in plan_lines(self.plan.graph, each)]
        engine = NumpyEngine(self.plan.graph, self.plan.periods, outputs=[*GRID, *names])
        return engine.run(self.plan.inputs, frozen=self.plan.contract, scenarios=1)

    @cached_property
    def rate(self) -> float:
        """At which fees are reckoned."""
        return self.project_rate if self.asked.discount_rate is None else self.asked.discount_rate

    @property
    def project_rate(self) -> float:
        """At which parties' flows are discounted."""
        stated = self.plan.inputs[_RATE]
        assert not isinstance(stated, tuple)
        return float(stated)

    def run(self, instrument: Instrument | None = None) -> _Ran:
        """The deal in every scenario, without an instrument if one is named."""
        plan = _without(replace(self.plan, key=self.key, kept=self.kept), instrument)
        engine = NumpyEngine(plan.graph, plan.periods, outputs=plan.kept.outputs)
        base = kept_values(plan.kept, engine.run(plan.inputs, frozen=plan.contract, scenarios=1))
        rates = {_PAID: self.project_rate, _PRICED: self.rate}
        parts = _Discounted({use: discount_factors(self.grid, rate) for use, rate in rates.items()})
        run_plan(plan, parts, jobs=self.jobs, progress=self.told)
        ok = np.asarray(parts.gathered("ok"), bool)
        return _Ran(ok, self._deal(parts, base), *self._drawn(parts, _PRICED))

    def _deal(self, parts: Parts, base: Chunk) -> Deal:
        def value(name: str) -> Array:
            return np.asarray(parts.gathered(name), float)

        def worked(read: Callable[[str], Array]) -> dict[str, Array]:
            return {
                party: np.asarray(sum(sign * read(f"party:{name}") for name, _, sign in lines))
                for party, lines in self.supply.items()
            }

        parties = self.plan.kept.parties
        changes = Changes(
            {party: value(f"party:{party}") for party in parties},
            {party: float(base[f"party:{party}"][0]) for party in parties},
            worked(value),
            {party: float(found) for party, found in worked(lambda name: np.asarray(base[name][0])).items()},
        )
        return Deal(
            changes, np.asarray(parts.gathered(f"flag:{DEFAULT}"), bool), value("unpaid"), *self._drawn(parts, _PAID)
        )

    def _drawn(self, parts: Parts, use: str) -> tuple[dict[str, Array], dict[str, Array]]:
        """What every guarantee pays, and gets back, at one of the discount rates."""
        found: tuple[dict[str, Array], dict[str, Array]] = ({}, {})
        for each in self.support:
            for kind, line in zip(found, drawn_lines(each), strict=False):
                kind[each.name] = np.asarray(parts.gathered(f"{use}{line}"), float)
        return found

    def fee(self, instrument: Instrument, ran: _Ran, counted: NDArray[np.bool_]) -> FairFee | None:
        """The fair fee of a guarantee, from the scenarios that count."""
        if instrument.name not in ran.drawn:
            return None
        drawn = ran.drawn[instrument.name][counted]
        recovered = ran.recovered.get(instrument.name)
        back = np.zeros(drawn.size) if recovered is None else recovered[counted]
        return fair_fee(guaranteed(instrument, self.plan, self.grid, self.rate), drawn, back, self.asked.load)


def sharing(
    results: Results,
    plan: Plan,
    support: Sequence[Instrument],
    public: Sequence[str],
    asked: Asked,
    *,
    jobs: int = 1,
    progress: Progress | None = None,
) -> Sharing:
    """Who bears what, and what each instrument of support is worth, on the scenarios of a plan."""
    support = tuple(support) if asked.support else ()
    runs = _Runs(results, plan, asked, support, jobs, _counted(progress, plan.chunks, 1 + len(support)))
    labels = {party: _label(results, party) for party in plan.kept.parties}
    ran = runs.run()
    worth: list[SupportValue] = []
    untold: list[Untold] = []
    for each in support:
        try:
            without = runs.run(each)
        except (NotConvergedError, OutOfRangeError) as error:
            untold.append(Untold(each.name, each.label, str(error)))
            continue
        both = ran.ok & without.ok
        pair = ran.deal.only(both), without.deal.only(both)
        fee = runs.fee(each, ran, both)
        worth.append(support_value(each, pair, labels=labels, public=public, fee=fee))
    return Sharing(
        case=results.name,
        title=results.title,
        currency=results.currency,
        scenario=results.scenario,
        frozen=plan.contract is not None,
        method=plan.method,
        seed=plan.seed,
        scenarios=plan.scenarios,
        counted=int(ran.ok.sum()),
        load=asked.load,
        risks=risk_distribution(ran.deal.only(ran.ok).changes, labels, public) if asked.parties else None,
        support=tuple(worth),
        untold=tuple(untold),
    )


def _label(results: Results, party: str) -> str:
    """What a party is called in the case, else what it is."""
    stated = results.details.get("parties")
    label = stated.get(party) if isinstance(stated, Mapping) else None
    return label if isinstance(label, str) and label else in_words(party)


def _without(plan: Plan, instrument: Instrument | None) -> Plan:
    """The same plan with an instrument taken out for good."""
    if instrument is None:
        return plan
    return replace(
        plan,
        key=f"{plan.key} without {instrument.name}",
        inputs={**plan.inputs, **instrument.without},
        moved=tuple(moved for moved in plan.moved if moved.lever.name not in instrument.without),
    )


def _counted(progress: Progress | None, chunks: int, runs: int) -> Progress:
    """Progress of one run after another as progress of all."""
    done, last = 0, 0

    def told(now: int, _: int) -> None:
        nonlocal done, last
        done, last = done + (now - last if now >= last else now), now
        if progress is not None:
            progress(done, chunks * runs)

    return told
