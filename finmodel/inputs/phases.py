"""Phases: what is invested by calendar year after completion, while earlier parts earn, and who helps to pay for it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.costs import NO_POOL, unknown_index
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["Phase"]


class Phase(Block):
    """One entry under ``phases``."""

    label: Text | None = word("Name shown", default=None)
    investment: Figure = figure(
        "Investment a year, without VAT", Unit.MONEY_PER_YEAR, series=True, minimum=0,
        note="By calendar year, at prices of financial close; it ends with operation. "
        "What falls into construction is a use of funds like any other.",
    )  # fmt: skip
    investment_factor: Figure = figure(
        "Factor on investment", Unit.NUMBER, default=1.0, minimum=0, maximum=10,
        note="1 in the base case; a risk or a scenario sets it.",
    )  # fmt: skip
    index: str | None = word("Price index", default=None)
    vat_share: Figure = figure("Share with recoverable VAT", Unit.SHARE, default=1.0, minimum=0, maximum=1)
    supplier: str = word("Who is paid", default="contractor")
    tax_pool: str = word("Tax pool, or none", default="machinery")
    public_share: Figure = figure(
        "Share that the public side pays", Unit.SHARE, series=True, default=0.0, minimum=0, maximum=1,
        note="Of what is spent after completion; grants help to pay for what is spent before.",
    )  # fmt: skip
    grantor: str = word("Who pays the public share", default="authority")
    member: str | None = word("Member of the pool", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """An index or a tax pool the case does not have."""
        yield from unknown_index(case, self.index, ("index",))
        if self.tax_pool not in (*case.tax_pools, NO_POOL):
            yield (("tax_pool",), *not_there(self.tax_pool, (*case.tax_pools, NO_POOL), "tax_pools"))
