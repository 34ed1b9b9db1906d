"""Grants: money that is not paid back, or only in part: for construction, for preparation, for a lender's interest."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.bridge import Bridge
from finmodel.inputs.costs import NO_POOL, profile_problems
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["CapitalGrant", "Grant", "InterestSubsidy", "PreparationGrant"]


class _Grant(Block):
    label: Text | None = word("Name shown", default=None)
    grantor: str = word("Who grants", default="authority")
    paid_share: Figure = figure(
        "Share of the grant that is really paid", Unit.SHARE, default=1.0, minimum=0, maximum=1,
        note="Below 100 % in a scenario: the grantor pays less than was agreed.",
    )  # fmt: skip

    @property
    def giver(self) -> str:
        """The party whose money it is."""
        return self.grantor

    @property
    def parties(self) -> tuple[str, ...]:
        """Every party that pays or is paid on account of it."""
        return (self.grantor,)


class CapitalGrant(_Grant):
    """``type: capital_grant``: pays for a part of construction; it is the least of the limits stated."""

    type: Literal["capital_grant"]
    amount: Figure | None = figure("Amount", Unit.MONEY, default=None, minimum=0)
    share: Figure | None = figure("Share of total uses", Unit.SHARE, default=None, minimum=0, maximum=1)
    capex_share: Figure | None = figure(
        "Share of capital expenditure", Unit.SHARE, default=None, minimum=0, maximum=1, note="Without VAT."
    )
    drawn: Literal["first", "pro_rata", "on_milestone", "reimbursement"] = word(
        "Drawn",
        default="pro_rata",
        note="first: before debt and equity; pro_rata: with them; on_milestone: when parts of the work are done; "
        "reimbursement: some months after the cost is paid.",
    )
    milestones: Figure | None = figure(
        "Share paid at the end of each planned period of construction", Unit.SHARE, profile=True, default=None,
        minimum=0,
    )  # fmt: skip
    reimbursement_months: Figure | None = figure(
        "Reimbursed after", Unit.MONTHS, default=None, minimum=1, maximum=120, whole=True
    )
    bridge: Bridge | None = word("Bridge loan", default=None)
    tax_pool: str = word(
        "Tax pool that the grant lowers, or none",
        default=NO_POOL,
        note="What assets of the pool cost for tax is lowered by the grant, to 0 at most.",
    )

    @property
    def limits(self) -> tuple[str, ...]:
        """The names of the limits that are stated."""
        return tuple(name for name in ("amount", "share", "capex_share") if getattr(self, name) is not None)

    @property
    def parties(self) -> tuple[str, ...]:
        """The grantor, and the lender of the bridge."""
        return (self.grantor, *((self.bridge.lender,) if self.bridge else ()))

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """No limit, a way of drawing without what it needs, a pool the case does not have."""
        if not self.limits:
            yield ("amount",), "no limit is stated", "state one or more of amount, share, capex_share"
        if self.tax_pool not in (*case.tax_pools, NO_POOL):
            yield (("tax_pool",), *not_there(self.tax_pool, (*case.tax_pools, NO_POOL), "tax_pools"))
        yield from self._milestones(case)
        yield from self._reimbursement()
        if self.bridge is not None and self.drawn in ("first", "pro_rata"):
            what = f"the grant is drawn {self.drawn}: it is there when it is used"
            yield ("bridge",), what, "take the bridge out, or write drawn: on_milestone or reimbursement"

    def _milestones(self, case: Any) -> Iterable[Inconsistency]:
        if self.drawn == "on_milestone" and self.milestones is None:
            what = "a grant on milestones needs the share that each pays"
            yield ("drawn",), what, "state milestones, one share for each planned period of construction"
        elif self.milestones is not None and self.drawn != "on_milestone":
            yield ("milestones",), f"the grant is drawn {self.drawn}", "take it out, or write drawn: on_milestone"
        elif self.milestones is not None:
            yield from profile_problems(self.milestones.numbers, case, ("milestones",))

    def _reimbursement(self) -> Iterable[Inconsistency]:
        if self.drawn == "reimbursement" and self.reimbursement_months is None:
            what = "a grant that reimburses needs to say how late it is"
            yield ("drawn",), what, "state reimbursement_months"
        if self.drawn == "reimbursement" and self.bridge is None:
            what = "a grant that comes after the cost needs a loan until then"
            yield ("drawn",), what, "state bridge with its rate, or draw the grant another way"
        if self.reimbursement_months is not None and self.drawn != "reimbursement":
            what = f"the grant is drawn {self.drawn}"
            yield ("reimbursement_months",), what, "take it out, or write drawn: reimbursement"


class PreparationGrant(_Grant):
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
    def giver(self) -> str:
        """The party whose money it is."""
        return self.payer

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


Grant = Annotated[CapitalGrant | PreparationGrant | InterestSubsidy, Field(discriminator="type")]
