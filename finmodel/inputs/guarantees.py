"""Guarantees and insurance: who stands behind which lenders, for what part of a shortfall, up to what, at what fee."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Annotated, Any, Literal

from pydantic import Field

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.names import RESERVED, instance_names
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = [
    "ExportCreditCover",
    "FirstLossGuarantee",
    "Guarantee",
    "GuaranteeTerms",
    "LiquidityGuarantee",
    "PartialCreditGuarantee",
    "PartialRiskGuarantee",
    "PoliticalRiskInsurance",
    "StateSurety",
    "pair_name",
    "pair_problems",
]

_COUNTED = "Class in the development banks' count of mobilised money"
_COVERAGE = "Share of each shortfall that is paid"


class GuaranteeTerms(Block):
    """One entry under ``guarantees``; its kinds differ in the usual guarantor and in what makes them pay."""

    label: Text | None = word("Name shown", default=None)
    guarantor: str = word("Who stands behind the lenders", default="guarantor")
    covers: list[str] = word("Facilities covered", note="Names under facilities; they share a payment pro rata.")
    coverage: Figure = figure(_COVERAGE, Unit.SHARE, minimum=0, note="0 switches the guarantee off.")
    amount: Figure | None = figure("Highest amount", Unit.MONEY, default=None, minimum=0)
    cap_share: Figure | None = figure(
        "Highest amount, share of the commitments covered", Unit.SHARE, default=None, minimum=0
    )
    from_month: Figure = figure(
        "Covers what falls due from this month after close on",
        Unit.MONTHS, default=0, minimum=0, whole=True, note="Late maturities only, where it is above 0.",
    )  # fmt: skip
    until_month: Figure | None = figure(
        "Covers what falls due until this month after close", Unit.MONTHS, default=None, minimum=1, whole=True
    )
    fee_rate: Figure = figure("Fee on the cover", Unit.RATE, default=0.0, minimum=0)
    upfront_fee_rate: Figure = figure("Upfront fee on the cover at close", Unit.SHARE, default=0.0, minimum=0)
    claim_rate: Figure = figure("Interest on the guarantor's claim", Unit.RATE, default=0.0, minimum=0, maximum=2)
    market_fee_rate: Figure | None = figure(
        "Market fee on the cover, all in", Unit.RATE, default=None, minimum=0,
        note="What a guarantor without a public mission would ask a year: subsidy is measured by it.",
    )  # fmt: skip
    mobilisation: Literal["own_account", "public", "none"] = word(
        _COUNTED,
        default="own_account",
        note="own_account: a development bank's guarantee; public: another public guarantor; none: not counted.",
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Facilities the case does not have, no limit at all, cover that ends before it begins."""
        known = tuple(case.facilities)
        if not self.covers:
            yield ("covers",), "names no facility", f"name one or more of: {', '.join(known)}"
        for place, name in enumerate(self.covers):
            if name not in known:
                yield (("covers", place), *not_there(name, known, "facilities"))
            elif name in self.covers[:place]:
                yield ("covers", place), f"{name} is named twice", "name each facility once"
        if not self.limited:
            yield ("amount",), "no highest amount is stated", f"state {self.limits}"
        if self.until_month is not None and self.until_month.number < self.from_month.number:
            what = (
                f"cover ends in month {self.until_month.number:.0f}, before it begins in {self.from_month.number:.0f}"
            )
            yield ("until_month",), what, "make until_month later, or from_month earlier"

    @property
    def limited(self) -> bool:
        """Whether anything limits what is paid in total."""
        return self.amount is not None or self.cap_share is not None

    @property
    def limits(self) -> str:
        """The keys that can limit it, as a message says them."""
        return "amount or cap_share"


class FirstLossGuarantee(GuaranteeTerms):
    """``type: first_loss_guarantee``: pays every shortfall first, until it is used up."""

    type: Literal["first_loss_guarantee"]
    coverage: Figure = figure(_COVERAGE, Unit.SHARE, default=1.0, minimum=0)


