"""The sample portfolio with scenarios made by hand, so that a page of all that there may be is fast."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from finmodel.pooled import (
    Diversification,
    Percentiles,
    Pooled,
    PooledKpi,
    PooledLine,
    PoolSimulation,
    SpreadOf,
    TrancheRisk,
)
from finmodel.results import Value
from tests.pools import cities

__all__ = ["drawn_pool"]

_FACTORS = {"p5": 0.8, "p25": 0.9, "p50": 1.0, "p75": 1.05, "p95": 1.2}


@cache
def drawn_pool() -> Pooled:
    """The pool with percentiles at fixed factors of its base case."""
    pool = cities()
    spread = SpreadOf(100.0, 10.0, 20.0, 25.0)
    run = PoolSimulation(
        scenarios=1000,
        seed=7,
        resized=False,
        kpis={name: _of_kpi(kpi) for name, kpi in pool.kpis.items()},
        lines={name: _of_line(line) for name, line in pool.lines.items()},
        tranches=[
            TrancheRisk(tranche.name, 0.01 * place, 0.001, 0.02, 0.05, 0.5, _of_kpi(pool.kpis["dscr_minimum"]))
            for place, tranche in enumerate(pool.tranches)
        ],
        diversification=[
            Diversification("CFADS, present value", {deal.name: spread for deal in pool.deals}, spread, spread, spread,
                            40.0, 80.0),
        ],
        default_probability={deal.name: 0.1 for deal in pool.deals},
        unsolved=2,
    )  # fmt: skip
    return replace(pool, simulation=run, frozen=True)


def _times(value: Value, factor: float) -> Value:
    return None if value is None else value * factor


def _of_kpi(kpi: PooledKpi) -> Percentiles:
    levels = {level: (_times(kpi.value, factor),) for level, factor in _FACTORS.items()}
    return Percentiles(kpi.label, kpi.unit, (kpi.value,), levels, (0.01,), (0,))


def _of_line(line: PooledLine) -> Percentiles:
    levels = {level: tuple(_times(v, factor) for v in line.values) for level, factor in _FACTORS.items()}
    return Percentiles(line.label, line.unit, line.values, levels)
