"""Sukuk al-ijara: certificates that pay rental of leased assets, and what the lease asks for besides."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Inconsistency
from finmodel.inputs.facilities import Loan, Provider, provider_word
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["SukukIjara"]


class SukukIjara(Loan):
    """``type: sukuk_ijara``: rental is the profit rate (base rate plus margin) on the certificates outstanding.

    While construction lasts the lease is a forward one, and what would be interest is advance rental; afterwards
    principal is paid as the price of assets bought back under the purchase undertaking. The flows are those of a bond.
    """

    type: Literal["sukuk_ijara"]
    lender: str = word("Who holds the certificates", default="certificate_holder")
    provider: Provider = provider_word("institutional")
    theme: Literal["green", "social", "sustainability", "none"] = word("Label by the use of proceeds", default="green")
    trustee: str = word("Who issues the certificates and lets the assets", default="trustee")
    leased_share: Figure = figure(
        "Leased assets, of capital expenditure", Unit.SHARE, default=1.0, minimum=0, maximum=1,
        note="What the trustee buys and lets: tangible assets that are identified.",
    )  # fmt: skip
    minimum_asset_cover: Figure | None = figure(
        "Asset cover not below", Unit.RATIO, default=None, minimum=0, maximum=10,
        note="Book value of the leased assets to certificates outstanding; below it nothing is distributed.",
    )  # fmt: skip
    tradability_share: Figure | None = figure(
        "Tangible share for trading", Unit.SHARE, default=None, minimum=0, maximum=1,
        note="The least share of certificates that leased assets must back for trading at other prices than par.",
    )  # fmt: skip
    takaful_operator: str = word("Who insures the leased assets", default="takaful_operator")
    insured_share: Figure = figure(
        "Sum insured, of the cost of leased assets", Unit.SHARE, default=1.0, minimum=0, maximum=3
    )
    takaful_rate: Figure = figure(
        "Contribution for insurance a year, of the sum insured", Unit.RATE, default=0.0, minimum=0
    )
    servicing_amount: Figure = figure(
        "Ownership costs borne as servicing agent, a year", Unit.MONEY_PER_YEAR, default=0.0, minimum=0,
        note="Part of the operating costs of the case; the trustee's debt for them is set off by supplementary rental.",
    )  # fmt: skip

    @property
    def parties(self) -> tuple[str, ...]:
        """Who holds the certificates, who lets and who insures the assets."""
        return (self.lender, self.trustee, self.takaful_operator)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Certificates that no asset backs, or on which interest is charged as on a loan."""
        yield from super().inconsistencies(case)
        if not self.leased_share.number:
            yield ("leased_share",), "nothing is leased", "state what share of the assets the trustee lets"
        if self.pik_margin is not None:
            yield ("pik_margin",), "rental is not added to certificates", "take it out, or write type: green_bond"
        if self.construction_interest == "added":
            remedy = "write construction_interest: funded, which pays it as advance rental"
            yield ("construction_interest",), "rental is not added to certificates", remedy
