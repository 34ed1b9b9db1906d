"""QuantLib prices 720 random bonds as the model does: price, yield, accrued interest, durations, convexity."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

import numpy as np
import pytest
import QuantLib

from finmodel.engines.numpy_engine import Batch
from tests.model.bonds.small_bonds import alone, alone_model, engine_of
from tests.model.small_case import serial

CALENDAR = QuantLib.NullCalendar()
BONDS = 60
"""Random bonds of each shape; twelve shapes make 720."""

DAY_COUNTS: dict[str, Callable[[QuantLib.Schedule], QuantLib.DayCounter]] = {
    "30_360": lambda schedule: QuantLib.Thirty360(QuantLib.Thirty360.BondBasis),
    "30e_360": lambda schedule: QuantLib.Thirty360(QuantLib.Thirty360.EurobondBasis),
    "act_365": lambda schedule: QuantLib.Actual365Fixed(),
    "act_360": lambda schedule: QuantLib.Actual360(),
    "act_act_icma": lambda schedule: QuantLib.ActualActual(QuantLib.ActualActual.ISMA, schedule),
}


@dataclass(frozen=True, slots=True)
class Drawn:
    """One random bond, and a day and yield at which it is priced."""

    issue: date
    maturity: date
    settlement: date
    coupon: float
    coupons_a_year: int
    end_of_month: bool
    rate: float

    @property
    def schedule(self) -> QuantLib.Schedule:
        """Its dates as QuantLib makes them."""
        period = QuantLib.Period(12 // self.coupons_a_year, QuantLib.Months)
        ends = (QuantLib.Unadjusted, QuantLib.Unadjusted, QuantLib.DateGeneration.Backward, self.end_of_month)
        return QuantLib.Schedule(_day(self.issue), _day(self.maturity), period, CALENDAR, *ends)


def drawn(seed: int) -> Drawn:
    """A bond of one to ten years, of whole coupon periods or with a stub, settled on any day of its life."""
    chance = random.Random(seed)  # noqa: S311 - a draw that repeats
    issue = date(2025, 1, 1) + timedelta(days=chance.randrange(365))
    maturity = date(2027, 2, 1) + timedelta(days=chance.randrange(3200))
    if chance.random() < 0.4:
        maturity = maturity.replace(day=1) - timedelta(days=1)
    if chance.random() < 0.3:
        day = min(maturity.day, 28)
        issue, maturity = issue.replace(month=maturity.month, day=day), maturity.replace(day=day)
    settlement = issue + timedelta(days=chance.randrange((maturity - issue).days))
    return Drawn(
        issue, maturity, settlement, round(chance.uniform(0, 0.25), 4), chance.choice((1, 2, 4)),
        chance.random() < 0.5, round(chance.uniform(0.001, 0.35), 4),
    )  # fmt: skip


def _day(day: date) -> QuantLib.Date:
    return QuantLib.Date(day.day, day.month, day.year)


def _bond(one: Drawn, day_count: str, profile: str) -> QuantLib.Bond:
    schedule = one.schedule
    if profile == "amortising":
        coupons = len(schedule) - 1
        left = [100.0 * (coupons - paid) / coupons for paid in range(coupons)]
        return QuantLib.AmortizingFixedRateBond(0, left, schedule, [one.coupon], DAY_COUNTS[day_count](schedule))
    return QuantLib.FixedRateBond(0, 100.0, schedule, [one.coupon], DAY_COUNTS[day_count](schedule))


def priced_by_quantlib(one: Drawn, day_count: str, yield_day_count: str, profile: str) -> dict[str, float]:
    """What QuantLib makes of a bond, per 100 of principal outstanding."""
    bond, settlement = _bond(one, day_count, profile), _day(one.settlement)
    counter = DAY_COUNTS[yield_day_count](one.schedule)
    rate = QuantLib.InterestRate(one.rate, counter, QuantLib.Compounded, one.coupons_a_year)
    duration = QuantLib.BondFunctions.duration
    return {
        "clean_price": QuantLib.BondFunctions.cleanPrice(bond, rate, settlement),
        "accrued": QuantLib.BondFunctions.accruedAmount(bond, settlement),
        "macaulay": duration(bond, rate, QuantLib.Duration.Macaulay, settlement),
        "modified_duration": duration(bond, rate, QuantLib.Duration.Modified, settlement),
        "convexity": QuantLib.BondFunctions.convexity(bond, rate, settlement),
    }


def priced_by_the_model(
    bonds: Sequence[Drawn], wanted: Sequence[dict[str, float]], terms: dict[str, Any]
) -> Batch:  # fmt: skip
    """All bonds as scenarios of one run: by their yields, and back from the prices that QuantLib found."""
    trades = {
        "by_yield": {"settlement_date": "2027-03-18", "yield_rate": 0.1},
        "by_price": {"settlement_date": "2027-03-18", "price": 100.0},
    }
    last = {"issuance.issue_date": "2025-01-01", "bonds.green.issue_date": "2025-01-01", "issuance.period": "quarter"}
    changes = {**last, "bonds.green.maturity_date": "2036-12-31", "bonds.green.trades": trades}
    model = alone_model({**changes, **{f"bonds.green.{key}": value for key, value in terms.items()}})
    days = {name: [_serial(getattr(one, name)) for one in bonds] for name in ("issue", "maturity", "settlement")}
    given = {
        "green.issue_date": days["issue"],
        "green.maturity_date": days["maturity"],
        "green.coupon_rate": [one.coupon for one in bonds],
        "green.coupons_a_year": [float(one.coupons_a_year) for one in bonds],
        "green.end_of_month": [float(one.end_of_month) for one in bonds],
        "green_by_yield.settlement_date": days["settlement"],
        "green_by_price.settlement_date": days["settlement"],
        "green_by_yield.yield_rate": [one.rate for one in bonds],
        "green_by_price.price": [one["clean_price"] for one in wanted],
    }
    return engine_of(model).run({**model.inputs.values, **given})


def _serial(day: date) -> float:
    return serial(day.year, day.month, day.day)


@pytest.mark.parametrize("profile", ["bullet", "amortising"])
@pytest.mark.parametrize(
    ("day_count", "yield_day_count"),
    [*((name, name) for name in DAY_COUNTS), ("act_365", "act_act_icma")],
)
def test_random_bonds_are_priced_as_quantlib_prices_them(day_count: str, yield_day_count: str, profile: str) -> None:
    bonds = [drawn(seed) for seed in range(BONDS)]
    wanted = [priced_by_quantlib(one, day_count, yield_day_count, profile) for one in bonds]
    terms = {"day_count": day_count, "yield_day_count": yield_day_count, "redemption": {"profile": profile}}
    found = priced_by_the_model(bonds, wanted, terms)
    for number, (one, told) in enumerate(zip(bonds, wanted, strict=True)):
        computed = {name: found.value(f"green_by_yield.{name}", number) for name in told}
        assert computed == pytest.approx(told, rel=1e-8, abs=1e-8), one
        assert found.value("green_by_price.yield_to_maturity", number) == pytest.approx(one.rate, abs=1e-8), one


def test_a_spread_over_zero_rates_is_quantlibs_z_spread() -> None:
    """A bond at 92; QuantLib is given the rate of every payment, for it would interpolate continuous rates."""
    tenors, rates = [1, 3, 10], [0.16, 0.14, 0.11]
    changes = {
        "curves.government": {"type": "yield_curve", "tenor_years": tenors, "zero_rates": rates},
        "bonds.green.benchmark": "government",
        "bonds.green.day_count": "act_365",
        "bonds.green.trades": {"one": {"settlement_date": "2028-06-05", "price": 92.0}},
    }
    found = alone(changes).value("green_one.z_spread")
    today, counter = _day(date(2028, 6, 5)), QuantLib.Actual365Fixed()
    schedule = Drawn(date(2027, 3, 18), date(2032, 3, 18), date(2028, 6, 5), 0.15, 2, False, 0.0).schedule
    bond = QuantLib.FixedRateBond(0, 100.0, schedule, [0.15], counter)
    days = [today, *(day for day in schedule if day > today)]
    on_curve = [float(np.interp((day - today) / 365, tenors, rates)) for day in days]
    yearly = (QuantLib.Compounded, QuantLib.Annual)
    curve = QuantLib.ZeroCurve(days, on_curve, counter, CALENDAR, QuantLib.Linear(), *yearly)
    price = QuantLib.BondPrice(92.0, QuantLib.BondPrice.Clean)
    wanted = QuantLib.BondFunctions.zSpread(bond, price, curve, counter, *yearly, today, 1e-12, 200, 0.01)
    assert found == pytest.approx(wanted, abs=1e-8)
