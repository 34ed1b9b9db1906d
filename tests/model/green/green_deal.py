"""The small deal as a green one: a loan of 700 draws 350 a year in 2027 and 2028 and pays for two projects."""

from typing import Any

from finmodel.engines.numpy_engine import Batch
from tests.model.small_case import sized

GRID = {"quantity": 1e6, "factor": 0.80, "factor_low": 0.70, "factor_high": 0.90}
SOLAR: dict[str, Any] = {
    "category": "renewable_energy",
    "total_cost": 800.0,
    "signed_amount": 600.0,
    "eligible_share": 0.9,
    "lifetime_years": 20,
    "ghg": {"emissions": "power", "method": "combined_margin"},
    "indicators": {
        "electricity_generated": {"baseline": 0, "with_project": 1000},
        "capacity_installed": {"baseline": 0, "with_project": 2},
    },
}
WATER: dict[str, Any] = {
    "category": "water_and_wastewater",
    "total_cost": 400.0,
    "signed_amount": 200.0,
    "eligible_share": 1.0,
    "operation_from": "2028-07-01",
    "lifetime_years": 3,
    "indicators": {"water_used": {"baseline": 900, "with_project": 600}},
}
GREEN: dict[str, Any] = {
    "emissions.power": {"without_project": GRID},
    "green": {
        "management": {"placements": {"bills": {"kind": "treasury_bills", "share": 0.75}, "rest": {"share": 0.25}}},
        "projects": {"solar": SOLAR, "water": WATER},
        "allocations": {
            "solar_2027": {"instrument": "senior", "project": "solar", "year": 2027, "amount": 300},
            "solar_2028": {"instrument": "senior", "project": "solar", "year": 2028, "amount": 100},
            "water_2028": {"instrument": "senior", "project": "water", "year": 2028, "amount": 200},
        },
    },
}
"""700 of proceeds, 400 for the solar plant and 200 for water; 100 wait."""


def green_deal(**changes: Any) -> Batch:
    """Every line of it; ``changes`` stand at their dotted paths, with ``__`` for a dot."""
    return sized({**GREEN, **{path.replace("__", "."): value for path, value in changes.items()}})
