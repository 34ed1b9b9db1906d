"""Exposures of a portfolio: what each case, sector, city, currency, payer and guarantor is of the whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from finmodel.analysis.portfolio.concentration import covered_by, grouped, herfindahl, paid_by, shares_of
from finmodel.analysis.portfolio.deals import Deal, present_value
from finmodel.inputs.portfolio_loader import LoadedPortfolio
from finmodel.inputs.portfolio_structure import Limits
from finmodel.pooled import Breach, Concentration

__all__ = ["concentrations", "share_breaches"]


def concentrations(portfolio: LoadedPortfolio, deals: Sequence[Deal]) -> dict[str, Concentration]:
    """How concentrated the pool is, by kind; a kind of which nothing is known is left out."""
    limits = portfolio.portfolio.limits or Limits()
    members = portfolio.portfolio.cases
    sizes = {deal.name: _size(portfolio, deal, limits.measure) for deal in deals}
    groups: dict[str, Mapping[str, str]] = {
        "case": {name: name for name in sizes},
        "sector": {name: members[name].sector or "" for name in sizes},
        "city": {name: members[name].city or "" for name in sizes},
        "currency": {name: portfolio.deals[name].case.project.currency for name in sizes},
    }
    found: dict[str, tuple[str, dict[str, float]]] = {
        kind: (limits.measure, grouped(sizes, of)) for kind, of in groups.items() if all(of.values())
    }
    found["payer"] = ("revenue", _parties(portfolio, {deal.name: _paid(deal) for deal in deals}))
    found["guarantor"] = ("covered", _parties(portfolio, {deal.name: _covered(portfolio, deal) for deal in deals}))
    return {
        kind: Concentration(kind, measure, shares, herfindahl(amounts.values()), _limit(limits, kind))
        for kind, (measure, amounts) in found.items()
        if (shares := shares_of(amounts))
    }


def share_breaches(found: Mapping[str, Concentration]) -> Iterator[Breach]:
    """The shares that are above what was agreed, the largest of a kind first."""
    for kind, concentration in found.items():
        limit = concentration.limit
        if limit is not None:
            yield from (Breach(kind, of, share, limit) for of, share in concentration.shares.items() if share > limit)


def _limit(limits: Limits, kind: str) -> float | None:
    stated = getattr(limits, kind)
    return None if stated is None else float(stated.number)


def _size(portfolio: LoadedPortfolio, deal: Deal, measure: str) -> float:
    values = deal.flows.values
    if measure == "cfads":
        rate = portfolio.portfolio.portfolio.discount_rate.number
        return max(float(present_value(values["cfads"], rate)[0]), 0.0)
    return float(values["uses"].sum() if measure == "uses" else values["debt"].max())


def _paid(deal: Deal) -> dict[str, float]:
    """What each payer pays, in the pool's money at the rate of exchange of the first year."""
    return {party: max(worth, 0.0) * float(deal.factor[0]) for party, worth in paid_by(deal.results).items()}


def _covered(portfolio: LoadedPortfolio, deal: Deal) -> dict[str, float]:
    found = covered_by(portfolio.deals[deal.name], deal.results)
    return {party: amount * float(deal.factor[0]) for party, amount in found.items()}


def _parties(portfolio: LoadedPortfolio, amounts: Mapping[str, Mapping[str, float]]) -> dict[str, float]:
    """Amounts by party: under the name that the portfolio gives it, or else as a party of its own case."""
    found: dict[str, float] = {}
    for deal, parties in amounts.items():
        known = portfolio.portfolio.cases[deal].parties
        for party, amount in parties.items():
            name = known.get(party, f"{deal}.{party}")
            found[name] = found.get(name, 0.0) + amount
    return {name: amount for name, amount in found.items() if amount > 0}
