"""What stands on a pool: bond, tranches and trust, each paid from what those before it leave of its source."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.portfolio.bond import BondFlows, bond_schedule, bond_served
from finmodel.analysis.portfolio.flows import Flows
from finmodel.analysis.portfolio.tranches import TrancheFlows, TrancheTerms, shared_out
from finmodel.analysis.portfolio.trust import TrustFlows, TrustTerms, trust_flows, value_of_later
from finmodel.inputs.portfolio import Portfolio
from finmodel.inputs.portfolio_structure import PooledBond, Tranching

__all__ = ["Structures", "sources", "structures_of", "tranche_sizes"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Structures:
    """The flows of what a portfolio states: by its own years each, in every scenario."""

    bond: BondFlows | None
    bond_years: range
    tranches: TrancheFlows | None
    tranche_years: range
    trust: TrustFlows | None


def structures_of(portfolio: Portfolio, pool: Flows, sizes: tuple[float, ...]) -> Structures:
    """What becomes of the pool's flows; ``sizes`` are the amounts of its tranches, those of the base case."""
    left = sources(pool)
    stated, cut, holder = portfolio.green_bond, portfolio.tranching, portfolio.trust
    bond = tranches = trust = None
    bond_years = tranche_years = range(0)
    owed = np.zeros_like(pool.values["debt"])
    paid_in = pool.values["paid_in"]
    if stated is not None:
        bond_years = _years(stated)
        bond = _bond(stated, _window(left[stated.paid_from], pool.years, bond_years))
        left[stated.paid_from] = left[stated.paid_from] - _placed(bond.paid, bond_years, pool.years)
        owed = owed + _owed_on_bond(stated, bond, pool.years, bond_years)
        left, paid_in = _with_proceeds(stated, left, paid_in, pool.years)
    if cut is not None:
        tranche_years = _years(cut)
        cash = _window(left[cut.paid_from], pool.years, tranche_years)
        tranches = shared_out(cash, _terms(cut, sizes))
        left[cut.paid_from] = left[cut.paid_from] - _placed(cash, tranche_years, pool.years)
        if cut.paid_from != "debt_service":
            owed = owed + _placed(tranches.owed.sum(axis=0), tranche_years, pool.years)
    if holder is not None:
        rate = portfolio.portfolio.discount_rate.number
        terms = TrustTerms(holder.payout.number, holder.expense_rate.number, holder.leverage_limit.number)
        assets = value_of_later(pool.values["cfads"], rate)
        trust = trust_flows(left["distributions"], paid_in, pool.values["debt"] + owed, assets, terms)
    return Structures(bond, bond_years, tranches, tranche_years, trust)


def sources(pool: Flows) -> dict[str, Array]:
    """What there is to pay from: collected by lenders, distributed, or CFADS after the deals' own debt service."""
    values = pool.values
    after = values["cfads"] - values["collected"]
    found = {"debt_service": values["collected"], "distributions": values["distributions"], "cfads": after}
    return {source: np.maximum(flows, 0.0) for source, flows in found.items()}


def tranche_sizes(portfolio: Portfolio, pool: Flows) -> tuple[float, ...]:
    """The amount of each tranche, shares of the amount issued or of the debt of the deals at the end of issue_year."""
    cut = portfolio.tranching
    if cut is None:
        return ()
    amounts = [tranche.amount.number for tranche in cut.tranches.values() if tranche.amount is not None]
    if amounts:
        return tuple(amounts)
    year = int(cut.issue_year.number)
    debt = float(pool.values["debt"][pool.years.index(year), 0]) if year in pool.years else 0.0
    whole = debt if cut.amount is None else cut.amount.number
    return tuple(whole * tranche.size.number for tranche in cut.tranches.values() if tranche.size is not None)


def _terms(cut: Tranching, sizes: tuple[float, ...]) -> TrancheTerms:
    coupons = [tranche.coupon.number for tranche in cut.tranches.values()]
    reserve = cut.reserve_share.number * sum(sizes)
    return TrancheTerms(tuple(cut.tranches), sizes, coupons, cut.payment == "sequential", cut.fee_rate.number, reserve)


def _years(stated: PooledBond | Tranching) -> range:
    first = int(stated.issue_year.number) + 1
    return range(first, first + int(stated.tenor_years.number))


def _window(values: Array, calendar: range, wanted: range) -> Array:
    """The rows of some years; years outside the calendar have nothing."""
    rows = np.zeros((len(wanted), values.shape[1]))
    for place, year in enumerate(wanted):
        if year in calendar:
            rows[place] = values[calendar.index(year)]
    return rows


def _placed(values: Array, years: range, calendar: range) -> Array:
    """Rows of some years in their places on a calendar."""
    return _window(values, years, calendar)


def _bond(stated: PooledBond, cash: Array) -> BondFlows:
    coupon = stated.coupon.number
    schedule = bond_schedule(stated.amount.number, coupon, len(cash), stated.repayment)
    return bond_served(cash, *schedule, coupon)


def _owed_on_bond(stated: PooledBond, bond: BondFlows, calendar: range, years: range) -> Array:
    """Principal not yet due and arrears, at the end of each year from that of issue on."""
    later = stated.amount.number - np.cumsum(bond.principal)
    owed = _placed(later[:, np.newaxis] + bond.arrears, years, calendar)
    issued = int(stated.issue_year.number)
    if issued in calendar:
        owed[calendar.index(issued)] += stated.amount.number
    return owed


def _with_proceeds(
    stated: PooledBond, left: Mapping[str, Array], paid_in: Array, calendar: range
) -> tuple[dict[str, Array], Array]:
    """What the bond brings at issue: to whoever holds the pool, or first to what the pool has to pay in."""
    received, asked = dict(left), paid_in.copy()
    year = int(stated.issue_year.number)
    if year in calendar:
        place = calendar.index(year)
        there = np.full(paid_in.shape[1], stated.amount.number)
        if stated.proceeds == "new":
            used = np.minimum(asked[place], there)
            asked[place], there = asked[place] - used, there - used
        received["distributions"] = received["distributions"].copy()
        received["distributions"][place] += there
    return received, asked
