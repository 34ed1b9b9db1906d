"""Concentration: how much of a pool hangs on one case, sector, city, currency, payer or guarantor."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from finmodel.inputs.case import Case
from finmodel.inputs.loader import LoadedCase
from finmodel.results import Results

__all__ = ["covered_by", "grouped", "herfindahl", "paid_by", "shares_of"]


def shares_of(exposures: Mapping[str, float]) -> dict[str, float]:
    """Each exposure as a share of all, the largest first; nothing where there is none."""
    whole = sum(exposures.values())
    if whole <= 0:
        return {}
    ranked = sorted(exposures.items(), key=lambda item: (-item[1], item[0]))
    return {name: amount / whole for name, amount in ranked}


def herfindahl(exposures: Iterable[float]) -> float:
    """The sum of squared shares: 1 ÷ n for n equal exposures, 1 for a single one, 0 for none."""
    amounts = list(exposures)
    whole = sum(amounts)
    return sum((amount / whole) ** 2 for amount in amounts) if whole > 0 else 0.0


def grouped(exposures: Mapping[str, float], groups: Mapping[str, str]) -> dict[str, float]:
    """Exposures by case added up by what group each case belongs to."""
    found: dict[str, float] = {}
    for name, amount in exposures.items():
        found[groups[name]] = found.get(groups[name], 0.0) + amount
    return found


def paid_by(results: Results) -> dict[str, float]:
    """What each payer of revenue pays over the life of a deal, at the deal's discount rate."""
    discount = results.series["project_discount_factor"]
    found: dict[str, float] = {}
    for line in results.graph.tagged(cash="revenue"):
        if line.tags.get("payee") == "company":
            values = results.series[line.name]
            worth = sum((value or 0.0) * (factor or 0.0) for value, factor in zip(values, discount, strict=True))
            found[line.tags["payer"]] = found.get(line.tags["payer"], 0.0) + worth
    return found


def covered_by(loaded: LoadedCase[Case], results: Results) -> dict[str, float]:
    """The commitments that each guarantor covers, by the share that it pays of a shortfall; limits in money apart."""
    found: dict[str, float] = {}
    for terms in loaded.case.guarantees.values():
        debt = sum(results.facilities[name].commitment for name in terms.covers if name in results.facilities)
        found[terms.guarantor] = found.get(terms.guarantor, 0.0) + terms.coverage.number * debt
    return found
