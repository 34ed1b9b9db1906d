"""Terms of a bond: its kind of coupon, its redemption, the costs of its issue, a trade to be priced."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any, Literal

from pydantic import Field

from finmodel.inputs.block import Block, Inconsistency, Text
from finmodel.inputs.figure import Figure, figure, word
from finmodel.units import Unit

__all__ = [
    "Costs",
    "Coupon",
    "DayCount",
    "FixedCoupon",
    "FloatingCoupon",
    "InflationLinkedCoupon",
    "Redemption",
    "Trade",
]

DayCount = Literal["30_360", "30e_360", "act_365", "act_360", "act_act_icma"]


class FixedCoupon(Block):
    """``coupon: {type: fixed}``; a rate of 0 is a zero-coupon bond."""

    type: Literal["fixed"]
    rate: Figure = figure("Coupon", Unit.RATE, minimum=0, maximum=2)


class FloatingCoupon(Block):
    """``coupon: {type: floating}``: what a rate path brings over the coupon period, and a margin."""

    type: Literal["floating"]
    curve: str = word("Rate path under curves")
    margin: Figure = figure("Margin", Unit.RATE, default=0.0, minimum=-1, maximum=1)
    fixing: Literal["compounded", "in_advance"] = word(
        "Fixing",
        default="compounded",
        note="compounded: the index at the end of the coupon period ÷ at its start − 1, a year; "
        "in_advance: the rate of the day on which the coupon period begins.",
    )
    floor: Figure = figure("Lowest coupon", Unit.RATE, default=0.0, minimum=-1, maximum=2)
    cap: Figure = figure("Highest coupon", Unit.RATE, default=10.0, minimum=0, maximum=10)


class InflationLinkedCoupon(Block):
    """``coupon: {type: inflation_linked}``: a real rate on principal that follows a price index."""

    type: Literal["inflation_linked"]
    rate: Figure = figure("Real coupon", Unit.RATE, minimum=0, maximum=2)
    curve: str = word("Price index under curves")
    lag_months: Figure = figure(
        "Index is read months before", Unit.MONTHS, default=3, minimum=0, maximum=24, whole=True
    )
    floor_at_par: Figure = figure("Redeemed at par at least", Unit.FLAG, default=1)


Coupon = Annotated[FixedCoupon | FloatingCoupon | InflationLinkedCoupon, Field(discriminator="type")]


class Redemption(Block):
    """How principal is repaid."""

    profile: Literal["bullet", "amortising", "given", "sinking_fund"] = word(
        "Profile",
        default="bullet",
        note="bullet: at maturity; amortising: in equal parts on coupon dates; given: in the shares stated; "
        "sinking_fund: at maturity, from a fund into which the issuer pays a level amount on each coupon date.",
    )
    grace_months: Figure = figure(
        "Months from issue without redemption", Unit.MONTHS, default=0, minimum=0, whole=True,
        note="Before them nothing is repaid, or paid into the sinking fund.",
    )  # fmt: skip
    schedule: Figure | None = figure(
        "Shares repaid, by coupon date", Unit.SHARE, profile=True, default=None, minimum=0, maximum=1
    )
    fund_rate: Figure = figure("Interest on the sinking fund", Unit.RATE, default=0.0, minimum=0, maximum=1)


class Costs(Block):
    """What the issue costs besides its coupon; amounts a year are paid on coupon dates, in equal parts."""

    placement_rate: Figure = figure("Placement fee, share of principal", Unit.SHARE, default=0.0, minimum=0)
    listing_initial: Figure = figure("Listing fee at issue", Unit.MONEY, default=0.0, minimum=0)
    listing_yearly: Figure = figure("Listing fee a year", Unit.MONEY_PER_YEAR, default=0.0, minimum=0)
    review_initial: Figure = figure("External review at issue", Unit.MONEY, default=0.0, minimum=0)
    review_yearly: Figure = figure("External review and reporting a year", Unit.MONEY_PER_YEAR, default=0.0, minimum=0)
    other_initial: Figure = figure("Other costs at issue", Unit.MONEY, default=0.0, minimum=0)
    other_yearly: Figure = figure("Other costs a year", Unit.MONEY_PER_YEAR, default=0.0, minimum=0)


class Trade(Block):
    """One price or yield under ``trades``: the other of the two is computed, with durations and spreads."""

    label: Text | None = word("Name shown", default=None)
    settlement_date: Figure = figure("Settlement", Unit.DATE)
    yield_rate: Figure | None = figure("Yield", Unit.RATE, default=None, minimum=-0.5, maximum=10)
    price: Figure | None = figure(
        "Clean price, per 100 of principal outstanding", Unit.NUMBER, default=None, minimum=0.01, maximum=10000
    )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:  # noqa: ARG002 - as every block
        """Neither price nor yield, or both."""
        if (self.yield_rate is None) == (self.price is None):
            what = "states neither a yield nor a price" if self.yield_rate is None else "states a yield and a price"
            yield (), what, "state yield_rate or price"
