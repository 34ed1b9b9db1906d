"""A lighting contract of the small deal: 1,000 MWh before, 620 after, at 30 KZT a kWh (0.03 million a MWh)."""

from __future__ import annotations

from typing import Any

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

__all__ = ["lights", "lights_deal"]

MODELS: dict[str, dict[str, Any]] = {
    "guaranteed_savings": {"service_fee": 10.0, "guaranteed": 350.0},
    "shared_savings": {"savings_share": 0.8},
    "first_out": {"payback_amount": 50.0},
    "energy_service": {"price": 0.01, "volume": 900.0},
}


def lights_deal(model: str, **terms: Any) -> dict[str, Any]:
    """The small deal with the contract by one of its models."""
    contract = {"type": "energy_performance", "model": model, "baseline": 1000.0, "measured": 620.0, "tariff": 0.03}
    return {"revenue.lights": {**contract, **MODELS[model], **terms}, "indices": {"cpi": {"rate": 0.10}}}


def lights(model: str, **terms: Any) -> Batch:
    """Every line of it."""
    return sized(lights_deal(model, **terms))
