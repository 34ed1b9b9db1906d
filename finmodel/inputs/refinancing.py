"""Refinancing: a senior loan is replaced by a new one on a date, and the gain is shared with the authority."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["Refinancing", "RefinancingRepayment", "RefinancingSizing"]


class RefinancingSizing(Block):
    """Limits of the new loan: it is the least of those that are stated."""

    dscr: Figure | None = figure("Target DSCR", Unit.RATIO, series=True, default=None, minimum=0.5, maximum=10)
    tax: Literal["levered", "unlevered", "none"] = word(
        "Tax in the cash flow for sizing",
        default="levered",
        note="levered: with the interest of the old loan before and of the new one after its date.",
    )
    balance: Figure | None = figure(
        "Times the balance replaced, with its costs", Unit.NUMBER, default=None, minimum=0, maximum=10,
        note="1: the old loan's scheduled balance, its break costs and the new loan's fee, and nothing for sponsors.",
    )  # fmt: skip
    amount: Figure | None = figure("Amount", Unit.MONEY, default=None, minimum=0)

    @property
    def limited(self) -> bool:
        """Whether anything limits the new loan."""
        return any(limit is not None for limit in (self.dscr, self.balance, self.amount))


class RefinancingRepayment(Block):
    """How the new loan is repaid."""

    profile: Literal["sculpted", "annuity", "equal", "balloon"] = word("Profile", default="sculpted")
    balloon: Figure = figure("Share repaid at maturity", Unit.SHARE, default=1.0, minimum=0)


class Refinancing(Block):
    """The entry under ``refinancing``: its name is that of the new loan."""

    label: Text | None = word("Name shown", default=None)
    facility: str = word("Facility replaced")
    lender: str = word("Who lends", default="senior_lender")
    month: Figure = figure("Month of the refinancing", Unit.MONTHS, minimum=1, whole=True)
    base_rate: Figure = figure("Base rate", Unit.RATE, series=True, minimum=-0.05, maximum=2)
    margin: Figure = figure("Margin", Unit.RATE, series=True, default=0.0, minimum=-0.05, maximum=1)
    default_margin: Figure = figure("Default margin", Unit.RATE, default=0.02, minimum=0)
    day_count: Literal["act_365", "act_360", "30_360"] = word("Day count", default="act_365")
    upfront_fee_rate: Figure = figure("Upfront fee", Unit.SHARE, default=0.0, minimum=0, maximum=0.5)
    break_cost_rate: Figure = figure("Break cost, on the balance replaced", Unit.SHARE, default=0.0, minimum=0)
    tenor_months: Figure = figure("Tenor from the refinancing", Unit.MONTHS, minimum=1, whole=True)
    grace_months: Figure = figure("Grace after the refinancing", Unit.MONTHS, default=0, minimum=0, whole=True)
    sizing: RefinancingSizing = word("Sizing")
    repayment: RefinancingRepayment = word("Repayment", default=RefinancingRepayment())
    gain_share: Figure = figure("Share of the refinancing gain", Unit.SHARE, default=0.0, minimum=0)
    gain_payee: str = word("Who shares in the gain", default="authority")
    gain_discount_rate: Figure = figure(
        "Rate at which the gain is discounted", Unit.RATE, minimum=0, maximum=2,
        note="The contract's: as a rule the equity IRR of the base case, typed in so that it stays what was agreed.",
    )  # fmt: skip

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """A facility that cannot be replaced, a date that does not fit, sizing that says nothing."""
        if self.facility not in case.facilities:
            yield ("facility",), *not_there(self.facility, tuple(case.facilities), "facilities")
            return
        yield from self._replaced(case)
        if not self.sizing.limited:
            yield ("sizing",), "no limit is stated", "state one or more of dscr, balance, amount"
        if self.repayment.profile == "sculpted" and self.sizing.dscr is None:
            what = "sculpting needs a target DSCR"
            yield ("repayment", "profile"), what, "state sizing.dscr, or take another profile"
        yield from self._dates(case)

    def _replaced(self, case: Any) -> Iterable[Inconsistency]:
        """What refinancing is not defined for."""
        loan = case.facilities[self.facility]
        others = [name for name, other in case.facilities.items() if other.rank <= loan.rank and name != self.facility]
        standby = case.funding.standby_facility
        others += ["funding.standby_facility"] if standby is not None and standby.rank <= loan.rank else []
        if others:
            what = f"{self.facility} does not stand alone in the first rank: {', '.join(others)}"
            yield ("facility",), what, "only a senior loan without others beside it can be replaced"
        if loan.currency is not None:
            yield ("facility",), f"{self.facility} is in {loan.currency}", "replace a loan in the case's own currency"
        if loan.interest_on != "opening_balance":
            what = f"{self.facility} bears interest on its average balance, which a repayment at once does not fit"
            yield ("facility",), what, f"write interest_on: opening_balance under facilities.{self.facility}"
        beside = [*case.hedges.values(), *(grant for grant in case.grants.values() if grant.type == "interest_subsidy")]
        if case.guaranteed(self.facility) or any(other.facility == self.facility for other in beside):
            what = f"{self.facility} is guaranteed, hedged or subsidised, and what ends with it is not stated"
            yield ("facility",), what, "take guarantee, hedge or interest subsidy out, or keep the loan"

    def _dates(self, case: Any) -> Iterable[Inconsistency]:
        months, loan = case.timing.grid().period_months, case.facilities[self.facility]
        built = case.timing.construction_months.number + case.timing.delay_months.number
        end = built + case.timing.operation_months.number
        end -= case.timing.delay_months.number * (1 - case.timing.delay_extends_concession.number)
        day = -(-self.month.number // months) * months
        last = loan.tenor_months.number // months * months - months
        if self.month.number <= built or day > last:
            what = f"month {self.month.number:.0f} is not in the service of {self.facility} before its last repayment"
            yield ("month",), what, f"give a month after {built:.0f} and up to {last:.0f}"
        elif day + self.tenor_months.number > end:
            what = f"the new loan would end in month {day + self.tenor_months.number:.0f}, the project in {end:.0f}"
            yield ("tenor_months",), what, f"shorten the tenor to {end - day:.0f} months or less"
        elif self.tenor_months.number // months * months - self.grace_months.number < months:
            yield ("tenor_months",), "no period of repayment is left after grace", "lengthen the tenor"
