"""The small deal with every kind of benefit, as changes to it, as a file and as results."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from finmodel.pipeline import run_case
from finmodel.results import Results
from tests.model.small_case import small

__all__ = ["WHOLE", "appraised_deal", "deal_text"]

WHOLE: dict[str, Any] = {
    "indices.cpi.rate": 0.08,
    "currencies.usd": {"spot": 500.0, "path": "depreciation", "depreciation": 0.05},
    "opex.staff.index": "cpi",
    "tax.cit_rate": 0.2,
    "vat.vat_rate": 0.12,
    "carbon_prices.shadow": {"path": "world_bank_low", "currency": "usd", "price_rise": 0.3},
    "emissions.fuel": {
        "without_project": {"quantity": 10e6, "factor": 2.68},
        "with_project": {"quantity": 1e6, "factor": 0.8, "factor_decline": 0.02, "factor_year": 2027, "losses": 0.1},
        "construction_tonnes": 1000.0,
    },
    "economics": {
        "price_index": "cpi",
        "hourly_wage_cost": 2500.0,
        "hourly_household_income": 1500.0,
        "gdp_per_person": 8.0,
        "growth_per_person": 0.03,
        "conversion": {"traded_shares": {"plant": 0.6}, "labour_shares": {"staff": 0.9}, "factors": {"payment": 0.1}},
        "shadow_wage_factor": 0.8,
        "residual_value": 50.0,
        "benefits": {
            "trips": {"type": "time_saved", "hours": 0.1, "work_share": 0.2, "child_share": 0.1},
            "crashes": {"type": "accidents", "deaths": 2.0, "deaths_reduction": 0.4, "serious_injuries": 10.0,
                        "serious_reduction": 0.2},
            "carbon": {"type": "emissions", "avoided": "fuel", "carbon_price": "shadow"},
            "air": {"type": "local_air", "tonnes": 3.0, "damage": 5.0},
            "running_costs": {"type": "cost_savings", "amount": 20.0, "tax_share": 0.2, "growth": 0.01},
            "fares": {"type": "consumer_surplus", "use_without": 1.0, "use_with": 1.4, "cost_without": 50.0,
                      "cost_with": 45.0},
            "tidy": {"type": "other", "quantity": 2.0, "unit_value": 3.0, "haircut": 0.5},
        },
    },
}  # fmt: skip
"""Every kind of benefit, prices that rise, a currency, every kind of conversion."""


def deal_text() -> str:
    """The case file; JSON is YAML."""
    return json.dumps(small(WHOLE))


@cache
def appraised_deal() -> Results:
    """The results of it, computed once."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "deal.yaml"
        path.write_text(deal_text(), encoding="utf-8")
        return run_case(path)