class PartialCreditGuarantee(GuaranteeTerms):
    """``type: partial_credit_guarantee``: pays a share of every shortfall, of late maturities only where it says so."""

    type: Literal["partial_credit_guarantee"]


class LiquidityGuarantee(GuaranteeTerms):
    """``type: liquidity_guarantee``: bridges shortfalls; what is repaid can be drawn again."""

    type: Literal["liquidity_guarantee"]
    coverage: Figure = figure(_COVERAGE, Unit.SHARE, default=1.0, minimum=0)
    months: Figure | None = figure(
        "Highest amount, months of scheduled debt service", Unit.MONTHS, default=None, minimum=0, maximum=60,
        note="Of the heaviest period, and of the facilities covered.",
    )  # fmt: skip

    @property
    def limited(self) -> bool:
        """Whether anything limits what is paid in total."""
        return super().limited or self.months is not None

    @property
    def limits(self) -> str:
        """The keys that can limit it, as a message says them."""
        return "months, amount or cap_share"


class _OnNamedEvents(GuaranteeTerms):
    events: Text = word("Events named in the policy")
    event: Figure = figure(
        "Share of the shortfall that a named event causes", Unit.SHARE, series=True, default=0.0, minimum=0,
        note="0 where no such event happens; a risk or a scenario sets it.",
    )  # fmt: skip


class PartialRiskGuarantee(_OnNamedEvents):
    """``type: partial_risk_guarantee``: pays where a named event, often a breach by the public side, is the cause."""

    type: Literal["partial_risk_guarantee"]
    coverage: Figure = figure(_COVERAGE, Unit.SHARE, default=1.0, minimum=0)


class PoliticalRiskInsurance(_OnNamedEvents):
    """``type: political_risk_insurance``: pays where transfer, expropriation, breach or war is the cause."""

    type: Literal["political_risk_insurance"]
    guarantor: str = word("Who stands behind the lenders", default="insurer")
    mobilisation: Literal["own_account", "public", "none"] = word(_COUNTED, default="none")


class ExportCreditCover(GuaranteeTerms):
    """``type: export_credit_cover``: an export credit agency's cover of a loan that pays for its exporters' goods."""

    type: Literal["export_credit_cover"]
    guarantor: str = word("Who stands behind the lenders", default="export_credit_agency")
    mobilisation: Literal["own_account", "public", "none"] = word(_COUNTED, default="public")


class StateSurety(GuaranteeTerms):
    """``type: state_surety``: the State answers for the debt, as for infrastructure bonds."""

    type: Literal["state_surety"]
    guarantor: str = word("Who stands behind the lenders", default="state_budget")
    mobilisation: Literal["own_account", "public", "none"] = word(_COUNTED, default="public")
    coverage: Figure = figure(_COVERAGE, Unit.SHARE, default=1.0, minimum=0)


Guarantee = Annotated[
    FirstLossGuarantee
    | PartialCreditGuarantee
    | PartialRiskGuarantee
    | LiquidityGuarantee
    | PoliticalRiskInsurance
    | ExportCreditCover
    | StateSurety,
    Field(discriminator="type"),
]


def pair_name(guarantee: str, facility: str) -> str:
    """The name under which stands what a guarantee does for one facility."""
    return f"{guarantee}_{facility}"


def pair_problems(case: Any) -> Iterator[Inconsistency]:
    """Guarantees whose name together with that of a facility they cover is the name of something else."""
    taken = Counter((*RESERVED, *instance_names(case)))
    pairs = [(key, name) for key, terms in case.guarantees.items() for name in dict.fromkeys(terms.covers)]
    taken.update(pair_name(*pair) for pair in pairs)
    for key, facility in pairs:
        name = pair_name(key, facility)
        if taken[name] > 1:
            what = f"what it pays for {facility} would be called {name}, and that name is taken"
            yield ("guarantees", key), what, f"rename {key}"
