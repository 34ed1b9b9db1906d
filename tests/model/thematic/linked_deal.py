"""A bullet bond of 100 for five years at 15 %, drawn at the end of 2027, whose coupon is linked to a target."""

from __future__ import annotations

from typing import Any

__all__ = ["TARGET", "bullet", "linked"]

TARGET: dict[str, Any] = {
    "indicator": "Electricity a light, kWh a year",
    "baseline": 700,
    "baseline_year": 2025,
    "path": 420,
    "target": 400,
    "observation_date": "2030-12-31",
    "step_up_rate": 0.0025,
}
"""420 where 400 was promised: missed at the end of 2030, so that the coupons of years four and five step."""


def bullet(kind: str = "bond", /, **terms: Any) -> dict[str, Any]:
    """The small deal built within 2027, with a bullet bond of 100 that falls due at the end of 2032."""
    bond = {
        "type": kind, "base_rate": 0.15, "day_count": "30_360", "tenor_months": 72, "sizing": {"amount": 100.0},
        "repayment": {"profile": "balloon"}, **terms,
    }  # fmt: skip
    return {"timing.construction_months": 12, "timing.operation_months": 96, "facilities": {"senior": bond}}


def linked(**target: Any) -> dict[str, Any]:
    """The same bond, linked to the target with what is said otherwise of it."""
    return bullet("sustainability_linked_bond", targets={"energy": {**TARGET, **target}})
