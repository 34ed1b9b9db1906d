"""The small deal with a loan of 600 that is repaid in six parts of 100, and what prepays it."""

from __future__ import annotations

from typing import Any

__all__ = ["EQUAL", "JUNIOR", "swept"]

EQUAL: dict[str, Any] = {
    "facilities.senior.sizing": {"amount": 600.0},
    "facilities.senior.repayment": {"profile": "equal"},
}
"""250 of cash a year from 2029 on; interest at 10 % on 600, 500, 400 and so on."""

JUNIOR: dict[str, Any] = {
    "type": "mezzanine_loan",
    "base_rate": 0.10,
    "day_count": "30_360",
    "tenor_months": 96,
    "sizing": {"amount": 120.0},
    "repayment": {"profile": "equal"},
}
"""120 repaid in six parts of 20 after the senior loan."""


def swept(order: str, **sweep: Any) -> dict[str, Any]:
    """Half of the cash prepays the loan, unless it is said otherwise."""
    return {**EQUAL, "facilities.senior.sweep": {"share": 0.5, **sweep}, "facilities.senior.prepayment_order": order}
