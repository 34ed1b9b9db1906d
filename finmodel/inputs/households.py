"""Households: what users pay for a service, against their income."""

from __future__ import annotations

from finmodel.inputs.block import Block
from finmodel.inputs.figure import Figure, figure
from finmodel.units import Unit

__all__ = ["Households"]


class Households(Block):
    """``households`` under ``fiscal``: whether those who use the service can pay for it."""

    count: Figure = figure("Households served", Unit.COUNT, series=True, minimum=1)
    income: Figure = figure("Income of a household a year", Unit.MONEY_PER_YEAR, series=True, minimum=0)
    payment_share: Figure = figure(
        "Share of users' payments that households bear", Unit.SHARE, default=1.0, minimum=0, maximum=1
    )
    limit: Figure = figure(
        "Highest share of income", Unit.SHARE, minimum=0, maximum=1, note="Often 3 to 5 % for water, 10 % for energy."
    )
