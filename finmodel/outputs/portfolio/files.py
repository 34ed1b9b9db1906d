"""Files of a portfolio: its results as JSON and a page, every scenario as arrays, and a store if asked for."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from finmodel.arrays import write_arrays
from finmodel.outputs.files import replacing, write_text
from finmodel.outputs.portfolio.records import portfolio_json
from finmodel.outputs.portfolio.store import write_store
from finmodel.outputs.uncertainty.portfolio_page import write_portfolio_page
from finmodel.pooled import Pooled

__all__ = ["ARRAYS", "PAGE", "RESULTS", "write_portfolio"]

RESULTS, ARRAYS, PAGE = "portfolio.json", "portfolio.npz", "portfolio.html"


def write_portfolio(
    pooled: Pooled,
    found: Mapping[str, NDArray[np.float64]],
    folder: Path,
    store: Path | None = None,
    *,
    lang: str = "en",
) -> tuple[Path, ...]:
    """The results of a portfolio with a page, and what was found in every scenario; the paths of what is written."""
    written = [folder / RESULTS]
    if found:
        with replacing(folder / ARRAYS) as draft, draft.open("wb") as file:
            write_arrays(file, sorted(found.items()))
        written.append(folder / ARRAYS)
    if store is not None:
        write_store(pooled, found, store)
        written.append(store)
    write_text(folder / RESULTS, portfolio_json(pooled))
    write_portfolio_page(pooled, folder / PAGE, lang)
    return (*written, folder / PAGE)
