"""Facilities: every kind of loan, with its rank, pricing, sizing and repayment."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.covenants import Covenants
from finmodel.inputs.currencies import unknown_currency
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.prepayment import DatedPrepayment, Sweep
from finmodel.units import Unit

__all__ = [
    "ConcessionalLoan",
    "Loan",
    "MezzanineLoan",
    "Provider",
    "Repayment",
    "Sizing",
    "SizingDownside",
    "TermLoan",
    "VendorLoan",
    "provider_word",
]

HIGHEST_RANK = 9

Mobilisation = Literal["own_account", "private_direct", "private_indirect", "public", "none"]
Provider = Literal["commercial", "institutional", "bilateral", "multilateral", "vendor", "other"]


def _mobilisation(default: Mobilisation) -> Any:
    return word(
        "Class in the development banks' count of mobilised money",
        default=default,
        note="own_account: a development bank's own; private_direct: private, with evidence of the bank's active part; "
        "private_indirect: other private money; public: other public money; none: not counted.",
    )


def provider_word(default: Provider) -> Any:
    """The field for the kind of provider, with what is usual of a kind of facility."""
    return word("Kind of provider, in the words of the disclosure framework for PPPs", default=default)


_DRAWN_GRANTS = ("capital_grant", "viability_gap", "milestone_payments")
"""Grants that pay for uses of funds as they arise."""


class SizingDownside(Block):
    """The lenders' second case."""

    dscr: Figure = figure("Target DSCR, downside case", Unit.RATIO, series=True, minimum=0.5, maximum=10)
    revenue_factor: Figure = figure("Factor on revenue, downside case", Unit.NUMBER, default=1.0, minimum=0, maximum=2)
    cost_factor: Figure = figure("Factor on costs, downside case", Unit.NUMBER, default=1.0, minimum=0, maximum=5)


class Sizing(Block):
    """Limits of the debt: it is the least of those that are stated."""

    dscr: Figure | None = figure("Target DSCR", Unit.RATIO, series=True, default=None, minimum=0.5, maximum=10)
    downside: SizingDownside | None = word("Second case", default=None)
    tax: Literal["levered", "unlevered", "none"] = word(
        "Tax in the cash flow for sizing",
        default="levered",
        note="levered: with the interest shield; unlevered: without it, the conservative way; none: before tax.",
    )
    gearing: Figure | None = figure(
        "Highest gearing, with facilities sized before", Unit.SHARE, default=None, minimum=0, maximum=1
    )
    share: Figure | None = figure("Share of total uses", Unit.SHARE, default=None, minimum=0, maximum=1)
    llcr: Figure | None = figure("Lowest LLCR", Unit.RATIO, default=None, minimum=0.5, maximum=10)
    amount: Figure | None = figure("Amount", Unit.MONEY, default=None, minimum=0)
    remainder: bool = word(
        "Pays the remainder",
        default=False,
        note="Sized last: what grants, other facilities and the sponsors' least share of uses leave.",
    )

    @property
    def limited(self) -> bool:
        """Whether anything limits the debt but total uses."""
        return any(limit is not None for limit in (self.dscr, self.gearing, self.share, self.llcr, self.amount))


class Repayment(Block):
    """How principal is repaid."""

    profile: Literal["sculpted", "annuity", "equal", "balloon", "mini_perm", "given"] = word(
        "Profile", default="sculpted"
    )
    balloon: Figure = figure("Share repaid at maturity", Unit.SHARE, default=1.0, minimum=0)
    notional_tenor_months: Figure | None = figure(
        "Notional tenor from financial close", Unit.MONTHS, default=None, minimum=1, whole=True,
        note="Of a mini-perm: it is repaid as an annuity of this tenor; what is left falls due at tenor_months.",
    )  # fmt: skip
    schedule: Figure | None = figure("Shares repaid, by repayment", Unit.SHARE, profile=True, default=None, minimum=0)


