"""The replica's calendar and operation: months counted one by one, prices, costs, revenue, VAT, maintenance reserve."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, floor

from finmodel.inputs.case import Case
from finmodel.inputs.costs import Capex, Lifecycle, Opex
from finmodel.inputs.energy_performance import EnergyPerformance
from finmodel.inputs.figure import Figure
from finmodel.inputs.outcomes import PayForPerformance
from finmodel.inputs.revenue import (
    AvailabilityPayment,
    InvestmentCostCompensation,
    ManagementRemuneration,
    OperatingCostCompensation,
    PlainStream,
    Rent,
    Stream,
)

__all__ = ["Clock", "Operation", "Series", "clock_of", "operation_of", "over_time", "ramp_of"]

Series = list[float]

_MONTHS = {"month": 1, "quarter": 3, "half_year": 6, "year": 12}


@dataclass(frozen=True, slots=True)
class Clock:
    """The periods, and in which months after financial close building ends and operation ends."""

    step: int
    first: list[date]
    last: list[date]
    planned: int
    completion: int
    end: int

    @property
    def periods(self) -> range:
        return range(len(self.first))

    def months(self, t: int) -> range:
        """The numbers of the months of a period, counted from 1 at financial close."""
        return range(t * self.step + 1, (t + 1) * self.step + 1)

    def operating(self, t: int) -> list[int]:
        """The months of a period that lie in operation."""
        return [month for month in self.months(t) if self.completion < month <= self.end]

    def building(self, t: int) -> bool:
        """Whether the period begins before completion."""
        return self.months(t)[0] <= self.completion

    def completes(self, t: int) -> bool:
        return self.completion in self.months(t)

    def share(self, t: int) -> float:
        return len(self.operating(t)) / self.step

    def days(self, t: int) -> int:
        return (self.last[t] - self.first[t]).days + 1


def clock_of(case: Case) -> Clock:
    """The calendar of a case, from its dates and lengths."""
    timing = case.timing
    step = _MONTHS[timing.period]
    planned, delay = int(timing.construction_months.number), int(timing.delay_months.number)
    end = planned + int(timing.operation_months.number)
    end += delay if timing.delay_extends_concession.number else 0
    count = case.grid().periods
    start = timing.start.day
    first = [_month(start, t * step) for t in range(count)]
    last = [_last_day(_month(start, t * step + step - 1)) for t in range(count)]
    return Clock(step, first, last, planned, planned + delay, end)


def _month(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, 12)
    return date(start.year + years, month + 1, 1)


def _last_day(first: date) -> date:
    return first.replace(day=calendar.monthrange(first.year, first.month)[1])


def over_time(figure: Figure, clock: Clock) -> Series:
    """A figure period by period: constant, as listed, or as of the year in which the period begins."""
    if figure.by_year:
        known = dict(figure.by_year)
        years = [max((y for y in known if y <= day.year), default=min(known)) for day in clock.first]
        return [known[year] for year in years]
    if isinstance(figure.value, tuple):
        return [figure.value[t] if t < len(figure.value) else 0.0 for t in clock.periods]
    return [figure.value for _ in clock.periods]


@dataclass(frozen=True, slots=True)
class Operation:
    """Everything that does not depend on how the deal is financed."""

    revenue: Series
    received: Series
    receivable: Series
    opex: Series
    opex_paid: Series
    payable: Series
    lifecycle: Series
    capex: Series
    pools: dict[str, Series]
    vat_paid: Series
    vat_refund: Series
    mra_target: Series

    def ebitda(self, t: int) -> float:
        return self.revenue[t] - self.opex[t] - self.lifecycle[t]

    def vat_after_construction(self, t: int, clock: Clock) -> float:
        return 0.0 if clock.building(t) else self.vat_refund[t] - self.vat_paid[t]


def operation_of(case: Case, clock: Clock) -> Operation:
    """All costs and revenues of a case."""
    levels = {
        name: _levels(over_time(index.rate, clock), index.initial_level.number, clock)
        for name, index in case.indices.items()
    }
    nothing = [0.0 for _ in clock.periods]
    unindexed = [1.0 for _ in clock.periods]
    revenue = _sum([nothing, *(_earned(stream, case, clock, levels) for stream in case.revenue.values())])
    opex = _sum(
        [nothing, *(_running(item, levels.get(item.index or "", unindexed), clock) for item in case.opex.values())]
    )
    lifecycle = _sum(
        [nothing, *(_renewal(item, levels.get(item.index or "", unindexed), clock) for item in case.lifecycle.values())]
    )
    works = [(item, _spent(item, levels.get(item.index or "", unindexed), clock)) for item in case.capex.values()]
    rate = case.vat.vat_rate.number
    vat = _sum([nothing, *([amount * item.vat_share.number * rate for amount in cost] for item, cost in works)])
    lag = ceil(case.vat.vat_refund_months.number / clock.step)
    received = _settled(revenue, case.working_capital.receivable_days.number, clock)
    opex_paid = _settled(opex, case.working_capital.payable_days.number, clock)
    return Operation(
        revenue=revenue,
        received=received,
        receivable=_owed(revenue, received),
        opex=opex,
        opex_paid=opex_paid,
        payable=_owed(opex, opex_paid),
        lifecycle=lifecycle,
        capex=_sum([nothing, *(cost for _, cost in works)]),
        pools={
            name: _sum([nothing, *(cost for item, cost in works if item.tax_pool == name)]) for name in case.tax_pools
        },
        vat_paid=vat,
        vat_refund=[vat[t - lag] if t >= lag else 0.0 for t in clock.periods],
        mra_target=_saving(case, lifecycle, clock),
    )


def _running(item: Opex, index: Series, clock: Clock) -> Series:
    """A cost a year, for the months in operation."""
    quantity, each, dearer = over_time(item.quantity, clock), over_time(item.unit_cost, clock), 1 + item.overrun.number
    return [quantity[t] * each[t] * index[t] * dearer * len(clock.operating(t)) / 12 for t in clock.periods]


def _renewal(item: Lifecycle, index: Series, clock: Clock) -> Series:
    """A cost whenever an interval is full and operation goes on."""
    interval, length = item.interval_years.number * 12, clock.end - clock.completion
    quantity, each = over_time(item.quantity, clock), item.unit_cost.number * (1 + item.overrun.number)
    cost = [0.0 for _ in clock.periods]
    number = 1
    while number * interval < length:
        t = ceil((clock.completion + number * interval) / clock.step) - 1
        cost[t] += quantity[t] * each * index[t]
        number += 1
    return cost


def _spent(item: Capex, index: Series, clock: Clock) -> Series:
    """The cost of an item by period, without VAT."""
    whole = item.quantity.number * item.unit_cost.number * (1 + item.contingency.number) * (1 + item.overrun.number)
    done = _done(item.spend, clock)
    return [whole * (done[t] - (done[t - 1] if t else 0.0)) * index[t] for t in clock.periods]


def _sum(rows: list[Series]) -> Series:
    return [sum(column) for column in zip(*rows, strict=True)]


def _settled(flow: Series, days: float, clock: Clock) -> Series:
    """What is paid in each period of a flow that is paid a number of days later: its months are moved back by them."""
    late = days * 12 / 365
    by_month = [flow[t] / clock.step for t in clock.periods for _ in clock.months(t)]

    def until(month: float) -> float:
        return sum(amount * min(max(month - number, 0.0), 1.0) for number, amount in enumerate(by_month))

    ends = [0.0, *(float((t + 1) * clock.step) - late for t in clock.periods)]
    return [until(this) - until(before) for before, this in pairwise(ends)]


def _owed(flow: Series, paid: Series) -> Series:
    owed = 0.0
    return [owed := owed + due - settled for due, settled in zip(flow, paid, strict=True)]


def _levels(rates: Series, initial: float, clock: Clock) -> Series:
    """Prices rise on 1 January by the rate of the year that begins."""
    level, found = initial, []
    for t, day in enumerate(clock.first):
        if t and day.year > clock.first[t - 1].year:
            level *= 1 + rates[t]
        found.append(level)
    return found


def _done(spend: Figure | None, clock: Clock) -> Series:
    """The share spent by the end of each period: planned by period, a delay stretching time evenly."""
    knots = [min(k * clock.step, clock.planned) for k in range(ceil(clock.planned / clock.step) + 1)]
    spans = list(pairwise(knots))
    shares = spend.numbers if spend else tuple((ends - begins) / clock.planned for begins, ends in spans)

    def planned(month: float) -> float:
        parts = (min(max((month - begins) / (ends - begins), 0.0), 1.0) for begins, ends in spans)
        return sum(share * part for share, part in zip(shares, parts, strict=False))

    stretch = clock.planned / clock.completion
    return [planned(min((t + 1) * clock.step, clock.completion) * stretch) for t in clock.periods]


def _saving(case: Case, lifecycle: Series, clock: Clock) -> Series:
    """Each coming replacement is saved for in equal parts, the whole being there one period before; in operation."""
    saving = case.reserves.mra
    n = max(floor(saving.months.number / clock.step), 1)
    target = [0.0 for _ in clock.periods]
    for t in clock.periods:
        for away in range(1, n + 1):
            if t + away < len(lifecycle) and not clock.building(t):
                target[t] += saving.funded.number * lifecycle[t + away] * (n - away + 1) / n
    return target


def ramp_of(case: Case, clock: Clock, t: int) -> float:
    """The mean share of full service over the months of operation in a period, each taken at its middle."""
    start, length = case.timing.ramp_up_start.number, case.timing.ramp_up_months.number
    shares = []
    for month in clock.operating(t):
        since = month - clock.completion
        shares.append(1.0 if since > length else start + (1 - start) * (since - 0.5) / length)
    return sum(shares) / len(shares) if shares else 0.0


def _earned(stream: Stream, case: Case, clock: Clock, levels: dict[str, Series]) -> Series:
    """What a stream earns in each period."""
    if isinstance(stream, PlainStream):
        return over_time(stream.amount, clock)
    if isinstance(stream, (PayForPerformance, EnergyPerformance)):
        raise TypeError("The second model does not know revenue for outcomes.")
    indexed = [
        1 + sum(weight.number * (levels[name][t] / levels[name][0] - 1) for name, weight in stream.indexation.items())
        for t in clock.periods
    ]
    if isinstance(stream, InvestmentCostCompensation):
        whole = stream.instalment_years.number * 12
        paid = [sum(_part(month - clock.completion, whole) for month in clock.operating(t)) for t in clock.periods]
        return [stream.amount.number * indexed[t] * paid[t] / whole for t in clock.periods]
    assert isinstance(stream, Rent | AvailabilityPayment | OperatingCostCompensation | ManagementRemuneration)
    amount = _let(stream, clock) if isinstance(stream, Rent) else over_time(stream.amount, clock)
    full = [amount[t] * indexed[t] * len(clock.operating(t)) / 12 for t in clock.periods]
    if stream.type in ("operating_cost_compensation", "rent"):
        return full
    gross = [full[t] * ramp_of(case, clock, t) for t in clock.periods]
    if not isinstance(stream, AvailabilityPayment):
        return gross
    lost = [min(_lost(stream, clock, t), stream.deduction_cap.number) for t in clock.periods]
    return [gross[t] * (1 - lost[t]) for t in clock.periods]


def _let(stream: Rent, clock: Clock) -> Series:
    """Rent a year of the space that is let, by period."""
    assert stream.share_let is not None
    share, price = over_time(stream.share_let, clock), over_time(stream.rent_per_unit, clock)
    return [stream.space.number * share[t] * price[t] for t in clock.periods]


def _part(month: int, last: float) -> float:
    """The part of a month of operation that lies before the last day of payment."""
    return min(max(last - (month - 1), 0.0), 1.0)


def _lost(stream: AvailabilityPayment, clock: Clock, t: int) -> float:
    """The share of the gross payment that is deducted, before the cap."""
    share = 0.0
    for area in stream.areas.values():
        once = area.weight.number * area.severity.number * over_time(area.time_out_of_use, clock)[t]
        share += once * area.continued_use.number * area.ratchet.number ** (area.occurrences.number - 1)
    for kpi in stream.kpis.values():
        share += over_time(kpi.points, clock)[t] * kpi.point_price.number
    return share
