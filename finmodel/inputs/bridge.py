"""Bridges: short loans against money that is on its way, repaid when it comes: of a grant, of VAT."""

from __future__ import annotations

from typing import Literal

from finmodel.inputs.block import Block
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["Bridge", "VatFacility"]


class Bridge(Block):
    """A loan that pays what a grant is to pay later."""

    lender: str = word("Who lends", default="bridge_lender")
    rate: Figure = figure("Interest rate of the bridge", Unit.RATE, series=True, minimum=0, maximum=2)
    upfront_fee_rate: Figure = figure("Upfront fee of the bridge", Unit.SHARE, default=0.0, minimum=0)
    commitment_fee_rate: Figure = figure("Commitment fee of the bridge", Unit.RATE, default=0.0, minimum=0)
    day_count: Literal["act_365", "act_360", "30_360"] = word("Day count", default="act_365")


class VatFacility(Bridge):
    """The block ``vat_facility``: a loan that pays VAT on construction until the budget refunds it."""

    lender: str = word("Who lends", default="vat_lender")
    amount: Figure | None = figure(
        "VAT facility, highest balance", Unit.MONEY, default=None, minimum=0,
        note="Without it, the facility is committed for its share of the highest VAT to be refunded.",
    )  # fmt: skip
    share: Figure = figure("Share of the VAT that the facility pays", Unit.SHARE, default=1.0, minimum=0, maximum=1)
