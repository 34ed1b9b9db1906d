"""Which sections the valuations of a bond are made of: on the day of issue, and for each trade."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from finmodel.expr.section import Part, Section
from finmodel.inputs.bonds import IssuedBond
from finmodel.inputs.curves import YieldCurve
from finmodel.inputs.text import joined, label_of
from finmodel.model.bonds.coupon_dates import calendar_position
from finmodel.model.bonds.day_counts import ICMA
from finmodel.model.bonds.pricing.all_in_cost import all_in_cost
from finmodel.model.bonds.pricing.durations import durations
from finmodel.model.bonds.pricing.payments import accrued_by, payments, yield_time_by
from finmodel.model.bonds.pricing.price_of_yield import price_of_yield
from finmodel.model.bonds.pricing.spreads import (
    g_spread,
    greenium_to_bond,
    greenium_to_curve,
    z_spread,
)
from finmodel.model.bonds.pricing.yield_of_price import yield_of_price

__all__ = ["at_issue", "counts_periods", "pricing_parts"]

_READ_BY_PRICING = (
    "coupon_flag", "coupon_number", "coupons_left", "regular_date", "accrual_start", "interest_years",
    "discounted_years", "years_so_far", "interest", "redemption", "face_redeemed", "rate", "coupons_a_year",
    "maturity_date", "coupon_months", "coupon_day",
)  # fmt: skip
"""What the valuation of a bond reads of the bond, by the same names."""


def at_issue(name: str) -> str:
    """The instance that values a bond on the day of its issue."""
    return f"{name}_at_issue"


def counts_periods(terms: IssuedBond) -> bool:
    """Whether time counts in coupon periods, for interest or for yields."""
    return ICMA in (terms.day_count, terms.yield_day_count)


def pricing_parts(issuance: Any, name: str, terms: IssuedBond) -> Iterable[Part]:
    """The valuations of one bond."""
    yield _issue(issuance, name, terms)
    yield from _trades(issuance, name, terms)


def _issue(issuance: Any, name: str, terms: IssuedBond) -> Part:
    """A bond on the day of issue, at its issue price or yield, with what it costs the issuer."""
    of_bond = {"running_costs": f"{name}.running_costs_paid", "costs_at_issue": f"{name}.issue_costs_paid"}
    settled = {"settlement_date": _issue_date(name, terms)}
    agreed = {"yield_rate": f"{name}.issue_yield"} if terms.issue_yield else {"price": f"{name}.issue_price_per_100"}
    return payments.instance(
        at_issue(name),
        price_of_yield if terms.issue_yield else yield_of_price,
        *_valued(issuance, terms, first=True),
        all_in_cost,
        label=label_of(name, terms),
        roles={"bond": name},
        links={**_links(name, terms), **of_bond, **settled, **agreed, **_compared(issuance, terms)},
    )


def _trades(issuance: Any, name: str, terms: IssuedBond) -> Iterable[Part]:
    for trade, agreed in terms.trades.items():
        yield payments.instance(
            f"{name}_{trade}",
            price_of_yield if agreed.yield_rate is not None else yield_of_price,
            *_valued(issuance, terms),
            label=joined(label_of(name, terms), label_of(trade, agreed)),
            roles={"bond": name},
            links=_links(name, terms),
        )


def _valued(issuance: Any, terms: IssuedBond, *, first: bool = False) -> Iterable[Section]:
    """The sections of any valuation; a comparable bond is compared at issue alone, for its yield is of that day."""
    yield durations
    yield accrued_by(terms.day_count)
    yield yield_time_by(terms.yield_day_count or terms.day_count)
    if counts_periods(terms):
        yield calendar_position("settlement_date")
    benchmark, comparable = (issuance.curves.get(name or "") for name in (terms.benchmark, terms.comparable))
    if terms.benchmark and isinstance(benchmark, YieldCurve):
        tenors = len(benchmark.tenor_years.numbers)
        if benchmark.yields is not None:
            yield g_spread(terms.benchmark, tenors)
        if benchmark.zero_rates is not None:
            yield z_spread(terms.benchmark, tenors)
    if terms.comparable and isinstance(comparable, YieldCurve):
        yield greenium_to_curve(terms.comparable, len(comparable.tenor_years.numbers))
    elif terms.comparable and first:
        yield greenium_to_bond


def _links(name: str, terms: IssuedBond) -> dict[str, str]:
    return {
        **{line: f"{name}.{line}" for line in _READ_BY_PRICING},
        "issue_periods_left": f"{name}.periods_left",
        "issue_date": _issue_date(name, terms),
        "compounding": _compounding(name, terms),
    }


def _compared(issuance: Any, terms: IssuedBond) -> dict[str, str]:
    if terms.comparable is None or terms.comparable not in issuance.bonds:
        return {}
    other = at_issue(terms.comparable)
    return {
        "other_yield": f"{other}.yield_to_maturity",
        "other_years": f"{other}.maturity_years",
        "other_compounding": _compounding(terms.comparable, issuance.bonds[terms.comparable]),
    }


def _compounding(name: str, terms: IssuedBond) -> str:
    return f"{name}.{'coupons_a_year' if terms.compounding_a_year is None else 'compounding_a_year'}"


def _issue_date(name: str, terms: IssuedBond) -> str:
    return f"{name}.issue_date" if terms.issue_date else "issue_date"
