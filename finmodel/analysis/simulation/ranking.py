"""What drives a result: rank correlation, regression of ranks and contribution to variance of every driver."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from finmodel.results import Value
from finmodel.simulated import Driver, DriverRanking

__all__ = ["ranked", "ranking"]

Array = NDArray[np.float64]

_NOTHING = 1e-12


def ranking(
    kpi: str, values: Array, drivers: Mapping[str, Array], about: Mapping[str, tuple[str, str]]
) -> DriverRanking:
    """The drivers of one result, from the scenarios in which it has a value.

    ``drivers`` are already ranked over all scenarios (``ranked``), and ranked anew where some have no value;
    ``about`` gives label and kind by name. A regression needs more scenarios than drivers.
    """
    known = ~np.isnan(values)
    blank = not known.all()
    result = ranked(values[known])
    own = {name: ranked(x[known]) if blank else x for name, x in drivers.items()}
    matrix = np.stack([_scaled(x) for x in own.values()]) if own else np.empty((0, result.size))
    target = _scaled(result)
    together = matrix @ target / max(result.size, 1)
    moves = [bool(row.any()) for row in matrix]
    coefficients, explained = _regressed(matrix, target, moves)
    weight = float((together**2).sum())
    found = [
        Driver(
            name=name,
            label=about[name][0],
            kind=about[name][1],
            rank_correlation=float(together[place]) if moves[place] and target.any() else None,
            regression=coefficients[place],
            share=float(np.sign(together[place]) * together[place] ** 2 / weight) if weight > _NOTHING else None,
        )
        for place, name in enumerate(own)
    ]
    found.sort(key=lambda driver: -abs(driver.rank_correlation or 0.0))
    return DriverRanking(kpi, tuple(found), explained, int(known.sum()))


def ranked(values: NDArray[np.floating]) -> Array:
    """The rank of every value from 1, ties at their mean."""
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    starts = np.flatnonzero(np.concatenate([[True], ordered[1:] != ordered[:-1]])) if values.size else np.empty(0, int)
    ends = np.concatenate([starts[1:], [values.size]]).astype(int)
    means = (starts + ends + 1) / 2.0
    found = np.empty(values.size)
    found[order] = np.repeat(means, ends - starts)
    return found


def _scaled(values: Array) -> Array:
    """Values with mean 0 and standard deviation 1; all 0 where they do not differ."""
    if not values.size:
        return values
    centred = values - values.mean()
    deviation = centred.std()
    return centred / deviation if deviation > _NOTHING else np.zeros_like(centred)


def _regressed(matrix: Array, target: Array, moves: list[bool]) -> tuple[list[Value], Value]:
    """The coefficients of a linear regression of the scaled ranks, and R²; none where it cannot be made."""
    nothing: list[Value] = [None] * len(moves)
    used = matrix[moves]
    if not used.size or target.size <= len(moves) + 1 or not target.any():
        return nothing, None
    normal = used @ used.T / target.size
    right = used @ target / target.size
    solution, *_ = np.linalg.lstsq(normal, right, rcond=None)
    explained = float(solution @ right)
    places = iter(solution.tolist())
    return [float(next(places)) if moved else None for moved in moves], min(max(explained, 0.0), 1.0)
