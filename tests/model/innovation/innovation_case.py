"""A pilot of the small deal that a city co-finances, and what follows at scale; yearly periods, rates of 10 %."""

from __future__ import annotations

from typing import Any

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

__all__ = ["PILOT", "innovation", "innovation_deal"]

PILOT: dict[str, Any] = {
    "valuation.convention": "periods",
    "timing.operation_months": 12,
    "facilities.senior.tenor_months": 36,
    "grants.co_finance": {"type": "capital_grant", "amount": 400.0, "drawn": "first"},
}
"""500 at once and 500 a year later, of which the city grants 400; then a year of 300 from the city, and costs of 50."""

TERMS: dict[str, Any] = {
    "gate_months": 24, "success": 0.4, "rate": 0.10,
    "city_at_scale": {"cost": [50.0, 50.0, 50.0], "benefit": [0.0, 400.0, 400.0]},
    "company_at_scale": {"investment": [600.0], "benefit": [0.0, 500.0, 500.0]},
}  # fmt: skip


def innovation_deal(**terms: Any) -> dict[str, Any]:
    """The small deal as the pilot of an innovation."""
    return {**PILOT, "innovation_procurement.mobility": {**TERMS, **terms}}


def innovation(**terms: Any) -> Batch:
    """Every line of it."""
    return sized(innovation_deal(**terms))
