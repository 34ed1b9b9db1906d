"""PySAM's Single Owner as a scenario engine: the same deal again and again, revenue and cost shocked, debt re-sized."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.oracles.single_owner import A, prepared

__all__ = ["run_scenarios"]


def run_scenarios(count: int, *, seed: int = 1) -> float:
    """Runs ``count`` scenarios, each with its own prices and costs; returns the sum of the debts, so that all count."""
    model = prepared(A)
    draw = random.Random(seed)  # noqa: S311 - scenarios, not secrets
    debts = 0.0
    for _ in range(count):
        deal = replace(
            A,
            revenue=[amount * draw.uniform(0.9, 1.1) for amount in A.revenue],
            opex=[amount * draw.uniform(0.9, 1.1) for amount in A.opex],
        )
        model.Revenue.ppa_price_input = [amount / 8_760_000.0 for amount in deal.revenue]
        model.SystemCosts.om_fixed = list(deal.opex)
        model.execute(0)
        debts += model.Outputs.size_of_debt
    return debts
