"""The pool as the base case has it: flows by calendar year, key results, what stands on it, and what it hangs on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.portfolio.deals import Deal, by_year, capital_need, pooled_deal, present_value
from finmodel.analysis.portfolio.exposures import concentrations, share_breaches
from finmodel.analysis.portfolio.flows import FLOWS, Flows, pooled_flows
from finmodel.analysis.portfolio.standing import bond_result, tranche_lines, tranche_results, trust_result
from finmodel.analysis.portfolio.structures import Structures, structures_of, tranche_sizes
from finmodel.engines.internal_rate import internal_rates
from finmodel.inputs.portfolio_loader import LoadedPortfolio
from finmodel.pooled import Breach, Pooled, PooledKpi, PooledLine
from finmodel.units import Unit

__all__ = ["KPIS", "cover_of", "kpi_values", "pooled"]

Array = NDArray[np.float64]

KPIS: Mapping[str, tuple[str, Unit]] = {
    "cfads_value": ("CFADS, present value", Unit.MONEY),
    "distributions_value": ("Distributions less what is paid in, present value", Unit.MONEY),
    "equity_irr": ("Equity IRR of the pool", Unit.RATE),
    "dscr_minimum": ("Lowest DSCR of a year", Unit.RATIO),
    "dscr_average": ("Average DSCR of the years", Unit.RATIO),
    "capital_need": ("Capital need of the pool", Unit.MONEY),
}
"""Key results that the pool has in every scenario."""

_NOTHING = 1e-9
_NO_RATE = "Flows of sponsors have no internal rate of return."
_NO_SERVICE = "The pool has no debt service."


def pooled(portfolio: LoadedPortfolio, deals: Sequence[Deal], hashes: Mapping[str, str]) -> Pooled:
    """The pool of deals as their base cases have them."""
    pool = pooled_flows([deal.flows for deal in deals])
    stated = portfolio.portfolio
    structures = structures_of(stated, pool, tranche_sizes(stated, pool))
    found = concentrations(portfolio, deals)
    about = stated.portfolio
    scale = "" if about.money == "one" else f" {about.money}"
    return Pooled(
        name=portfolio.name,
        title=about.title,
        description=about.description or "",
        honest_note=about.honest_note or "",
        currency=about.currency + scale,
        years=tuple(pool.years),
        deals=[pooled_deal(portfolio, deal, pool.years) for deal in deals],
        kpis=_kpis(pool, deals, about.discount_rate.number),
        lines=_lines(pool),
        tranches=tranche_results(stated, structures, pool.years),
        tranche_source=stated.tranching.paid_from if stated.tranching else "",
        tranche_lines=tranche_lines(structures, pool.years),
        bond=bond_result(stated, structures, pool.years),
        trust=trust_result(stated, structures, pool.years),
        concentration=found,
        breaches=[*share_breaches(found), *_other_breaches(portfolio, structures, pool.years)],
        hashes=hashes,
    )


def kpi_values(pool: Flows, rate: float) -> dict[str, Array]:
    """The key results of the pool, one value a scenario; NaN where there is none."""
    values = pool.values
    sponsors = values["distributions"] - values["paid_in"]
    cover = cover_of(values)
    served = ~np.isnan(cover)
    dates = np.array([[float((date(year, 12, 31) - date(1899, 12, 30)).days)] for year in pool.years])
    lowest = np.where(served, cover, np.inf).min(axis=0)
    count = served.sum(axis=0)
    average = np.divide(
        np.where(served, cover, 0.0).sum(axis=0), count, out=np.full(len(count), np.nan), where=count > 0
    )
    return {
        "cfads_value": present_value(values["cfads"], rate),
        "distributions_value": present_value(sponsors, rate),
        "equity_irr": _rates(sponsors, dates),
        "dscr_minimum": np.where(np.isinf(lowest), np.nan, lowest),
        "dscr_average": average,
        "capital_need": capital_need(pool),
    }


def cover_of(values: Mapping[str, Array]) -> Array:
    """CFADS over debt service, by year; NaN where the pool has no debt service."""
    due = values["debt_service"]
    floor = _NOTHING * max(float(due.max()), 1.0)
    return np.divide(values["cfads"], due, out=np.full_like(due, np.nan), where=due > floor)


def _rates(flows: Array, dates: Array) -> Array:
    """Annual effective rates from the first year in which anything flows, at the ends of the years."""
    busy = np.flatnonzero(np.abs(flows).max(axis=1) > 0)
    if not len(busy):
        return np.full(flows.shape[1], np.nan)
    return internal_rates(flows[busy[0] :], dates[busy[0] :])


def _kpis(pool: Flows, deals: Sequence[Deal], rate: float) -> dict[str, PooledKpi]:
    values = {name: float(found[0]) for name, found in kpi_values(pool, rate).items()}
    reasons = {"equity_irr": _NO_RATE, "dscr_minimum": _NO_SERVICE, "dscr_average": _NO_SERVICE}
    kpis = {
        "total_uses": PooledKpi("Total uses of funds", float(pool.values["uses"].sum()), Unit.MONEY),
        "highest_debt": PooledKpi("Highest debt of the deals", float(pool.values["debt"].max()), Unit.MONEY),
    }
    for name, (label, unit) in KPIS.items():
        blank = np.isnan(values[name])
        kpis[name] = PooledKpi(label, None if blank else values[name], unit, reasons.get(name, "") if blank else "")
    apart = sum(float(capital_need(deal.flows)[0]) for deal in deals)
    saved = apart - values["capital_need"]
    kpis["capital_need_apart"] = PooledKpi("Capital need of the deals apart", apart, Unit.MONEY)
    kpis["capital_saved"] = PooledKpi("Capital need saved by pooling", saved, Unit.MONEY)
    return kpis


def _lines(pool: Flows) -> dict[str, PooledLine]:
    lines = {name: PooledLine(label, Unit.MONEY, by_year(pool.values[name][:, 0])) for name, label in FLOWS.items()}
    lines["dscr"] = PooledLine("DSCR of the pool", Unit.RATIO, by_year(cover_of(pool.values)[:, 0]))
    running = np.cumsum(pool.values["distributions"] - pool.values["paid_in"], axis=0)[:, 0]
    lines["sponsors_cumulative"] = PooledLine(
        "Distributions less what is paid in, so far", Unit.MONEY, by_year(running)
    )
    return lines


def _other_breaches(portfolio: LoadedPortfolio, structures: Structures, calendar: range) -> list[Breach]:
    """Years of a trust above its limit of debt, and of a bond below its coverage agreed."""
    found: list[Breach] = []
    stated = portfolio.portfolio
    if structures.trust is not None and stated.trust is not None:
        leverage, limit = structures.trust.leverage()[:, 0], stated.trust.leverage_limit.number
        above = [t for t in range(len(calendar)) if leverage[t] > limit]
        found += [Breach("leverage", str(calendar[t]), float(leverage[t]), limit) for t in above]
    if structures.bond is not None and stated.green_bond is not None:
        target = stated.green_bond.coverage_target.number
        cover = structures.bond.coverage()[:, 0]
        below = [t for t in range(len(cover)) if cover[t] < target]
        found += [Breach("bond_coverage", str(structures.bond_years[t]), float(cover[t]), target) for t in below]
    return found
