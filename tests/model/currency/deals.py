"""The small deal with a loan in dollars, for tests of foreign loans and their hedges."""

from __future__ import annotations

from typing import Any

__all__ = ["AFTER_CONSTRUCTION", "DOLLARS", "shock"]

DOLLARS: dict[str, Any] = {
    "currencies.usd": {"spot": 500.0, "depreciation": 0.08, "domestic_rate": 0.15, "foreign_rate": 0.05},
    "facilities.senior.currency": "usd",
}
"""500 a dollar at close, 8 % dearer each year; the loan of the small deal, at 10 %, is in dollars."""

AFTER_CONSTRUCTION = 24


def shock(size: float, month: int = AFTER_CONSTRUCTION) -> dict[str, Any]:
    """The dollar dearer by a share from a month on: what a scenario puts on top of ``DOLLARS``."""
    return {"currencies.usd.shock": size, "currencies.usd.shock_from_month": month}
