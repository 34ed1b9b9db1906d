"""Tasks of a portfolio: one deal in one chunk of scenarios, the same bits on any worker of any machine."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from finmodel.analysis.portfolio.common_factors import CommonFactors
from finmodel.analysis.portfolio.deals import Deal
from finmodel.analysis.portfolio.factor_moves import (
    FactorMove,
    RateMove,
    moved_inputs,
    moved_rates,
    moves_of,
    rate_moves,
)
from finmodel.analysis.portfolio.flows import FLOWS, LINES, flows_of
from finmodel.analysis.simulation.drawing import Drawing
from finmodel.analysis.simulation.plan import Plan
from finmodel.engines.numpy_engine import NumpyEngine
from finmodel.errors import NotConvergedError, OutOfRangeError
from finmodel.inputs.portfolio_loader import LoadedPortfolio
from finmodel.results import Period

__all__ = ["DealPlan", "Found", "deal_plan", "own_seed", "run_task"]

Array = NDArray[np.float64]
Found = Mapping[str, NDArray[np.generic]]
"""What is kept of a task: each of ``FLOWS`` (year, scenario), ``default`` and ``ok`` (scenario,) true or false."""

_DEFAULTS = "default_periods"


@dataclass(frozen=True, slots=True)
class DealPlan:
    """All that the tasks of one deal depend on; picklable, and the same key means the same numbers."""

    name: str
    key: str
    plan: Plan
    """What the case itself states of uncertainty, and the model."""
    common: CommonFactors
    moves: tuple[FactorMove, ...]
    rates: tuple[RateMove, ...]
    periods: tuple[Period, ...]
    factor: tuple[float, ...]
    """What the deal's money is worth to the pool, by its year."""


def own_seed(seed: int, deal: str) -> int:
    """The seed of what is a deal's own: the same case twice in a pool has two fates."""
    return int.from_bytes(hashlib.blake2b(f"{seed}\x1fdeal\x1f{deal}".encode(), digest_size=7).digest(), "little")


def deal_plan(portfolio: LoadedPortfolio, deal: Deal, plan: Plan, common: CommonFactors) -> DealPlan:
    """The plan of a deal's tasks, from that of its own uncertainty."""
    calendar = range(common.first, common.first + common.years)
    moves = moves_of(portfolio, deal.name, deal.results, calendar)
    rates = rate_moves(portfolio, deal.name)
    said = {
        "plan": plan.key,
        "common": [
            common.seed,
            common.first,
            common.years,
            [*map(asdict, common.once), *map(asdict, common.over_time)],
        ],
        "ranks": sorted((*pair, rank) for pair, rank in common.ranks.items()),
        "moves": [(m.factor, m.lever.name, m.multiplies, m.loading, m.rows, m.years) for m in moves],
        "rates": [(rate.factor, rate.loading) for rate in rates],
        "factor": deal.factor.tolist(),
    }
    key = hashlib.sha256(json.dumps(said, sort_keys=True, default=str).encode()).hexdigest()
    return DealPlan(
        deal.name, key, plan, common, moves, rates, tuple(deal.results.periods), tuple(deal.factor.tolist())
    )


_READY: dict[str, _Ready] = {}
"""What this process has made ready of the plans it works on, by key; the last few."""
_MOST_READY = 8


class _Ready:
    """What a process makes once of a deal."""

    def __init__(self, deal: DealPlan) -> None:
        self.drawing = None if deal.plan.uncertainty.is_empty else Drawing(deal.plan)
        self.engine = NumpyEngine(deal.plan.graph, deal.plan.periods, outputs=(*LINES, _DEFAULTS))


def run_task(deal: DealPlan, chunk: int) -> Found:
    """A deal's flows in the scenarios of a chunk, counted from 0: the same bits wherever and whenever it is run."""
    if deal.key not in _READY:
        while len(_READY) >= _MOST_READY:
            del _READY[next(iter(_READY))]
        _READY[deal.key] = _Ready(deal)
    ready, part = _READY[deal.key], deal.plan.part(chunk)
    drawn = deal.common.deviations(part.start, part.stop)
    own = ready.drawing.chunk(chunk).inputs if ready.drawing else {}
    moved = {**own, **moved_inputs({**deal.plan.inputs, **own}, deal.moves, drawn)}
    lines = _computed(deal, ready, moved, slice(0, part.stop - part.start))
    flows = _flows(deal, lines, drawn)
    ok = lines["ok"].astype(bool)
    kept: dict[str, NDArray[np.generic]] = {name: _blanked(flows[name], ok) for name in FLOWS}
    return kept | {"default": (lines[_DEFAULTS] > 0) & ok, "ok": ok}


def _flows(deal: DealPlan, lines: Mapping[str, Array], drawn: Mapping[str, Array]) -> Mapping[str, Array]:
    calendar = range(deal.common.first, deal.common.first + deal.common.years)
    ends = [period.end.year for period in deal.periods]
    rates = moved_rates(deal.rates, drawn, range(ends[0], ends[-1] + 1), calendar)
    factor = np.asarray(deal.factor)[:, np.newaxis] * rates
    return flows_of(lines, deal.periods, factor).over(calendar)


def _blanked(values: Array, ok: NDArray[np.bool_]) -> Array:
    return values if ok.all() else np.where(ok, values, np.nan)


def _computed(deal: DealPlan, ready: _Ready, moved: Mapping[str, Array], part: slice) -> dict[str, Array]:
    """Lines of some scenarios, each (period, scenario) or (scenario,); those without a solution are found by halves."""
    count = part.stop - part.start
    columns = {name: values if values.shape[-1] == 1 else values[..., part] for name, values in moved.items()}
    inputs: dict[str, ArrayLike] = {**deal.plan.inputs, **columns}
    try:
        batch = ready.engine.run(inputs, frozen=deal.plan.contract, scenarios=count)
    except (NotConvergedError, OutOfRangeError):
        if count == 1:
            periods = deal.plan.periods
            return {name: np.zeros((periods, 1)) for name in LINES} | {_DEFAULTS: np.zeros(1), "ok": np.zeros(1)}
    else:
        wide = {name: np.broadcast_to(x, (*x.shape[:-1], count)) for name, x in batch.lines.items()}
        return {**wide, "ok": np.ones(count)}
    middle = part.start + count // 2
    first = _computed(deal, ready, moved, slice(part.start, middle))
    second = _computed(deal, ready, moved, slice(middle, part.stop))
    return {name: np.concatenate([first[name], second[name]], axis=-1) for name in first}
