"""Risks: what may happen, how likely it is, who is to bear it, and which figures of the case it moves."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.changes import path_of
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import unknown
from finmodel.units import Unit

__all__ = [
    "NO_SHOCKS",
    "PRIVATE",
    "PUBLIC",
    "PUBLIC_PAYMENTS",
    "Risk",
    "contracting_parties",
    "parties_of",
    "public_parties",
]

PUBLIC, PRIVATE = "publicAuthority", "privateParty"
"""The two sides of a deal, by their words in the disclosure framework for PPPs."""

PUBLIC_PAYMENTS = {
    "availability_payment", "investment_cost_compensation", "management_remuneration", "operating_cost_compensation",
    "pay_for_performance", "energy_performance", "shadow_toll", "operating_subsidy",
}  # fmt: skip
"""The streams of revenue that the public side pays under a PPP, by their type in a case."""
_STANDING = ("company", "sponsor", "authority", "state_budget", "account_bank", "creditors")
NO_SHOCKS = (
    "project", "valuation", "concessionality", "fiscal", "value_for_money", "carbon_prices", "economics", "scenarios",
    "risks",
)  # fmt: skip
"""Headings that say how a deal is measured, not how it goes."""
_SAME = 1e-6


class Risk(Block):
    """One risk under ``risks``; without ``set`` it stands in the matrix of risks and nothing is computed for it."""

    id: Literal[
        "landAvailability", "environmental", "design", "construction", "completion", "revenue", "inflationAndFx",
        "availabilityAndQuality", "otherRevenue", "financeAvailability", "refinancing", "changeInLaw", "forceMajeure",
        "earlyTermination", "compliance",
    ] = word("Category in the disclosure framework for PPPs")  # fmt: skip
    label: Text | None = word("What the risk is called in documents", default=None)
    category: Text | None = word("Category, where another word fits better than that of its id", default=None)
    phase: Literal["construction", "operation", "whole"] = word("When it may happen", default="whole")
    description: Text | None = word("What may happen", default=None)
    probability: Figure = figure("Probability", Unit.SHARE, minimum=0)
    allocation: Literal["publicAuthority", "privateParty", "shared", "undefined"] = word(
        "Allocation: which side is to bear it", default="undefined"
    )
    share_private: Figure | None = figure(
        "Share that the private side is to bear", Unit.SHARE, default=None, minimum=0, note="For allocation: shared."
    )
    shares: dict[InstanceName, Figure] = figure("Share that the party is to bear", Unit.SHARE, default={}, minimum=0)
    mitigation: Text | None = word("How it is made smaller", default=None)
    set: dict[str, Any] = word(
        "Paths of figures, each with a value, {times: factor}, {add: amount} or {later: years or periods}", default={}
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """An allocation that says too little or two things at once, unknown parties, a shock to the measure itself."""
        yield from self._allocation(public_parties(case))
        yield from self._shares(case)
        for key in self.set:
            heading = str(path_of(key)[0])
            if heading in NO_SHOCKS:
                what = f"{heading} says how the deal is measured, not how it goes"
                yield ("set", key), what, "change figures of the deal itself"

    def _allocation(self, public: Iterable[str]) -> Iterable[Inconsistency]:
        if self.share_private is not None and self.shares:
            yield ("share_private",), "stands beside shares by party", "keep one of the two"
        elif self.share_private is not None and self.allocation != "shared":
            yield ("share_private",), f"the allocation is {self.allocation}", "write allocation: shared, or take it out"
        elif self.allocation == "shared" and self.share_private is None and not self.shares:
            yield ("allocation",), "is shared, and no share is stated", "state share_private, or shares by party"
        elif self.shares and self.allocation not in ("undefined", self._follows(public)):
            what = f"is {self.allocation}, and by the shares stated it is {self._follows(public)}"
            yield ("allocation",), what, "take it out, or change the shares"

    def _shares(self, case: Any) -> Iterable[Inconsistency]:
        known = parties_of(case)
        for party in self.shares:
            if party not in known:
                yield (("shares", party), *unknown(party, known))
        added = sum(share.number for share in self.shares.values())
        if self.shares and abs(added - 1) > _SAME:
            yield ("shares",), f"the shares add to {added:.4g}", "make them add to 1"

    def _follows(self, public: Iterable[str]) -> str:
        private = self._private_of_shares(public)
        return PRIVATE if private > 1 - _SAME else PUBLIC if private < _SAME else "shared"

    def _private_of_shares(self, public: Iterable[str]) -> float:
        of_public = {*public}
        return sum(share.number for party, share in self.shares.items() if party not in of_public)

    def intended(self) -> Mapping[str, float]:
        """Who is to bear what share, by party or by side (``PUBLIC``, ``PRIVATE``); nothing if that is undefined."""
        if self.shares:
            return {party: share.number for party, share in self.shares.items()}
        private = {PRIVATE: 1.0, PUBLIC: 0.0, "shared": self.share_private.number if self.share_private else 0.0}
        if self.allocation not in private:
            return {}
        return {PUBLIC: 1 - private[self.allocation], PRIVATE: private[self.allocation]}

    def allocated(self, public: Iterable[str]) -> str:
        """The allocation in the words of the disclosure framework, following from shares by party where they stand."""
        return self._follows(public) if self.shares else self.allocation

    def private_share(self, public: Iterable[str]) -> float | None:
        """The share that the private side is to bear; ``None`` if that is undefined."""
        return self._private_of_shares(public) if self.shares else self.intended().get(PRIVATE)


def public_parties(case: Any) -> tuple[str, ...]:
    """The public side: authority, State budget, users, whoever makes a payment under a PPP, and whoever grants."""
    grantors = (giver for grant in case.grants.values() for giver in grant.givers)
    return tuple(dict.fromkeys((*contracting_parties(case), "users", *grantors)))


def contracting_parties(case: Any) -> tuple[str, ...]:
    """Who stands for the State in the contract: authority, State budget, and whoever makes a payment under a PPP."""
    payers = (stream.payer for stream in case.revenue.values() if stream.type in PUBLIC_PAYMENTS)
    guarantors = (terms.guarantor for terms in case.revenue_guarantees.values())
    funds = case.land.parties if case.land else ()
    return tuple(dict.fromkeys(("authority", "state_budget", *payers, *guarantors, *funds)))


def parties_of(case: Any) -> tuple[str, ...]:
    """Every party that pays or is paid in a case, the company included."""
    costs = (*case.capex.values(), *case.opex.values(), *case.lifecycle.values())
    named = [
        *(item.supplier for item in costs),
        *(terms.guarantor for terms in case.revenue_guarantees.values()),
        *(terms.payee for terms in (*case.revenue_shares.values(), *case.least_present_value.values())),
        *(party for stream in case.revenue.values() for party in stream.parties),
        *(case.land.parties if case.land else ()),
        *(facility.lender for facility in case.facilities.values()),
        *(hedge.counterparty for hedge in case.hedges.values()),
        *(guarantee.guarantor for guarantee in case.guarantees.values()),
        *(("reserve_bank",) if case.reserves.dsra.type == "letter_of_credit" else ()),
        *case.funding.parties,
        *(party for grant in case.grants.values() for party in grant.parties),
    ]
    return tuple(dict.fromkeys((*_STANDING, *named)))
