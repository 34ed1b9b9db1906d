"""Files of a portfolio: its results as JSON, the values of every scenario as arrays, and a store if asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from finmodel.arrays import write_arrays
from finmodel.outputs.files import replacing, write_text
from finmodel.outputs.portfolio.records import portfolio_json
from finmodel.outputs.portfolio.store import write_store
from finmodel.pooled import Pooled

__all__ = ["ARRAYS", "RESULTS", "write_portfolio"]

RESULTS, ARRAYS = "portfolio.json", "portfolio.npz"


def write_portfolio(
    pooled: Pooled, found: Mapping[str, NDArray[np.float64]], folder: Path, store: Path | None = None
) -> tuple[Path, ...]:
    """The results of a portfolio, and of every scenario what was found, where there are any; the paths written."""
    written = [folder / RESULTS]
    if found:
        with replacing(folder / ARRAYS) as draft, draft.open("wb") as file:
            write_arrays(file, sorted(found.items()))
        written.append(folder / ARRAYS)
    if store is not None:
        write_store(pooled, found, store)
        written.append(store)
    write_text(folder / RESULTS, portfolio_json(pooled))
    return tuple(written)
