"""Bonds of a project and what themes add to them: labelled by use of proceeds, or linked to sustainability targets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from finmodel.inputs.block import Inconsistency, InstanceName
from finmodel.inputs.facilities import Loan, Provider, provider_word
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.sustainability_linked import MarginRatchet, SustainabilityTarget
from finmodel.units import Unit

__all__ = [
    "Bond",
    "GreenBond",
    "IssuedBond",
    "LabelledBond",
    "SocialBond",
    "SustainabilityBond",
    "SustainabilityLinkedBond",
    "SustainabilityLinkedLoan",
    "ratchet_of",
    "targets_of",
]


class IssuedBond(Loan):
    """What every bond states besides a loan: its issue price, and what a listing costs."""

    lender: str = word("Who lends", default="bondholder")
    provider: Provider = provider_word("institutional")
    issue_price: Figure = figure(
        "Issue price, of face value", Unit.SHARE, default=1.0, minimum=0.01, maximum=2,
        note="The discount on the whole issue is settled at financial close, as the upfront fee is.",
    )  # fmt: skip
    placed: Literal["as_needed", "at_close"] = word(
        "Placed",
        default="as_needed",
        note="as_needed: in parts, as construction is paid; at_close: all at financial close, and what is not "
        "needed yet waits on an account while interest runs.",
    )
    proceeds_rate: Figure = figure("Interest on proceeds that wait", Unit.RATE, default=0.0, minimum=-0.05, maximum=1)
    listing_venue: str = word("Where it is listed: who takes the fees of listing", default="exchange")
    listing_cost_amount: Figure = figure("Cost of listing, at financial close", Unit.MONEY, default=0.0, minimum=0)
    listing_fee_amount: Figure = figure("Fee of listing a year", Unit.MONEY_PER_YEAR, default=0.0, minimum=0)

    @property
    def parties(self) -> tuple[str, ...]:
        """Who lends, and where it is listed."""
        return (self.lender, self.listing_venue)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """An issue at one go of a bond whose money cannot wait."""
        yield from super().inconsistencies(case)
        if self.placed == "as_needed":
            if self.proceeds_rate.provenance.stated:
                yield ("proceeds_rate",), "nothing waits: the bond is placed as needed", "write placed: at_close"
            return
        unfit = {
            "currency": self.currency is not None,
            "construction_interest": self.construction_interest == "added",
            "pik_margin": self.pik_margin is not None,
            "interest_on": self.interest_on == "average_balance",
        }
        for key in (key for key, found in unfit.items() if found):
            yield (key,), "does not go with a bond that is placed at close", "take it out, or write placed: as_needed"


class Bond(IssuedBond):
    """``type: bond``: a plain bond; the coupon is base rate plus margin."""

    type: Literal["bond"]


class LabelledBond(IssuedBond):
    """What a bond labelled by its use of proceeds states besides."""

    use_of_proceeds: Literal["standard", "revenue", "project", "secured"] = word(
        "Kind of use-of-proceeds bond",
        default="project",
        note="standard: recourse to the issuer; revenue: to pledged revenue; project: to the project's own cash flow; "
        "secured: to assets set apart for it.",
    )
    reviewer: str = word("Who reviews the label", default="external_reviewer")
    review_cost_amount: Figure = figure(
        "Cost of external review, at financial close", Unit.MONEY, default=0.0, minimum=0
    )
    review_fee_amount: Figure = figure(
        "Cost of reports and their verification a year", Unit.MONEY_PER_YEAR, default=0.0, minimum=0
    )

    @property
    def parties(self) -> tuple[str, ...]:
        """Who lends, where it is listed, who reviews."""
        return (*super().parties, self.reviewer)


class GreenBond(LabelledBond):
    """``type: green_bond``: its proceeds pay for green projects; see the heading ``green``."""

    type: Literal["green_bond"]


class SocialBond(LabelledBond):
    """``type: social_bond``: its proceeds pay for social projects."""

    type: Literal["social_bond"]


class SustainabilityBond(LabelledBond):
    """``type: sustainability_bond``: its proceeds pay for green and for social projects."""

    type: Literal["sustainability_bond"]


class SustainabilityLinkedBond(IssuedBond):
    """``type: sustainability_linked_bond``: its proceeds are free, its coupon depends on targets."""

    type: Literal["sustainability_linked_bond"]
    targets: dict[InstanceName, SustainabilityTarget] = word("Sustainability performance targets")

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """No target, or one that is observed when no coupon is left."""
        yield from super().inconsistencies(case)
        if not self.targets:
            yield ("targets",), "no target is stated", "add a target with its step, or write type: bond"
        yield from observed_too_late(case, self)


class SustainabilityLinkedLoan(Loan):
    """``type: sustainability_linked_loan``: a loan whose margin depends on targets, or follows an indicator."""

    type: Literal["sustainability_linked_loan"]
    targets: dict[InstanceName, SustainabilityTarget] = word("Sustainability performance targets", default={})
    margin_ratchet: MarginRatchet | None = word("Margin ratchet", default=None)

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Neither target nor ratchet, or a target that is observed when no interest is left."""
        yield from super().inconsistencies(case)
        if not self.targets and self.margin_ratchet is None:
            yield ("targets",), "the loan is linked to nothing", "state targets or a margin_ratchet"
        yield from observed_too_late(case, self)


def targets_of(loan: Loan) -> Mapping[str, SustainabilityTarget]:
    """The sustainability targets of a facility; none of one that is not linked to any."""
    targets: Mapping[str, SustainabilityTarget] = getattr(loan, "targets", {})
    return targets


def ratchet_of(loan: Loan) -> MarginRatchet | None:
    """The margin ratchet of a facility, if it has one."""
    ratchet: MarginRatchet | None = getattr(loan, "margin_ratchet", None)
    return ratchet


def observed_too_late(case: Any, loan: Loan) -> Iterable[Inconsistency]:
    """Targets whose step would begin when the facility is repaid; a premium at maturity needs no later period."""
    months, start = case.timing.grid().period_months, case.timing.grid().start
    last = int(loan.tenor_months.number) // months * months
    for name, target in targets_of(loan).items():
        day = target.observation_date.day
        elapsed = (day.year - start.year) * 12 + day.month - start.month + 1 + target.verification_months.number
        if elapsed > last - months * (not target.with_premium):
            what = f"{day.isoformat()} leaves no period of interest after the verifier's report"
            yield ("targets", name, "observation_date"), what, "observe earlier, or lengthen the tenor"
