"""The small deal with a loan in dollars and each kind of hedge."""

from __future__ import annotations

from typing import Any

from tests.model.currency.deals import DOLLARS

__all__ = ["AMOUNT", "FORWARD", "PARITY", "RATE_SWAP", "SWAP", "hedged"]

PARITY = 1.15 / 1.05
"""What a year's forward costs in the small deal: tenge at 15 %, dollars at 5 %."""

FORWARD: dict[str, Any] = {"type": "fx_forward", "facility": "senior"}
SWAP: dict[str, Any] = {"type": "cross_currency_swap", "facility": "senior", "fixed_rate": 0.21}
RATE_SWAP: dict[str, Any] = {"type": "interest_rate_swap", "facility": "senior", "fixed_rate": 0.12}

AMOUNT: dict[str, Any] = {"facilities.senior.sizing": {"amount": 1.0}, "facilities.senior.repayment.profile": "equal"}
"""A million dollars, a sixth of it repaid each year from 2029 on."""


def hedged(*hedges: dict[str, Any], **more: Any) -> dict[str, Any]:
    """The deal in dollars with hedges ``first``, ``second`` and so on."""
    names = ("first", "second", "third")
    return {**DOLLARS, **{f"hedges.{name}": one for name, one in zip(names, hedges, strict=False)}, **more}
