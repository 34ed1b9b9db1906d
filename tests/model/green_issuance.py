"""A municipal issue with a label, beside one without: an eligible project, allocations in two years, limits."""

from typing import Any

from tests.model.small_issuance import BOND

__all__ = ["GREEN_ISSUE", "PRICED_ISSUE"]

GREEN_ISSUE: dict[str, Any] = {
    "issuance.placement_rate": 0.10,
    "issuer": {"revenue": 20000.0, "spending": 17000.0, "other_debt": 400.0, "other_debt_service": 60.0,
               "highest_service_to_revenue": 0.10, "highest_debt_to_revenue": 0.6, "lowest_cover": 1.2},
    "bonds.first.costs": {"placement_rate": 0.01, "listing_initial": 2.0, "listing_yearly": 1.0},
    "bonds.plain": BOND | {"type": "bond", "principal": 300.0, "issue_price": 1.0, "maturity_date": "2028-09-15",
                           "coupons_a_year": 1},
    "emissions": {"sun": {"without_project": {"quantity": 1e6, "factor": 0.8}}},
    "green": {
        "framework": {"title": "Framework", "use_of_proceeds": "Solar roofs"},
        "management": {"tracking": "sub_account", "placements": {"deposit": {"kind": "deposit"}}},
        "projects": {
            "roofs": {
                "category": "renewable_energy", "total_cost": 1600.0, "signed_amount": 1200.0, "eligible_share": 0.9,
                "operation_from": "2027-07-01", "lifetime_years": 25, "ghg": {"emissions": "sun"}, "sdgs": [7, 13],
                "indicators": {"electricity_generated": {"baseline": 0, "with_project": 1000}},
            }
        },
        "allocations": {
            "in_2026": {"instrument": "first", "project": "roofs", "year": 2026, "amount": 400.0},
            "in_2027": {"instrument": "first", "project": "roofs", "year": 2027, "amount": 400.0},
        },
    },
}  # fmt: skip
"""Of 990, 800 are allocated: 400 in the first period, 400 in the third; 190 wait until the bond is redeemed."""

PRICED_ISSUE: dict[str, Any] = {
    **GREEN_ISSUE,
    "carbon_prices.shadow": {"path": "given", "years": [2026, 2030], "prices": [40.0, 80.0], "exchange": 500.0},
}
"""The same with a shadow price of carbon: 40 in 2026, 80 from 2030, at 500 of the case's currency."""
