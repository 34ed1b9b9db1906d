"""The small deal with a loan of 600 in six parts of 100, of which 400 are owed when it is refinanced after 2030."""

from __future__ import annotations

from typing import Any

from tests.model.prepayment.deals import EQUAL

__all__ = ["refinanced"]


def refinanced(sizing: dict[str, Any] | None = None, /, **terms: Any) -> dict[str, Any]:
    """The balance replaced at 6 % by four parts of 100, without costs, unless it is said otherwise."""
    stated = {
        "facility": "senior",
        "month": 48,
        "base_rate": 0.06,
        "day_count": "30_360",
        "tenor_months": 48,
        "sizing": sizing or {"balance": 1.0},
        "repayment": {"profile": "equal"},
        "gain_discount_rate": 0.12,
        **terms,
    }
    return {**EQUAL, "refinancing": {"fresh": stated}, "valuation.convention": "periods"}
