"""Which sections a bond of an issuance is made of, and the valuations that belong to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from finmodel.expr.section import Part, Section
from finmodel.inputs.bonds import IssuedBond
from finmodel.model.bonds.bond import bond
from finmodel.model.bonds.costs import costs
from finmodel.model.bonds.coupon_dates import calendar_position, coupon_dates
from finmodel.model.bonds.coupons.fixed import fixed
from finmodel.model.bonds.day_counts import ICMA
from finmodel.model.bonds.interest_years import coupon_years, yield_years
from finmodel.model.bonds.redemption.amortising import amortising
from finmodel.model.bonds.redemption.bullet import bullet
from finmodel.model.bonds.redemption.given import given
from finmodel.model.bonds.redemption.repayment_dates import repayment_dates

__all__ = ["bond_parts"]

_PROFILES: Mapping[str, Sequence[Section]] = {
    "bullet": (bullet,),
    "amortising": (repayment_dates, amortising),
    "given": (given,),
}


def bond_parts(issuance: Any, also: Mapping[str, Sequence[Section]] | None = None) -> Iterable[Part]:
    """The parts of every bond of an issuance; ``also`` are further sections of a bond, by its name."""
    for name, terms in issuance.bonds.items():
        yield _bond(name, terms, (also or {}).get(name, ()))


def _bond(name: str, terms: IssuedBond, also: Sequence[Section]) -> Part:
    counted = {terms.day_count, terms.yield_day_count or terms.day_count}
    return bond.instance(
        name,
        coupon_dates,
        *([calendar_position("issue_date")] if ICMA in counted else []),
        coupon_years(terms.day_count),
        yield_years(terms.yield_day_count or terms.day_count),
        fixed,
        *_PROFILES[terms.redemption.profile],
        costs,
        *also,
        label=terms.label or name.replace("_", " ").capitalize(),
        roles={"holder": terms.holder, "use": "green" if terms.labelled else "general"},
    )
