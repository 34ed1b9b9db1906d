"""Issuer: what it earns and spends a year, what it owes besides, and the limits that law or lenders set."""

from __future__ import annotations

from finmodel.inputs.block import Block
from finmodel.inputs.figure import Figure, figure
from finmodel.units import Unit

__all__ = ["Issuer"]


class Issuer(Block):
    """The heading ``issuer``; without it no cover is computed."""

    revenue: Figure = figure("Revenue a year", Unit.MONEY_PER_YEAR, series=True, minimum=0)
    spending: Figure = figure(
        "Spending a year before debt service", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0
    )
    other_debt: Figure = figure("Other debt outstanding", Unit.MONEY, series=True, default=0.0, minimum=0)
    other_debt_service: Figure = figure(
        "Service of other debt a year", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0
    )
    highest_service_to_revenue: Figure | None = figure(
        "Debt service of a year, at most this share of revenue", Unit.SHARE, default=None, minimum=0, maximum=10
    )
    highest_debt_to_revenue: Figure | None = figure(
        "Debt, at most this share of revenue", Unit.SHARE, default=None, minimum=0, maximum=100
    )
    lowest_cover: Figure | None = figure("Cover of debt service, at least", Unit.RATIO, default=None, minimum=0)
