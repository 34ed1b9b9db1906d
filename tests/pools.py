"""Portfolios that several tests read: the sample of the cities, and a small pool written into a folder."""

from functools import cache
from pathlib import Path

from finmodel.errors import CaseError
from finmodel.inputs.portfolio_loader import LoadedPortfolio, load_portfolio
from finmodel.pipeline import pool_deals
from finmodel.pooled import Pooled

__all__ = ["CASES", "CITIES", "SMALL", "cities", "pool_said", "small_pool"]

CASES = Path(__file__).parents[1] / "cases"
CITIES = CASES / "portfolio_cities"
_KIOSKS = CASES / "wifi_kiosks"

SMALL = f"""\
portfolio: {{title: Two of a kind, currency: KZT, money: million, discount_rate: 15 %}}
cases:
  north: {{file: {_KIOSKS}, share: 50 %, sector: kiosks, city: almaty, parties: {{advertisers: agency}}}}
  south: {{file: {_KIOSKS}, share: 50 %, sector: kiosks, city: shymkent, parties: {{advertisers: agency}}}}
"""


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
