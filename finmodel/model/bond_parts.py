"""Which sections a bond of an issuance is made of, and its curves and sustainability targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from finmodel.expr.section import Part, Section
from finmodel.inputs.bond_terms import FloatingCoupon, InflationLinkedCoupon
from finmodel.inputs.bonds import IssuedBond
from finmodel.inputs.curves import PriceIndex, RatePath
from finmodel.inputs.text import joined, label_of
from finmodel.model.bond_pricing_parts import at_issue, counts_periods, pricing_parts
from finmodel.model.bonds.bond import bond
from finmodel.model.bonds.costs import costs
from finmodel.model.bonds.coupon_dates import calendar_position, coupon_dates
from finmodel.model.bonds.coupons.fixed import fixed
from finmodel.model.bonds.coupons.floating import compounded, floating, in_advance
from finmodel.model.bonds.coupons.inflation_linked import inflation_linked
from finmodel.model.bonds.interest_years import coupon_years, yield_years
from finmodel.model.bonds.issued_sukuk import issued_sukuk, lease_cover, lease_tradability
from finmodel.model.bonds.linked_bond import linked_bond, premium_at_maturity, step_by_coupon, target_of_bond
from finmodel.model.bonds.redemption.amortising import amortising
from finmodel.model.bonds.redemption.bullet import bullet
from finmodel.model.bonds.redemption.given import given
from finmodel.model.bonds.redemption.repayment_dates import repayment_dates
from finmodel.model.bonds.redemption.sinking_fund import sinking_fund
from finmodel.model.curves.price_index import price_index
from finmodel.model.curves.rate_path import rate_path
from finmodel.model.thematic.linked import expected_steps
from finmodel.model.thematic.missed_above import missed_above
from finmodel.model.thematic.missed_below import missed_below
from finmodel.model.thematic.sustainability_target import expected_step, redemption_premium_of

__all__ = ["at_issue", "bond_parts"]

_PROFILES: Mapping[str, Sequence[Section]] = {
    "bullet": (bullet,),
    "amortising": (repayment_dates, amortising),
    "given": (given,),
    "sinking_fund": (bullet, repayment_dates, sinking_fund),
}
_PATHS: Mapping[type, Section] = {RatePath: rate_path, PriceIndex: price_index}
_MISSED = {"less": missed_above, "more": missed_below}
_READ_BY_TARGETS = {
    "opening": "face_bearing",
    "day_count": "interest_years",
    "step_factor": "step_factor",
    "maturity_flag": "maturity_flag",
    "coupon_flag": "coupon_flag",
    "accrual_start": "accrual_start",
}
"""What a target reads of its bond, by the names that targets of loans use."""


def bond_parts(issuance: Any) -> Iterable[Part]:
    """The parts of every curve, bond and target of an issuance, then the valuations of its bonds."""
    for curve, stated in issuance.curves.items():
        if type(stated) in _PATHS:
            yield _PATHS[type(stated)].instance(curve, label=label_of(curve, stated))
    for name, terms in issuance.bonds.items():
        yield _bond(issuance, name, terms)
        yield from _targets(name, terms)
    for name, terms in issuance.bonds.items():
        yield from pricing_parts(issuance, name, terms)


def _bond(issuance: Any, name: str, terms: IssuedBond) -> Part:
    use = "green" if terms.labelled else "general"
    return bond.instance(
        name,
        coupon_dates,
        *([calendar_position("issue_date")] if counts_periods(terms) else []),
        coupon_years(terms.day_count),
        yield_years(terms.yield_day_count or terms.day_count),
        *_coupon(terms),
        *_PROFILES[terms.redemption.profile],
        costs,
        *_leased(terms),
        *_linked(terms),
        label=label_of(name, terms),
        roles={"holder": terms.holder, "use": use, "account_bank": issuance.issuance.account_bank},
        links={"price_by_yield": f"{at_issue(name)}.clean_price"} if terms.issue_yield else {},
    )


def _leased(terms: IssuedBond) -> Iterable[Section]:
    """What a lease adds to certificates."""
    if terms.lease is not None:
        yield issued_sukuk
        yield from [lease_cover] * (terms.lease.minimum_asset_cover is not None)
        yield from [lease_tradability] * (terms.lease.tradability_share is not None)


def _coupon(terms: IssuedBond) -> Sequence[Section]:
    match terms.coupon:
        case FloatingCoupon(curve=curve, fixing=fixing):
            return floating, (compounded if fixing == "compounded" else in_advance)(curve)
        case InflationLinkedCoupon(curve=curve):
            return (inflation_linked(curve),)
    return (fixed,)


def _linked(terms: IssuedBond) -> Iterable[Section]:
    """What sustainability targets add to a bond."""
    if terms.targets:
        yield linked_bond
    if any(target.miss_probability is not None for target in terms.targets.values()):
        yield expected_steps
    if any(target.with_premium for target in terms.targets.values()):
        yield premium_at_maturity


def _targets(name: str, terms: IssuedBond) -> Iterable[Part]:
    for key, target in terms.targets.items():
        yield target_of_bond.instance(
            f"{name}_{key}",
            step_by_coupon,
            _MISSED[target.better],
            *([redemption_premium_of] if target.with_premium else []),
            *([expected_step] if target.miss_probability is not None else []),
            label=joined(label_of(name, terms), label_of(key, target)),
            roles={"loan": name},
            links={f"loan_{own}": f"{name}.{line}" for own, line in _READ_BY_TARGETS.items()},
        )
