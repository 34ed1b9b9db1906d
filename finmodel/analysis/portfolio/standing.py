"""Records of what stands on the pool in the base case: every tranche, the bond, the trust."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.portfolio.deals import by_year, present_value
from finmodel.analysis.portfolio.structures import Structures
from finmodel.analysis.portfolio.tranches import TrancheFlows, attachments
from finmodel.engines.internal_rate import internal_rates
from finmodel.inputs.portfolio import Portfolio
from finmodel.inputs.text import label_of
from finmodel.pooled import PooledBondResult, PooledLine, TrancheResult, TrustResult
from finmodel.units import Unit

__all__ = ["bond_result", "tranche_coverage", "tranche_lines", "tranche_results", "trust_result"]

Array = NDArray[np.float64]


def tranche_coverage(flows: TrancheFlows) -> Array:
    """What the pool pays after the fee over the size of a tranche and those before it, (tranche, scenario).

    Discounted at the coupons of these tranches, weighted by size.
    """
    terms = flows.terms
    paid = flows.interest.sum(axis=0) + flows.principal.sum(axis=0) + flows.residual
    before = np.concatenate([np.full((1, paid.shape[1]), terms.reserve), flows.reserve[:-1]])
    collected = paid + flows.reserve - before
    found = np.full((len(terms.sizes), paid.shape[1]), np.nan)
    for rank in range(len(terms.sizes)):
        sizes, coupons = np.array(terms.sizes[: rank + 1]), np.array(terms.coupons[: rank + 1])
        if sizes.sum() > 0:
            rate = float((sizes * coupons).sum() / sizes.sum())
            found[rank] = present_value(collected, rate) / (1 + rate) / sizes.sum()
    return found


def tranche_results(portfolio: Portfolio, structures: Structures, calendar: range) -> list[TrancheResult]:
    """Every tranche in its order of rank; none where the portfolio cuts none."""
    cut, flows = portfolio.tranching, structures.tranches
    if cut is None or flows is None:
        return []
    loss, coverage = flows.loss()[:, 0], tranche_coverage(flows)[:, 0]
    cover = flows.interest_coverage()[:, :, 0]
    places = attachments(flows.terms.sizes)
    return [
        TrancheResult(
            name=name,
            label=label_of(name, tranche),
            size=flows.terms.sizes[rank],
            coupon=tranche.coupon.number,
            attachment=places[rank][0],
            detachment=places[rank][1],
            loss=float(loss[rank]),
            coverage=_value(coverage[rank]),
            interest_coverage=_lowest(cover[rank]),
            average_life=_average_life(flows.principal[rank, :, 0]),
            internal_rate=_internal_rate(flows, rank),
            lines=_lines_of_tranche(flows, rank, structures.tranche_years, calendar),
        )
        for rank, (name, tranche) in enumerate(cut.tranches.items())
    ]


def _lines_of_tranche(flows: TrancheFlows, rank: int, years: range, calendar: range) -> dict[str, PooledLine]:
    named = {
        "interest": ("Interest", flows.interest[rank, :, 0]),
        "principal": ("Principal", flows.principal[rank, :, 0]),
        "owed": ("Owed, closing", flows.owed[rank, :, 0]),
    }
    return {
        name: PooledLine(label, Unit.MONEY, _on(values, years, calendar)) for name, (label, values) in named.items()
    }


def _average_life(principal: Array) -> float | None:
    """Years to the average unit of principal."""
    repaid = float(principal.sum())
    return float((principal * np.arange(1, len(principal) + 1)).sum()) / repaid if repaid > 0 else None


def _internal_rate(flows: TrancheFlows, rank: int) -> float | None:
    paid = flows.interest[rank, :, :1] + flows.principal[rank, :, :1]
    last = rank == len(flows.terms.sizes) - 1
    paid = paid + flows.residual[:, :1] if last else paid
    outlay = flows.terms.sizes[rank] + (flows.terms.reserve if last else 0.0)
    whole = np.concatenate([[[-outlay]], paid])
    return _value(internal_rates(np.asarray(whole, float), 365.0 * np.arange(float(len(whole)))[:, np.newaxis])[0])


def tranche_lines(structures: Structures, calendar: range) -> dict[str, PooledLine]:
    """What is collected and what is not paid to tranches by rank, by the years of the pool."""
    flows = structures.tranches
    if flows is None:
        return {}
    years = structures.tranche_years
    before = np.concatenate([[flows.terms.reserve], flows.reserve[:-1, 0]])
    paid = flows.fee[:, 0] + flows.interest[:, :, 0].sum(axis=0) + flows.principal[:, :, 0].sum(axis=0)
    collected = paid + flows.residual[:, 0] + flows.reserve[:, 0] - before
    named = {
        "collected": ("Collected for the tranches", collected),
        "fee": ("Servicing fee", flows.fee[:, 0]),
        "reserve": ("Reserve, closing", flows.reserve[:, 0]),
        "residual": ("Left over", flows.residual[:, 0]),
    }
    return {
        name: PooledLine(label, Unit.MONEY, _on(values, years, calendar)) for name, (label, values) in named.items()
    }


def bond_result(portfolio: Portfolio, structures: Structures, calendar: range) -> PooledBondResult | None:
    """The record of the pooled bond, by the years of the pool."""
    stated, bond, years = portfolio.green_bond, structures.bond, structures.bond_years
    if stated is None or bond is None:
        return None
    cover = bond.coverage()[:, 0]
    owed = stated.amount.number - np.cumsum(bond.principal) + bond.arrears[:, 0]
    target = stated.coverage_target.number
    named = {
        "due": ("Due", Unit.MONEY, bond.due),
        "cash": ("Cash to pay it from", Unit.MONEY, bond.cash[:, 0]),
        "paid": ("Paid", Unit.MONEY, bond.paid[:, 0]),
        "coverage": ("Coverage", Unit.RATIO, cover),
        "owed": ("Owed, closing", Unit.MONEY, owed),
    }
    return PooledBondResult(
        label=stated.label or "Pooled green bond",
        amount=stated.amount.number,
        coupon=stated.coupon.number,
        target=target,
        coverage_lowest=_lowest(cover),
        coverage_average=_value(float(np.nanmean(cover))) if not np.isnan(cover).all() else None,
        life_coverage=float(bond.life_coverage()[0]),
        years_below=int((cover < target).sum()),
        loss=float(bond.loss()[0]),
        lines={
            name: PooledLine(label, unit, _on(values, years, calendar)) for name, (label, unit, values) in named.items()
        },
    )


def trust_result(portfolio: Portfolio, structures: Structures, calendar: range) -> TrustResult | None:
    """The record of the trust, by the years of the pool."""
    stated, trust = portfolio.trust, structures.trust
    if stated is None or trust is None:
        return None
    paid, leverage = trust.paid[:, 0], trust.leverage()[:, 0]
    cover = np.divide(trust.distributable[:, 0], paid, out=np.full(len(paid), np.nan), where=paid > 0)[:-1]
    named = {
        "received": ("Received", Unit.MONEY, trust.received[:, 0]),
        "expenses": ("Expenses", Unit.MONEY, trust.expenses[:, 0]),
        "distributable": ("Distributable cash", Unit.MONEY, trust.distributable[:, 0]),
        "paid": ("Paid out", Unit.MONEY, paid),
        "kept": ("Kept, closing", Unit.MONEY, trust.kept[:, 0]),
        "leverage": ("Debt, share of the value of assets", Unit.SHARE, leverage),
    }
    if stated.units is not None:
        named["per_unit"] = ("Paid out per unit", Unit.MONEY_PER_UNIT, paid / stated.units.number)
    return TrustResult(
        paid_value=float(present_value(trust.paid[:, :1], portfolio.portfolio.discount_rate.number)[0]),
        coverage_lowest=_lowest(cover),
        years_above=tuple(calendar[t] for t in range(len(calendar)) if leverage[t] > stated.leverage_limit.number),
        leverage_highest=_value(float(np.nanmax(leverage))) if not np.isnan(leverage).all() else None,
        limit=stated.leverage_limit.number,
        lines={name: PooledLine(label, unit, by_year(values)) for name, (label, unit, values) in named.items()},
    )


def _on(values: Array, years: range, calendar: range) -> tuple[float | None, ...]:
    """Values of some years on the pool's calendar; none in the others."""
    return tuple(_value(values[years.index(year)]) if year in years else None for year in calendar)


def _value(value: float) -> float | None:
    return None if np.isnan(value) else float(value)


def _lowest(values: Array) -> float | None:
    known = values[~np.isnan(values)]
    return float(known.min()) if len(known) else None
