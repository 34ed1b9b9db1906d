"""Share of revenue: what the company owes the city of its revenue, and no less than a minimum by year."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.revenue_guarantee import Settled
from finmodel.units import Unit

__all__ = ["RevenueShare"]


class RevenueShare(Settled):
    """One entry under ``revenue_shares``."""

    payee: str = word("Who receives it", default="authority")
    share: Figure = figure("Share of revenue", Unit.SHARE, series=True, default=0.0, minimum=0, maximum=1)
    minimum: Figure = figure(
        "Least amount a year", Unit.MONEY_PER_YEAR, series=True, default=0.0, minimum=0, note="For a year of operation."
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Neither a share nor a minimum."""
        yield from super().inconsistencies(case)
        if not self.share.provenance.stated and not self.minimum.provenance.stated:
            yield ("share",), "neither a share nor a minimum is stated", "state share, minimum or both"
