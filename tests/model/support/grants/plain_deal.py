"""The small deal without a cost of finance during construction: uses of 1,000, half in each year."""

from __future__ import annotations

from typing import Any

__all__ = ["PLAIN", "granted", "prepared"]

PLAIN: dict[str, Any] = {
    "facilities.senior.base_rate": 0.0,
    "facilities.senior.sizing": {"amount": 400.0},
    "facilities.senior.repayment": {"profile": "equal"},
}
"""400 lent for nothing, repaid in six parts."""

TERMS = (
    "amount", "share", "capex_share", "drawn", "milestones", "reimbursement_months", "bridge", "tax_pool", "paid_share",
)  # fmt: skip


def granted(**terms: Any) -> dict[str, Any]:
    """The plain deal with a grant of the city; what is no term of the grant changes the deal at its dotted path."""
    grant = {key: value for key, value in terms.items() if key in TERMS}
    changes = {key: value for key, value in terms.items() if key not in TERMS}
    return {**PLAIN, **changes, "grants": {"city": {"type": "capital_grant", **grant}}}


def prepared(**terms: Any) -> dict[str, Any]:
    """Preparation for 40, of which a fund pays 30."""
    grant = {"type": "preparation_grant", "cost": 40.0, "amount": 30.0, **terms}
    return {**PLAIN, "grants": {"studies": grant}}
