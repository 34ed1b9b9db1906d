"""Finance: facilities with pricing, sizing and repayment; sponsors' funds; reserves; distributions."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = ["Distributions", "Dsra", "Funding", "Mra", "Repayment", "Reserves", "Sizing", "SizingDownside", "TermLoan"]


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
    gearing: Figure | None = figure("Highest gearing", Unit.SHARE, default=None, minimum=0, maximum=1)
    llcr: Figure | None = figure("Lowest LLCR", Unit.RATIO, default=None, minimum=0.5, maximum=10)
    amount: Figure | None = figure("Amount", Unit.MONEY, default=None, minimum=0)


class Repayment(Block):
    """How principal is repaid."""

    profile: Literal["sculpted", "annuity", "equal", "balloon", "given"] = word("Profile", default="sculpted")
    balloon: Figure = figure("Share repaid at maturity", Unit.SHARE, default=1.0, minimum=0)
    schedule: Figure | None = figure("Shares repaid, by repayment", Unit.SHARE, profile=True, default=None, minimum=0)


class TermLoan(Block):
    """One facility under ``facilities``."""

    type: Literal["term_loan"]
    label: Text | None = word("Name shown", default=None)
    lender: str = word("Who lends", default="senior_lender")
    base_rate: Figure = figure("Base rate", Unit.RATE, series=True, minimum=-0.05, maximum=2)
    margin: Figure = figure("Margin", Unit.RATE, series=True, default=0.0, minimum=-0.05, maximum=1)
    default_margin: Figure = figure("Default margin", Unit.RATE, default=0.02, minimum=0)
    day_count: Literal["act_365", "act_360", "30_360"] = word("Day count", default="act_365")
    upfront_fee_rate: Figure = figure("Upfront fee", Unit.SHARE, default=0.0, minimum=0)
    commitment_fee_rate: Figure = figure("Commitment fee", Unit.RATE, default=0.0, minimum=0)
    agency_fee_amount: Figure = figure("Agency fee a year", Unit.MONEY_PER_YEAR, default=0.0, minimum=0)
    tenor_months: Figure = figure("Tenor from financial close", Unit.MONTHS, minimum=1, whole=True)
    grace_months: Figure = figure("Grace after completion", Unit.MONTHS, default=0, minimum=0, whole=True)
    sizing: Sizing = word("Sizing")
    repayment: Repayment = word("Repayment", default=Repayment())

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A tenor that does not fit the project, sizing that says nothing, a profile without what it needs."""
        yield from self._tenor(case)
        limits = (self.sizing.dscr, self.sizing.gearing, self.sizing.llcr, self.sizing.amount)
        if all(limit is None for limit in limits):
            yield ("sizing",), "no limit is stated", "state one or more of dscr, gearing, llcr, amount"
        if self.sizing.downside is not None and self.sizing.dscr is None:
            yield ("sizing", "downside"), "a downside case needs a base case", "state sizing.dscr"
        if self.repayment.profile == "sculpted" and self.sizing.dscr is None:
            yield (
                ("repayment", "profile"),
                "sculpting needs a target DSCR",
                "state sizing.dscr, or take another profile",
            )
        yield from self._schedule(case)

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


class Funding(Block):
    """The heading ``funding``."""

    drawdown: Literal["pro_rata", "equity_first", "debt_first"] = word("Order of drawdown", default="pro_rata")
    opening_cash: Figure = figure("Cash at the start of operation", Unit.MONEY, default=0.0, minimum=0)
    shareholder_loan_share: Figure = figure(
        "Shareholder loan, share of sponsors' funds", Unit.SHARE, default=0.0, minimum=0
    )
    shareholder_loan_rate: Figure = figure("Shareholder loan, interest rate", Unit.RATE, default=0.0, minimum=0)
    shareholder_loan_deductible: Figure = figure("Shareholder loan interest is deductible", Unit.FLAG, default=0)


class Dsra(Block):
    """Debt service reserve under ``reserves``."""

    type: Literal["cash", "letter_of_credit"] = word("Provided in", default="cash")
    months: Figure = figure("DSRA, months of debt service", Unit.MONTHS, default=0, minimum=0, maximum=60, whole=True)
    initial_funding: Figure = figure("DSRA, share funded at completion", Unit.SHARE, default=1.0, minimum=0)
    letter_of_credit_fee: Figure = figure("Fee of the letter of credit", Unit.RATE, default=0.0, minimum=0)


class Mra(Block):
    """Maintenance reserve under ``reserves``."""

    funded: Figure = figure("MRA is funded", Unit.FLAG, default=1)
    months: Figure = figure("MRA, months of saving", Unit.MONTHS, default=36, minimum=1, maximum=240, whole=True)


class Reserves(Block):
    """The heading ``reserves``."""

    dsra: Dsra = word("DSRA", default=Dsra())
    mra: Mra = word("MRA", default=Mra())
    reserve_interest_taxable: Figure = figure("Interest on reserves is taxable income", Unit.FLAG, default=0)
    reserve_rate: Figure = figure("Interest on reserves", Unit.RATE, default=0.0, minimum=0)


class Distributions(Block):
    """The heading ``distributions``."""

    limit: Literal["cash", "retained_earnings"] = word("Dividends are limited by", default="cash")
    lockup_test: Literal["historic", "forward"] = word("Lock-up looks", default="historic")
    lockup_dscr: Figure = figure("Lock-up DSCR", Unit.RATIO, default=0.0, minimum=0, maximum=10)
    lockup_months: Figure = figure("Lock-up test, months", Unit.MONTHS, default=12, minimum=1, maximum=60, whole=True)
    default_dscr: Figure = figure("Default DSCR", Unit.RATIO, default=0.0, minimum=0, maximum=10)
    minimum_cash: Figure = figure("Minimum cash", Unit.MONEY, default=0.0, minimum=0)
