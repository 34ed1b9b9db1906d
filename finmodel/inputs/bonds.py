"""Bonds of an issuance: dates, coupon, redemption, issue price, costs, and the trades that are to be priced."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any, Literal

from finmodel.inputs.block import Block, Inconsistency, InstanceName, Text
from finmodel.inputs.bond_dates import coupon_dates, regular_date
from finmodel.inputs.bond_terms import Costs, Coupon, DayCount, Redemption, Trade
from finmodel.inputs.curves import PriceIndex, RatePath, YieldCurve
from finmodel.inputs.figure import Figure, figure, word
from finmodel.inputs.issued_sukuk import LEASED, IssuedLease
from finmodel.inputs.sustainability_linked import SustainabilityTarget
from finmodel.inputs.trouble import not_there
from finmodel.units import Unit

__all__ = ["IssuedBond"]

_FREQUENCIES = (1, 2, 4, 12)


class IssuedBond(Block):
    """One bond under ``bonds`` of an issuance."""

    type: Literal[
        "green_bond", "social_bond", "sustainability_bond", "sustainability_linked_bond", "sukuk_ijara", "bond"
    ]
    label: Text | None = word("Name shown", default=None)
    identifier: Text | None = word("ISIN or other identifier", default=None)
    listed_on: Text | None = word("Where it is listed", default=None)
    use_of_proceeds: Literal["standard", "revenue", "project", "secured"] | None = word(
        "Kind of use-of-proceeds bond",
        default=None,
        note="standard: recourse to the issuer; revenue: to pledged revenue; project: to the project's own cash flow; "
        "secured: to assets set apart for it.",
    )
    security: Text | None = word("Security", default=None)
    holder: str = word("Who holds it", default="bondholder")
    issue_date: Figure | None = figure(
        "Issue", Unit.DATE, default=None, note="The issue date of the issuance if none is stated."
    )
    maturity_date: Figure = figure("Maturity", Unit.DATE)
    first_coupon_date: Figure | None = figure(
        "First coupon", Unit.DATE, default=None,
        note="One of the regular dates; needed for a long first coupon only.",
    )  # fmt: skip
    end_of_month: Figure = figure(
        "Coupons on the last day of the month", Unit.FLAG, default=0,
        note="Where maturity is the last day of a month.",
    )  # fmt: skip
    principal: Figure = figure("Principal", Unit.MONEY, minimum=0)
    coupon: Coupon = word("Coupon")
    coupons_a_year: Figure = figure("Coupons a year", Unit.COUNT, default=2, minimum=1, maximum=12, whole=True)
    day_count: DayCount = word(
        "Day count",
        default="30_360",
        note="30_360: bond basis, where an end on the 31st counts as the 30th if the start is on a 30th or 31st; "
        "30e_360: every 31st counts as the 30th; act_act_icma: each coupon period is the same part of a year, and days "
        "count in proportion within it.",
    )
    yield_day_count: DayCount | None = word(
        "Day count of the time to each payment, in yields", default=None, note="That of the coupon if none is named."
    )
    compounding_a_year: Figure | None = figure(
        "Yields compound, times a year", Unit.COUNT, default=None, minimum=1, maximum=12, whole=True,
        note="As often as coupons are paid if none is stated.",
    )  # fmt: skip
    issue_price: Figure = figure(
        "Issue price, share of principal", Unit.SHARE, default=1.0, minimum=0.01, maximum=10,
        note="Without accrued interest: interest runs from the day of issue.",
    )  # fmt: skip
    issue_yield: Figure | None = figure("Yield at issue", Unit.RATE, default=None, minimum=-0.5, maximum=10)
    redemption: Redemption = word("Redemption", default=Redemption())
    costs: Costs = word("Costs of the issue", default=Costs())
    lease: IssuedLease | None = word("Lease that a sukuk al-ijara rests on", default=None)
    targets: dict[InstanceName, SustainabilityTarget] = word("Sustainability performance targets", default={})
    benchmark: str | None = word("Yield curve that spreads are measured against", default=None)
    comparable: str | None = word(
        "Conventional bond, or curve of conventional bonds, that the greenium is measured against",
        default=None,
        note="One of bonds or of curves: the same issuer, currency and rank.",
    )
    trades: dict[InstanceName, Trade] = word("Trades to be priced", default={})

    @property
    def labelled(self) -> bool:
        """Whether its proceeds may be used for eligible projects only."""
        if self.type == LEASED:
            return self.lease is not None and self.lease.theme != "none"
        return self.type in ("green_bond", "social_bond", "sustainability_bond")

    def issued_on(self, case: Any) -> date:
        """The day of issue: its own, or that of the issuance."""
        stated: Figure = self.issue_date or case.issuance.issue_date
        return stated.day

    def last_month(self, issue_date: Figure) -> float:
        """Calendar months from the month of a date, that of the issuance, to the month of maturity."""
        first, last = issue_date.day, self.maturity_date.day
        return float(_months(first, last))

    def dates(self, case: Any) -> list[date]:
        """Its coupon dates, in order; the last is maturity."""
        first = self.first_coupon_date
        return coupon_dates(
            self.issued_on(case),
            self.maturity_date.day,
            int(self.coupons_a_year.number),
            first=first.day if first else None,
            end_of_month=bool(self.end_of_month.number),
        )

    def inconsistencies(self, case: Any) -> Iterable[Inconsistency]:
        """Dates, prices, curves and redemption that do not fit together."""
        issue = self.issued_on(case)
        if self.maturity_date.day <= issue:
            yield ("maturity_date",), f"is not after issue on {issue}", "give a later day"
            return
        if self.coupons_a_year.number not in _FREQUENCIES:
            what = f"{self.coupons_a_year.number:.0f} coupons do not fall on months of equal distance"
            yield ("coupons_a_year",), what, "write 1, 2, 4 or 12"
            return
        yield from self._grid(case, issue)
        yield from self._first_coupon(issue)
        if self.use_of_proceeds is not None and not self.labelled:
            what = f"is stated, and the bond is a {self.type}"
            yield ("use_of_proceeds",), what, "take it out, or write the type of a labelled bond"
        if self.issue_price.provenance.stated and self.issue_yield is not None:
            yield ("issue_yield",), "is stated beside issue_price", "keep one of the two"
        yield from self._curves(case)
        yield from self._redemption(issue, self.dates(case))
        yield from self._lease()
        yield from self._targets(self.dates(case))
        yield from self._settlements(issue)

    def _grid(self, case: Any, issue: date) -> Iterator[Inconsistency]:
        """One payment a period at most, and none before the first."""
        grid = case.grid()
        paid = 12 // int(self.coupons_a_year.number)
        if paid < grid.period_months:
            what = f"pays every {paid} months, and a period of the model has {grid.period_months}"
            yield ("coupons_a_year",), what, "take shorter periods: one payment a period at most"
        if issue < grid.start:
            yield ("issue_date",), f"is before the first period, which begins on {grid.start}", "issue it later"

    def _first_coupon(self, issue: date) -> Iterator[Inconsistency]:
        stated = self.first_coupon_date
        if stated is None:
            return
        months, number = 12 // int(self.coupons_a_year.number), 0
        regular = self.maturity_date.day
        while regular > stated.day:
            number += 1
            regular = regular_date(self.maturity_date.day, months * number, end_of_month=bool(self.end_of_month.number))
        if regular != stated.day or stated.day <= issue:
            remedy = f"take one counted back from maturity, such as {regular}"
            yield ("first_coupon_date",), f"{stated.day} is not a regular coupon date after issue", remedy

    def _curves(self, case: Any) -> Iterator[Inconsistency]:
        kinds: dict[str, type[Block]] = {"floating": RatePath, "inflation_linked": PriceIndex}
        named = getattr(self.coupon, "curve", None)
        if named is not None:
            yield from _curve_problems(case, named, kinds[self.coupon.type], ("coupon", "curve"))
        if self.benchmark is not None:
            yield from _curve_problems(case, self.benchmark, YieldCurve, ("benchmark",))
        if self.comparable is not None and self.comparable not in case.bonds:
            yield from _curve_problems(case, self.comparable, YieldCurve, ("comparable",), tuple(case.bonds))
        elif self.comparable is not None and case.bonds[self.comparable] is self:
            yield ("comparable",), "is the bond itself", "name a conventional bond, or a curve of them"
        curve = case.curves.get(self.comparable or "")
        if isinstance(curve, YieldCurve) and curve.yields is None:
            yield ("comparable",), f"names {self.comparable}, which states no yields", "state its yields"

    def _redemption(self, issue: date, dates: list[date]) -> Iterator[Inconsistency]:
        terms, path = self.redemption, ("redemption", "schedule")
        if terms.profile == "given" and terms.schedule is None:
            yield ("redemption", "profile"), "a given profile needs its schedule", "state redemption.schedule"
        if terms.schedule is not None and terms.profile != "given":
            yield path, f"says nothing with profile {terms.profile}", "take it out, or write profile: given"
        elif terms.schedule is not None:
            shares = terms.schedule.numbers
            if abs(sum(shares) - 1) > 1e-9:
                yield path, f"the shares add to {sum(shares):.6g}", "make them add to 1"
            if len(shares) != len(dates):
                yield path, f"gives {len(shares)} shares for {len(dates)} coupon dates", "give one for each coupon date"
        if terms.profile == "bullet" and terms.grace_months.provenance.stated:
            yield ("redemption", "grace_months"), "says nothing with profile bullet", "take it out"
        repaid = [day for day in dates if _months(issue, day) > terms.grace_months.number]
        if not repaid:
            yield ("redemption", "grace_months"), "leaves no date of redemption", "shorten it"

    def _lease(self) -> Iterator[Inconsistency]:
        """Certificates without a lease, a lease without certificates, a rental that is no rental."""
        if (self.type == LEASED) != (self.lease is not None):
            if self.lease is None:
                yield ("lease",), "is missing", "state the value of the assets that are let: lease.asset_value"
            else:
                yield ("lease",), f"is stated, and the bond is a {self.type}", f"write type: {LEASED}, or take it out"
        if self.type == LEASED and self.coupon.type == "inflation_linked":
            what = "certificates are the price of assets, which no index of prices adds to"
            yield ("coupon", "type"), what, "write fixed or floating, or the type of a bond"

    def _targets(self, dates: list[date]) -> Iterator[Inconsistency]:
        """Targets of a bond that is linked to them and of no other; none observed too late for a step."""
        is_linked = self.type == "sustainability_linked_bond"
        if is_linked and not self.targets:
            yield ("targets",), "no target is stated", "add a target with its step, or write type: bond"
        elif self.targets and not is_linked:
            what = f"are stated, and the bond is a {self.type}"
            yield ("targets",), what, "write type: sustainability_linked_bond, or take them out"
        last = dates[-2] if len(dates) > 1 else None
        for name, target in self.targets.items():
            day = target.observation_date.day
            months = target.verification_months.number
            if not target.with_premium and (last is None or _months(day, last) <= months):
                what = f"{day.isoformat()} leaves no coupon after the verifier's report"
                yield ("targets", name, "observation_date"), what, "observe earlier, or let the bond run longer"

    def _settlements(self, issue: date) -> Iterator[Inconsistency]:
        for name, trade in self.trades.items():
            if not issue <= trade.settlement_date.day < self.maturity_date.day:
                what = f"{trade.settlement_date.day} is not between issue and maturity"
                yield ("trades", name, "settlement_date"), what, "give a day from issue to the day before maturity"


def _months(first: date, last: date) -> int:
    """Months from the month of one day to that of another."""
    return (last.year - first.year) * 12 + last.month - first.month


def _curve_problems(
    case: Any, name: str, kind: type[Block], path: tuple[str, ...], also: tuple[str, ...] = ()
) -> Iterator[Inconsistency]:
    fitting = tuple(key for key, curve in case.curves.items() if isinstance(curve, kind))
    if name not in fitting:
        yield (path, *not_there(name, (*fitting, *also), "bonds or curves" if also else "curves"))
