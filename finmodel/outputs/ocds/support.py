"""What government and users pay for the service, year by year, and the tariffs that users are charged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from finmodel.inputs.risks import PUBLIC_PAYMENTS
from finmodel.outputs.ocds.known import Deal, known, moment
from finmodel.yearly import Gather, by_year, years

__all__ = ["charges", "forecasts", "public_authority", "tariffs"]

_USERS = "users"
_STATE = ("authority", "state_budget")


def public_authority(deal: Deal) -> str:
    """Who pays under the PPP agreement; where users pay alone, the authority that grants it."""
    for line in deal.results.graph.tagged(cash="revenue"):
        if deal.view.chosen(f"revenue.{line.instance}.type") in PUBLIC_PAYMENTS:
            return line.tags["payer"]
    return _STATE[0]


def charges(deal: Deal) -> list[dict[str, Any]]:
    """Every stream of revenue that government or users pay, with what is expected of it in each year."""
    return list(_charges(deal))


def _charges(deal: Deal) -> Iterator[dict[str, Any]]:
    for line in deal.results.graph.tagged(cash="revenue"):
        payer, kind = line.tags["payer"], deal.view.chosen(f"revenue.{line.instance}.type")
        if payer not in (*_STATE, _USERS) and kind not in PUBLIC_PAYMENTS:
            continue
        for year, amount in _by_year(deal, line.name).items():
            value = deal.money(amount)
            if value:
                yield {
                    "id": f"{line.instance}-{year}",
                    "title": deal.view.instance(line.instance),
                    "paidBy": "user" if payer == _USERS else "government",
                    "period": _year(deal, year),
                    "estimatedValue": value,
                }


def forecasts(deal: Deal) -> list[dict[str, Any]]:
    """Revenue year by year, as earned."""
    observations = [
        known({"id": f"revenue-{year}", "period": _year(deal, year), "value": deal.money(amount)})
        for year, amount in _by_year(deal, "revenue_total").items()
        if deal.money(amount)
    ]
    return [{"id": "revenue", "title": "Revenue", "observations": observations}] if observations else []


def tariffs(deal: Deal) -> list[dict[str, Any]]:
    """What users are charged: the amount a year that the case states for a stream that they pay."""
    found = []
    for line in deal.results.graph.tagged(cash="revenue"):
        amount = deal.results.inputs.entries.get(f"{line.instance}.amount")
        if line.tags["payer"] == _USERS and amount is not None and isinstance(amount.value, float):
            value = deal.money(amount.value)
            unit = {"name": amount.variable.unit.value}
            found.append(
                known({"id": line.instance, "title": deal.view.instance(line.instance), "value": value, "unit": unit})
            )
    return found


def _by_year(deal: Deal, name: str) -> dict[int, float]:
    found = by_year(deal.results.series[name], deal.results.periods, Gather.SUM)
    return {year: amount or 0.0 for year, amount in zip(years(deal.results.periods), found, strict=True)}


def _year(deal: Deal, year: int) -> dict[str, str]:
    places = years(deal.results.periods)[year]
    periods = deal.results.periods
    return {"startDate": moment(periods[places[0]].start), "endDate": moment(periods[places[-1]].end, ends=True)}