class Loan(Block):
    """One facility under ``facilities``; its kinds differ in their usual lender and rank."""

    label: Text | None = word("Name shown", default=None)
    lender: str = word("Who lends", default="senior_lender")
    rank: int = word(
        "Rank", default=1, note="Facilities of one rank are paid pari passu, those of a higher number after them."
    )
    currency: str | None = word(
        "Currency of the loan",
        default=None,
        note="One of currencies; the case's own if none is named. Amounts of the loan are stated in it.",
    )
    base_rate: Figure = figure("Base rate", Unit.RATE, series=True, minimum=-0.05, maximum=2)
    margin: Figure = figure("Margin", Unit.RATE, series=True, default=0.0, minimum=-0.05, maximum=1)
    pik_margin: Figure | None = figure(
        "PIK margin", Unit.RATE, default=None, minimum=0, maximum=1,
        note="Added to the loan until repayment begins (see grace_months), then paid with the other interest.",
    )  # fmt: skip
    step_up_rate: Figure | None = figure(
        "Step-up of the margin", Unit.RATE, default=None, minimum=-1, maximum=1,
        note="Added to the margin in periods that begin step_up_month months after financial close, or later.",
    )  # fmt: skip
    step_up_month: Figure = figure("Months from financial close to the step-up", Unit.MONTHS, default=0, minimum=0)
    interest_on: Literal["opening_balance", "average_balance"] = word(
        "Interest is charged on",
        default="opening_balance",
        note="average_balance: what is drawn or repaid in the course of a period bears interest of half the period.",
    )
    construction_interest: Literal["funded", "added"] = word(
        "Interest during construction",
        default="funded",
        note="funded: paid from sources of funds; added: to the loan, which repayment begins with.",
    )
    default_margin: Figure = figure("Default margin", Unit.RATE, default=0.02, minimum=0)
    day_count: Literal["act_365", "act_360", "30_360"] = word("Day count", default="act_365")
    upfront_fee_rate: Figure = figure("Upfront fee", Unit.SHARE, default=0.0, minimum=0)
    commitment_fee_rate: Figure = figure("Commitment fee", Unit.RATE, default=0.0, minimum=0)
    agency_fee_amount: Figure = figure("Agency fee a year", Unit.MONEY_PER_YEAR, default=0.0, minimum=0)
    tenor_months: Figure = figure("Tenor from financial close", Unit.MONTHS, minimum=1, whole=True)
    grace_months: Figure = figure("Grace after completion", Unit.MONTHS, default=0, minimum=0, whole=True)
    sizing: Sizing = word("Sizing")
    repayment: Repayment = word("Repayment", default=Repayment())
    market_rate: Figure | None = figure(
        "Market price, all in", Unit.RATE, series=True, default=None, minimum=-0.05, maximum=2,
        note="What a lender without a public mission would ask, fees included: subsidy is measured by it.",
    )  # fmt: skip
    provider: Provider = provider_word("commercial")
    mobilisation: Mobilisation = _mobilisation("private_indirect")
    covenants: Covenants | None = word("Covenants", default=None)
    sweep: Sweep | None = word("Cash sweep", default=None)
    prepayments: dict[InstanceName, DatedPrepayment] = word("Prepayments by choice", default={})
    prepayment_fee_rate: Figure = figure("Prepayment fee", Unit.SHARE, default=0.0, minimum=0)
    prepayment_order: Literal["in_order", "inverse_order", "pro_rata"] = word(
        "Prepayment is applied",
        default="inverse_order",
        note="in_order: to the next instalments; inverse_order: to the last; pro_rata: to all that are left.",
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A tenor that does not fit the project, sizing that says nothing, a profile without what it needs."""
        yield from unknown_currency(case, self.currency, ("currency",))
        yield from self._tenor(case)
        if self.step_up_rate is None and self.step_up_month.provenance.stated:
            yield ("step_up_month",), "a step-up needs its rate", "state step_up_rate"
        if not self.sizing.limited and not self.sizing.remainder:
            remedy = "state one or more of dscr, gearing, share, llcr, amount, or remainder: true"
            yield ("sizing",), "no limit is stated", remedy
        if self.sizing.downside is not None and self.sizing.dscr is None:
            yield ("sizing", "downside"), "a downside case needs a base case", "state sizing.dscr"
        if self.repayment.profile == "sculpted" and self.sizing.dscr is None:
            yield (
                ("repayment", "profile"),
                "sculpting needs a target DSCR",
                "state sizing.dscr, or take another profile",
            )
        if not 1 <= self.rank <= HIGHEST_RANK:
            yield ("rank",), f"is {self.rank}", f"give a whole number from 1 (paid first) to {HIGHEST_RANK}"
        yield from self._schedule(case)
        yield from self._average_balance(case)
        yield from self._notional_tenor()
        for name, early in self.prepayments.items():
            for path, what, remedy in early.too_late(case, self.tenor_months.number):
                yield ("prepayments", name, *path), what, remedy
        if self.market_rate is not None and _form(self.market_rate) not in ("one number", _form(self.base_rate)):
            what = f"is given {_form(self.market_rate)}, and the base rate as {_form(self.base_rate)}"
            yield ("market_rate",), what, "give one number, or both in the same form"

    @property
    def measured(self) -> bool:
        """Whether grant element and subsidy are asked for: a concessional loan, or one with a market price beside."""
        return self.market_rate is not None

    def _average_balance(self, case: Any) -> Iterable[Inconsistency]:
        """What has no closed form: interest that would have to wait for principal, tax or cash of its own period."""
        if self.interest_on == "opening_balance":
            return
        remedy, where = "write interest_on: opening_balance", ("interest_on",)
        sculpted = [
            name
            for name, loan in case.facilities.items()
            if loan.repayment.profile == "sculpted" and loan.sizing.tax == "levered"
        ]
        if self.repayment.profile == "sculpted" and sculpted:
            what = f"the tax that sizes {sculpted[0]} would wait for principal of its own period"
            yield where, what, f"write tax: unlevered or none under facilities.{sculpted[0]}.sizing, or {remedy[6:]}"
        if self.repayment.profile == "mini_perm":
            yield where, "a mini-perm is repaid by interest on the opening balance", remedy
        if self.pik_margin is not None:
            yield where, "interest paid in kind is added to the opening balance", remedy
        if self.prepayable:
            yield where, "what is prepaid is known only once interest is paid", remedy
        if self.construction_interest == "funded" and case.funding.drawdown != "pro_rata":
            what = f"drawdown {case.funding.drawdown} has no closed form for interest that sources of funds pay"
            yield where, what, "write construction_interest: added, or funding.drawdown: pro_rata"
        grants = list(case.grants.values())
        if self.construction_interest == "funded" and any(grant.type in _DRAWN_GRANTS for grant in grants):
            what = "what grants leave to be drawn is known only once interest is"
            yield where, what, f"write construction_interest: added, or {remedy[6:]}"
        subsidised = [grant.facility for grant in grants if grant.type == "interest_subsidy"]
        if any(case.facilities.get(name) is self for name in subsidised):
            yield where, "the interest subsidy is of the opening balance", remedy

    @property
    def grows(self) -> bool:
        """Whether interest is added to the loan before it is repaid."""
        return self.pik_margin is not None or self.construction_interest == "added"

    @property
    def prepayable(self) -> bool:
        """Whether anything can be repaid ahead of the contract."""
        return self.sweep is not None or bool(self.prepayments)

    def _tenor(self, case: Any) -> Iterable[Inconsistency]:
        end = case.timing.construction_months.number + case.timing.operation_months.number
        end += case.timing.delay_months.number * case.timing.delay_extends_concession.number
        tenor = self.tenor_months.number
        if tenor > end:
            what = f"the tenor of {tenor:.0f} months is longer than the project ({end:.0f})"
            remedy = f"shorten the tenor to {end:.0f} months or less, or lengthen timing.operation_months"
            yield ("tenor_months",), what, remedy
        elif not self._repayments(case):
            yield ("tenor_months",), "no period of repayment is left after construction and grace", "lengthen the tenor"

    def _repayments(self, case: Any) -> int:
        """How many periods of repayment fit between completion with its delay, grace and final maturity."""
        months = case.timing.grid().period_months
        built = case.timing.construction_months.number + case.timing.delay_months.number
        ends = range(months, int(self.tenor_months.number) + 1, months)
        return sum(end - months >= built and end - built > self.grace_months.number for end in ends)

    def _notional_tenor(self) -> Iterable[Inconsistency]:
        notional, place = self.repayment.notional_tenor_months, ("repayment", "notional_tenor_months")
        if self.repayment.profile == "mini_perm" and notional is None:
            yield ("repayment", "profile"), "a mini-perm needs a notional tenor", f"state {'.'.join(place)}"
        elif self.repayment.profile != "mini_perm" and notional is not None:
            yield place, f"says nothing with profile {self.repayment.profile}", "take it out, or profile: mini_perm"
        elif notional is not None and notional.number < self.tenor_months.number:
            what = f"{notional.number:.0f} months is shorter than the tenor of {self.tenor_months.number:.0f}"
            yield place, what, "give the longer, notional tenor here and the real one in tenor_months"

    def _schedule(self, case: Any) -> Iterable[Inconsistency]:
        schedule = self.repayment.schedule
        if self.repayment.profile == "given" and schedule is not None:
            wanted, stated = self._repayments(case), len(schedule.numbers)
            if wanted and stated > wanted:
                what = f"{stated} shares are given for {wanted} repayments"
                yield ("repayment", "schedule"), what, "give as many as there are periods of repayment, or fewer"
        if self.repayment.profile == "given" and schedule is None:
            yield ("repayment", "profile"), "a given profile needs its schedule", "state repayment.schedule"
        if schedule is not None and abs(sum(schedule.numbers) - 1) > 1e-6:
            yield ("repayment", "schedule"), f"the shares add to {sum(schedule.numbers):.4g}", "make them add to 1"


def _form(given: Figure) -> str:
    if given.by_year:
        return "by year"
    return "by period" if isinstance(given.value, tuple) else "one number"


class TermLoan(Loan):
    """``type: term_loan``: a commercial lender's."""

    type: Literal["term_loan"]


class ConcessionalLoan(Loan):
    """``type: concessional_loan``: a development lender's, below the market's price; senior unless ranked lower."""

    type: Literal["concessional_loan"]
    lender: str = word("Who lends", default="concessional_lender")
    provider: Provider = provider_word("multilateral")
    mobilisation: Mobilisation = _mobilisation("own_account")

    @property
    def measured(self) -> bool:
        """Always: that is what the type says."""
        return True


class MezzanineLoan(Loan):
    """``type: mezzanine_loan``: subordinated, often with interest paid in kind."""

    type: Literal["mezzanine_loan"]
    lender: str = word("Who lends", default="mezzanine_lender")
    rank: int = word("Rank", default=2, note="Paid after every facility of a lower number.")


class VendorLoan(Loan):
    """``type: vendor_loan``: a supplier's, for what it delivers."""

    type: Literal["vendor_loan"]
    lender: str = word("Who lends", default="vendor")
    provider: Provider = provider_word("vendor")
