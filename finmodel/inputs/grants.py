"""Grants: money that is not paid back, or only in part: for construction, for preparation, for a lender's interest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.costs import NO_POOL
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.grant_terms import ConstructionGrant, GrantTerms
from finmodel.inputs.milestone_payments import MilestonePayments
from finmodel.inputs.trouble import not_there
from finmodel.inputs.viability_gap import ViabilityGap
from finmodel.units import Unit

__all__ = ["CapitalGrant", "Grant", "InterestSubsidy", "PreparationGrant"]


class CapitalGrant(ConstructionGrant):
    """``type: capital_grant``: pays for a part of construction; it is the least of the limits stated."""

    type: Literal["capital_grant"]
    amount: Figure | None = figure("Amount", Unit.MONEY, default=None, minimum=0)
    share: Figure | None = figure("Share of total uses", Unit.SHARE, default=None, minimum=0, maximum=1)
    capex_share: Figure | None = figure(
        "Share of capital expenditure", Unit.SHARE, default=None, minimum=0, maximum=1, note="Without VAT."
    )

    @property
    def limits(self) -> tuple[str, ...]:
        """The names of the limits that are stated."""
        return tuple(name for name in ("amount", "share", "capex_share") if getattr(self, name) is not None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """No limit, and what any grant for construction may get wrong."""
        if not self.limits:
            yield ("amount",), "no limit is stated", "state one or more of amount, share, capex_share"
        yield from super().inconsistencies(case)


class PreparationGrant(GrantTerms):
    """``type: preparation_grant``: pays for studies and advice before financial close; dated in the first period."""

    type: Literal["preparation_grant"]
    grantor: str = word("Who grants", default="preparation_fund")
    adviser: str = word("Who is paid for preparation", default="adviser")
    cost: Figure = figure("Cost of preparation, without VAT", Unit.MONEY, minimum=0)
    amount: Figure = figure("Amount", Unit.MONEY, minimum=0)
    recoverable: Figure = figure("Share to be paid back", Unit.SHARE, default=0.0, minimum=0, maximum=1)
    success_fee: Figure = figure(
        "Success fee, share of what is paid back", Unit.SHARE, default=0.0, minimum=0, maximum=1
    )
    repaid: Literal["at_close", "after_completion"] = word("Paid back", default="at_close")
    recovery_months: Figure = figure(
        "Paid back from, months after completion", Unit.MONTHS, default=0, minimum=0, maximum=600, whole=True
    )
    tax_pool: str = word("Tax pool of the cost, or none", default="machinery")

    @property
    def parties(self) -> tuple[str, ...]:
        """The grantor and the adviser."""
        return (self.grantor, self.adviser)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A grant above the cost, a pool the case does not have."""
        if self.amount.number > self.cost.number:
            what = f"the grant of {self.amount.number:,.10g} is more than preparation costs ({self.cost.number:,.10g})"
            yield ("amount",), what, "grant the cost at most"
        if self.tax_pool not in (*case.tax_pools, NO_POOL):
            yield (("tax_pool",), *not_there(self.tax_pool, (*case.tax_pools, NO_POOL), "tax_pools"))


class InterestSubsidy(Block):
    """``type: interest_subsidy``: somebody pays a lender points of a facility's interest, by way of the company."""

    type: Literal["interest_subsidy"]
    label: Text | None = word("Name shown", default=None)
    payer: str = word("Who subsidises", default="authority")
    facility: str = word("The facility whose interest is subsidised")
    rate: Figure = figure("Points of interest paid", Unit.RATE, series=True, minimum=0, maximum=2)
    months: Figure = figure("Paid for, from financial close", Unit.MONTHS, minimum=0, maximum=1200, whole=True)

    @property
    def givers(self) -> tuple[str, ...]:
        """The party whose money it is."""
        return (self.payer,)

    @property
    def parties(self) -> tuple[str, ...]:
        """The payer; the lender is named by the facility."""
        return (self.payer,)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A facility the case does not have, or one that is subsidised already."""
        if self.facility not in case.facilities:
            yield (("facility",), *not_there(self.facility, tuple(case.facilities), "facilities"))
        others = [
            name
            for name, grant in case.grants.items()
            if isinstance(grant, InterestSubsidy) and grant.facility == self.facility
        ]
        if case.grants[others[0]] is not self:
            yield ("facility",), f"{others[0]} subsidises {self.facility} already", "state one subsidy for a facility"


Grant = Annotated[
    CapitalGrant | PreparationGrant | InterestSubsidy | ViabilityGap | MilestonePayments, Field(discriminator="type")
]
