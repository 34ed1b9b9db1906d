"""Deals of a pool: each case evaluated once, its flows in the money of the pool, and what it is alone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.portfolio.flows import FLOWS, LINES, Flows, conversion, flows_of
from finmodel.inputs.portfolio_loader import LoadedPortfolio
from finmodel.pooled import PooledDeal, PooledKpi, PooledLine
from finmodel.results import Results
from finmodel.units import Unit
from finmodel.yearly import years

__all__ = ["Deal", "by_year", "capital_need", "deal_of", "pooled_deal", "present_value"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Deal:
    """One deal of the pool: its results, and its flows as the pool has them."""

    name: str
    results: Results
    flows: Flows
    factor: Array
    """What the deal's money is worth to the pool in each of its years: share × scale × rate of exchange."""


def deal_of(portfolio: LoadedPortfolio, name: str, results: Results) -> Deal:
    """A deal with its flows, from the results of its base case."""
    pool = portfolio.portfolio
    places = years(results.periods)
    calendar = range(min(places), max(places) + 1)
    currency = portfolio.deals[name].case.project.currency
    rate = pool.currencies[currency].rate if currency in pool.currencies else None
    factor = pool.cases[name].share.number * portfolio.scale(name) * conversion(rate, calendar)
    return Deal(name, results, flows_of(_columns(results), results.periods, factor), factor)


def _columns(results: Results) -> dict[str, Array]:
    """The lines that flows follow from, with one column each; what is blank is nothing."""
    return {line: np.array([[value or 0.0] for value in results.series[line]]) for line in LINES}


def present_value(flows: Array, rate: float) -> Array:
    """What flows by year are worth in the first of them, one value a scenario."""
    factors = (1 + rate) ** -np.arange(float(len(flows)))
    return np.asarray((flows * factors[:, np.newaxis]).sum(axis=0))


def capital_need(flows: Flows) -> Array:
    """How far what sponsors receive less what they pay in, added up, falls below 0: one value a scenario."""
    running = np.cumsum(flows.values["distributions"] - flows.values["paid_in"], axis=0)
    return np.asarray(np.maximum(-running.min(axis=0), 0.0))


def by_year(values: Iterable[float]) -> tuple[float | None, ...]:
    """Values for a record: none where there is no number."""
    return tuple(None if np.isnan(value) else float(value) for value in values)


def pooled_deal(portfolio: LoadedPortfolio, deal: Deal, calendar: range) -> PooledDeal:
    """The record of one deal alone."""
    pool, loaded = portfolio.portfolio, portfolio.deals[deal.name]
    member = pool.cases[deal.name]
    values = deal.flows.over(calendar)
    return PooledDeal(
        name=deal.name,
        label=member.label or loaded.case.project.title,
        file=member.file,
        share=member.share.number,
        currency=loaded.case.project.currency,
        sector=member.sector or "",
        city=member.city or "",
        kpis=_kpis(deal, values, pool.portfolio.discount_rate.number),
        lines={name: PooledLine(label, Unit.MONEY, by_year(values[name][:, 0])) for name, label in FLOWS.items()},
    )


def _kpis(deal: Deal, values: Mapping[str, Array], rate: float) -> dict[str, PooledKpi]:
    found = {
        "total_uses": PooledKpi("Total uses of funds", float(values["uses"].sum()), Unit.MONEY),
        "total_debt": PooledKpi("Highest debt", float(values["debt"].max()), Unit.MONEY),
        "capital_need": PooledKpi("Capital need of sponsors", float(capital_need(deal.flows)[0]), Unit.MONEY),
        "cfads_value": PooledKpi("CFADS, present value", float(present_value(values["cfads"], rate)[0]), Unit.MONEY),
    }
    own = {"equity_irr": ("Equity IRR", Unit.RATE), "dscr_minimum": ("Lowest DSCR of a period", Unit.RATIO)}
    for name, (label, unit) in own.items():
        kpi = deal.results.kpis.get(name)
        reason = "The case has no such result." if kpi is None else kpi.reason
        found[name] = PooledKpi(label, None if kpi is None else kpi.value, unit, reason)
    return found
