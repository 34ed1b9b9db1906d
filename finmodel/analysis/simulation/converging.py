"""Convergence: what the first scenarios alone would have said, at a sixteenth, an eighth, a quarter, a half and all."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.simulation.kept import DEFAULT, LOCK_UP
from finmodel.analysis.simulation.spreads import share_error, spread_of
from finmodel.results import Value
from finmodel.simulated import Convergence

__all__ = ["convergence"]

_KPIS = ("equity_irr", "project_irr", "dscr_minimum", "llcr_minimum")
_SHARES = (5, 50, 95)
_PARTS = (16, 8, 4, 2, 1)


def convergence(gathered: Callable[[str], NDArray[Any]], kpis: Collection[str], hurdle: float) -> Convergence:
    """Estimates of means, percentiles and probabilities with their standard errors, by number of scenarios.

    ``gathered`` gives what all scenarios have of a name. Latin hypercube and Sobol draws are balanced only as a whole,
    so that their first parts err about as much as random draws.
    """
    total = gathered("ok").shape[-1]
    counts = tuple(sorted({total // part for part in _PARTS if total // part}))
    found: dict[str, list[tuple[Value, Value]]] = {}
    for name in (name for name in _KPIS if name in kpis):
        values = gathered(f"kpi:{name}")
        for count in counts:
            spread = spread_of(values[:count], percentiles=_SHARES)
            found.setdefault(f"{name}.mean", []).append((spread.mean, spread.mean_error))
            for share in _SHARES:
                pair = spread.percentiles[share], spread.percentile_errors[share]
                found.setdefault(f"{name}.p{share}", []).append(pair)
    for name, happens in _happening(gathered, kpis, hurdle).items():
        for count in counts:
            chance = float(happens[:count].mean())
            found.setdefault(name, []).append((chance, share_error(chance, count)))
    return Convergence(
        counts,
        {name: tuple(value for value, _ in pairs) for name, pairs in found.items()},
        {name: tuple(error for _, error in pairs) for name, pairs in found.items()},
    )


def _happening(
    gathered: Callable[[str], NDArray[Any]], kpis: Collection[str], hurdle: float
) -> dict[str, NDArray[np.bool_]]:
    flags = {name: gathered(f"flag:{name}").astype(bool) for name in (DEFAULT, LOCK_UP)}
    if "equity_irr" in kpis:
        values = gathered("kpi:equity_irr")
        flags["below_hurdle"] = np.isnan(values) | (values < hurdle)
    return flags
