"""Grants for construction and of any kind: who grants, what is really paid, how it is drawn and received."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.bridge import Bridge
from finmodel.inputs.costs import NO_POOL, profile_problems
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["ConstructionGrant", "GrantTerms"]


class GrantTerms(Block):
    """What every grant states: its name, who grants, and what of it is really paid."""

    label: Text | None = word("Name shown", default=None)
    grantor: str = word("Who grants", default="authority")
    paid_share: Figure = figure(
        "Share of the grant that is really paid", Unit.SHARE, default=1.0, minimum=0, maximum=1,
        note="Below 100 % in a scenario: the grantor pays less than was agreed.",
    )  # fmt: skip

    @property
    def givers(self) -> tuple[str, ...]:
        """The parties whose money it is."""
        return (self.grantor,)

    @property
    def parties(self) -> tuple[str, ...]:
        """Every party that pays or is paid on account of it."""
        return (self.grantor,)


class ConstructionGrant(GrantTerms):
    """What a grant for construction states besides: how it is drawn, what bridges it, which tax pool it lowers."""

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
    member: str | None = word("Member of the pool", default=None)

    @property
    def parties(self) -> tuple[str, ...]:
        """Who grants, and the lender of the bridge."""
        return (*self.givers, *((self.bridge.lender,) if self.bridge else ()))

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A way of drawing without what it needs, a pool the case does not have."""
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
