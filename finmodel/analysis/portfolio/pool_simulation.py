"""Records of a pool over many scenarios: percentiles, tranche losses, coverage, diversification, defaults."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.portfolio.diversification import Spread, diversified
from finmodel.analysis.portfolio.gathered import MEASURES
from finmodel.analysis.portfolio.pool import KPIS
from finmodel.inputs.portfolio import Portfolio
from finmodel.pooled import Diversification, Percentiles, Pooled, PoolSimulation, SpreadOf, TrancheRisk
from finmodel.results import Value
from finmodel.units import Unit

__all__ = ["LEVELS", "simulation_of"]

Array = NDArray[np.float64]
Arrays = Mapping[str, Array]

LEVELS = (5, 25, 50, 75, 95)
"""The percentiles shown; those of Hyndman and Fan's type 7, as NumPy, R and Excel's PERCENTILE.INC have them."""
_LOST = 1e-9
"""A loss below this share of a tranche is what rounding leaves of none."""


def simulation_of(
    portfolio: Portfolio, pooled: Pooled, found: Arrays, *, seed: int, resized: bool, moved: Mapping[str, Sequence[str]]
) -> PoolSimulation:
    """What the scenarios of a portfolio come to; those in which a deal has no solution are counted and left out."""
    ok = found["ok"] > 0
    kept = {name: values[..., ok] for name, values in found.items()}
    plan = pooled.trust.lines["paid"].values if pooled.trust is not None else ()
    return PoolSimulation(
        scenarios=len(ok),
        unsolved=int(len(ok) - ok.sum()),
        seed=seed,
        resized=resized,
        kpis={name: _percentiles(label, unit, kept[f"kpi:{name}"]) for name, (label, unit) in KPIS.items()},
        lines={
            name: _percentiles(line.label, line.unit, kept[f"line:{name}"])
            for name, line in pooled.lines.items()
            if f"line:{name}" in kept
        },
        tranches=[_risk(tranche.name, kept) for tranche in pooled.tranches],
        bond=_bond(portfolio, kept),
        bond_coverage=_coverage("Coverage of the bond", kept, "bond:coverage"),
        trust=_trust(plan, kept),
        trust_coverage=_over_plan(plan, kept),
        diversification=[_diversification(measure, pooled, kept, seed) for measure in MEASURES],
        default_probability={deal.name: float(kept[f"default:{deal.name}"].mean()) for deal in pooled.deals},
        moved=moved,
    )


def _percentiles(label: str, unit: Unit, values: Array) -> Percentiles:
    """Mean, its standard error and percentiles of one value, or of one a year; blanks are counted and left out."""
    rows = values if values.ndim == 2 else values[np.newaxis]
    known = [row[~np.isnan(row)] for row in rows]
    return Percentiles(
        label,
        unit,
        tuple(float(row.mean()) if len(row) else None for row in known),
        {
            f"p{level}": tuple(float(np.percentile(row, level)) if len(row) else None for row in known)
            for level in LEVELS
        },
        tuple(float(row.std(ddof=1) / len(row) ** 0.5) if len(row) > 1 else None for row in known),
        tuple(int(np.isnan(row).sum()) for row in rows),
    )


def _coverage(label: str, kept: Arrays, name: str) -> Percentiles | None:
    return _percentiles(label, Unit.RATIO, kept[name]) if name in kept else None


def _risk(name: str, kept: Arrays) -> TrancheRisk:
    loss = kept[f"loss:{name}"]
    lost = loss[loss > _LOST]
    return TrancheRisk(
        name=name,
        expected_loss=float(loss.mean()),
        standard_error=float(loss.std(ddof=1) / len(loss) ** 0.5) if len(loss) > 1 else 0.0,
        loss_probability=len(lost) / len(loss),
        loss_p95=float(np.percentile(loss, 95)),
        loss_given_loss=float(lost.mean()) if len(lost) else None,
        coverage=_percentiles("Coverage", Unit.RATIO, kept[f"coverage:{name}"]),
    )


def _bond(portfolio: Portfolio, kept: Arrays) -> dict[str, Value]:
    if portfolio.green_bond is None:
        return {}
    loss, coverage = kept["bond:loss"], kept["bond:coverage"]
    below = (coverage < portfolio.green_bond.coverage_target.number).any(axis=0)
    return {
        "expected_loss": float(loss.mean()),
        "loss_probability": float((loss > _LOST).mean()),
        "below_probability": float(below.mean()),
    }


def _over_plan(plan: Sequence[Value], kept: Arrays) -> Percentiles | None:
    """What can be distributed over what the base case pays out, in the years in which it pays out anything."""
    if not plan:
        return None
    planned = np.array([np.nan if value is None or value <= 0 else value for value in plan])[:, np.newaxis]
    return _percentiles("Distributable over planned", Unit.RATIO, kept["trust:distributable"] / planned)


def _trust(plan: Sequence[Value], kept: Arrays) -> dict[str, Value]:
    if not plan:
        return {}
    planned = np.array([value or 0.0 for value in plan])[:, np.newaxis]
    ratio = kept["trust:distributable"].sum(axis=0) / planned.sum()
    short = (kept["trust:distributable"] < planned * (1 - 1e-9)).any(axis=0)
    return {
        "coverage_mean": float(ratio.mean()),
        "coverage_p5": float(np.percentile(ratio, 5)),
        "below_plan_probability": float(short.mean()),
        "limit_probability": float((kept["trust:above"] > 0).any(axis=0).mean()),
    }


def _diversification(measure: str, pooled: Pooled, kept: Arrays, seed: int) -> Diversification:
    names = [deal.name for deal in pooled.deals]
    found = diversified(np.stack([kept[f"deal:{name}:{measure}"] for name in names]), seed)
    deviation, value_at_risk = found.alone_together
    return Diversification(
        measure=MEASURES[measure],
        alone={name: _record(spread) for name, spread in zip(names, found.alone, strict=True)},
        pool=_record(found.pool),
        independent=_record(found.independent),
        as_one=_record(found.as_one),
        deviation_alone=deviation,
        value_at_risk_alone=value_at_risk,
    )


def _record(spread: Spread) -> SpreadOf:
    return SpreadOf(spread.mean, spread.deviation, spread.value_at_risk, spread.shortfall)
