"""Portfolios that several tests read: the sample of the cities, and a small pool written into a folder."""

import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from finmodel.errors import CaseError
from finmodel.inputs.portfolio_loader import LoadedPortfolio, load_portfolio
from finmodel.pooled import Pooled
from finmodel.portfolio import PoolRun, Written, pool_deals, simulate_pool

__all__ = ["CASES", "CITIES", "SMALL", "SMALL_FACTORS", "cities", "pool_said", "simulated_cities", "small_pool"]

CASES = Path(__file__).parents[1] / "cases"
CITIES = CASES / "portfolio_cities"
_KIOSKS = CASES / "wifi_kiosks"

SMALL = f"""\
portfolio: {{title: Two of a kind, currency: KZT, money: million, discount_rate: 15 %}}
cases:
  north: {{file: {_KIOSKS}, share: 50 %, sector: kiosks, city: almaty, parties: {{advertisers: agency}}}}
  south: {{file: {_KIOSKS}, share: 50 %, sector: kiosks, city: shymkent, parties: {{advertisers: agency}}}}
"""

SMALL_FACTORS = (
    SMALL
    + """\
factors:
  inflation: {type: mean_reverting, volatility: 2 %, reversion: 0.5, moves: [indices.cpi.rate]}
  demand: {type: geometric_brownian, volatility: 10 %, moves: [revenue.*.impressions], loadings: {north: 0.5}}
correlations: [{between: [inflation, demand], rank: -0.3}]
"""
)


@cache
def simulated_cities() -> tuple[Pooled, Mapping[str, NDArray[np.float64]]]:
    """The sample portfolio over 300 scenarios, and what was found in each."""
    with tempfile.TemporaryDirectory() as folder:
        found, _ = simulate_pool(CITIES, PoolRun(300, 7), Written(Path(folder)))
        with np.load(Path(folder) / "portfolio.npz") as file:
            return found, {name: file[name] for name in file.files}


@cache
def cities() -> Pooled:
    """The sample portfolio, as its base cases have it."""
    return pool_deals(CITIES)


def small_pool(folder: Path, text: str = SMALL) -> LoadedPortfolio:
    """The portfolio that a text holds, by way of a file in ``folder``."""
    (folder / "portfolio.yaml").write_text(text, encoding="utf-8")
    return load_portfolio(folder)


def pool_said(folder: Path, text: str) -> list[str]:
    """The problems of a portfolio, one line each, its file called ``portfolio.yaml``; none if there are none."""
    try:
        small_pool(folder, text)
    except CaseError as error:
        return [str(problem).replace(f"{folder}/", "") for problem in error.problems]
    return []
