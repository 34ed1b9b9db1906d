"""Lease of certificates that stand alone: what the trustee lets, what it is worth, and how much must back them."""

from __future__ import annotations

from typing import Literal

from finmodel.inputs.block import Block
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["LEASED", "IssuedLease"]

LEASED = "sukuk_ijara"
"""The type of a bond under ``bonds`` that is a sukuk al-ijara."""


class IssuedLease(Block):
    """``lease`` of a ``sukuk_ijara`` in an issuance: the flows are those of a bond, the assets are stated."""

    theme: Literal["green", "social", "sustainability", "none"] = word("Label by the use of proceeds", default="green")
    asset_value: Figure = figure(
        "Value of the leased assets", Unit.MONEY, series=True, minimum=0,
        note="As valued, by year or period: what the trustee buys from the originator and lets to it.",
    )  # fmt: skip
    minimum_asset_cover: Figure | None = figure(
        "Asset cover not below", Unit.RATIO, default=None, minimum=0, maximum=10,
        note="Value of the leased assets to certificates outstanding.",
    )  # fmt: skip
    tradability_share: Figure | None = figure(
        "Tangible share for trading", Unit.SHARE, default=None, minimum=0, maximum=1,
        note="The least share of certificates that leased assets must back for trading at other prices than par.",
    )  # fmt: skip
