"""Green framework: what an issuer undertakes on use of proceeds, selection, management, reporting and review."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["ExternalReview", "Framework", "Management", "Placement", "Reporting"]

_SAME = 1e-9


class Framework(Block):
    """``green.framework``: the issuer's own document, and what it says on each component of the principles."""

    title: Text | None = word("Title of the framework", default=None)
    principles: Text | None = word(
        "Principles that it follows, with their edition",
        default=None,
        note="Such as: Green Bond Principles, June 2021.",
    )
    adopted: Figure | None = figure("Framework adopted on", Unit.DATE, default=None)
    document: Text | None = word("Where the framework can be read", default=None)
    use_of_proceeds: Text | None = word("Use of proceeds, as the framework says it", default=None)
    objectives: Text | None = word("Environmental or social objectives", default=None)
    selection: Text | None = word("Process of evaluation and selection", default=None)
    exclusions: Text | None = word("What is excluded", default=None)
    risks: Text | None = word("How environmental and social risks are identified and managed", default=None)


class Placement(Block):
    """One entry under ``green.management.placements``: where proceeds wait until they are allocated."""

    label: Text | None = word("Name shown", default=None)
    kind: Literal["account", "deposit", "treasury_bills", "central_bank_notes", "repo", "debt_reduction", "other"] = (
        word("Kind of placement", default="account")
    )
    share: Figure = figure("Share of what is not allocated", Unit.SHARE, default=1.0, minimum=0, maximum=1)


class Management(Block):
    """``green.management``: how proceeds are tracked, where they wait, and within which time they are allocated."""

    tracking: Literal["sub_account", "sub_portfolio", "register"] | None = word(
        "How proceeds are tracked", default=None
    )
    rules: Text | None = word("Management of proceeds, as the framework says it", default=None)
    placements: dict[InstanceName, Placement] = word("Where proceeds wait that are not allocated", default={})
    allocation_months: Figure | None = figure(
        "Months from issue within which all is allocated", Unit.MONTHS, default=None, minimum=0, maximum=600, whole=True
    )
    look_back_months: Figure | None = figure(
        "Look-back on spending that is refinanced", Unit.MONTHS, default=None, minimum=0, maximum=600, whole=True,
        note="How long before the issue the spending may lie.",
    )  # fmt: skip

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """Placements that hold less or more than what is not allocated."""
        held = sum(one.share.number for one in self.placements.values())
        if self.placements and abs(held - 1) > _SAME:
            yield ("placements",), f"the shares add to {held * 100:.4g} %", "make them add to 100 %"


class Reporting(Block):
    """``green.reporting``: what the issuer will publish, how often and until when, and in which money."""

    allocation: bool = word("Reports on allocation", default=False)
    impact: bool = word("Reports on impact", default=False)
    frequency: Literal["annual", "half_yearly", "once"] | None = word("How often", default=None)
    until: Literal["full_allocation", "maturity"] | None = word("Until when", default=None)
    published: Text | None = word("Where reports are published", default=None)
    verified: bool = word("Reports are verified by a third party", default=False)
    currency: str | None = word("Currency of the measures per million; the case's own if none is named", default=None)
    exchange_rate: Figure | None = figure(
        "Units of the case's currency for one of the reporting currency", Unit.NUMBER, default=None, minimum=1e-9
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """A currency without a rate, a rate without a currency."""
        if (self.currency is None) != (self.exchange_rate is None):
            lacking = "exchange_rate" if self.exchange_rate is None else "currency"
            yield (lacking,), "is missing", "state currency and exchange_rate together, or neither"


class ExternalReview(Block):
    """One entry under ``green.external_reviews``."""

    label: Text | None = word("Name shown", default=None)
    kind: Literal["second_party_opinion", "verification", "certification", "scoring"] = word("Kind of review")
    stage: Literal["before_issue", "after_issue"] = word("When", default="before_issue")
    state: Literal["planned", "mandated", "published"] = word("How far it is", default="planned")
    reviewer: Text | None = word("Who reviews", default=None)
    standard: Text | None = word("Standard of the review", default=None)
    dated: Figure | None = figure("Date of the review", Unit.DATE, default=None)
    document: Text | None = word("Where it can be read", default=None)
