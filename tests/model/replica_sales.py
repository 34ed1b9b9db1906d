"""A second model of what is sold, month by month in plain loops: energy, credits, charging, land and space."""

from __future__ import annotations

from finmodel.inputs.carbon_credits import CarbonCredits
from finmodel.inputs.case import Case
from finmodel.inputs.energy_sold import EnergySold
from finmodel.inputs.ev_charging import EvCharging
from finmodel.inputs.figure import Figure
from finmodel.inputs.land_lease import LandLease
from finmodel.inputs.land_sale import LandSale
from finmodel.inputs.rent import Rent
from finmodel.inputs.revenue import Stream
from tests.model.replica_operation import Clock, Series, over_time, ramp_of

__all__ = ["Levels", "sold"]

Levels = dict[str, Series]
"""The level of each index, by period."""


def sold(stream: Stream, case: Case, clock: Clock, levels: Levels, costs: Levels) -> tuple[Series, Series]:
    """What a stream earns in each period, and what it costs; ``costs`` are those that tenants may pay back."""
    if isinstance(stream, EnergySold):
        return _energy(stream, case, clock, levels), _no_cost(clock)
    if isinstance(stream, CarbonCredits):
        return _credits(stream, case, clock, levels)
    if isinstance(stream, EvCharging):
        return _charging(stream, case, clock, levels)
    if isinstance(stream, LandLease):
        return _lease(stream, clock, levels), _no_cost(clock)
    if isinstance(stream, LandSale):
        return _sale(stream, clock, levels)
    assert isinstance(stream, Rent)
    return _rent(stream, clock, levels, costs), _no_cost(clock)


def _rise(weights: dict[str, Figure], levels: Levels, t: int) -> float:
    return 1 + sum(weight.number * (levels[name][t] / levels[name][0] - 1) for name, weight in weights.items())


def _age(clock: Clock, month: int) -> int:
    """Whole years of operation before a month."""
    return (month - clock.completion - 1) // 12


def _by_age(profile: tuple[float, ...], clock: Clock, t: int) -> Series:
    """The share of each month of operation in a period, by its year of operation."""
    return [profile[min(_age(clock, month), len(profile) - 1)] for month in clock.operating(t)]


def _no_cost(clock: Clock) -> Series:
    return [0.0 for _ in clock.periods]


def _energy(stream: EnergySold, case: Case, clock: Clock, levels: Levels) -> Series:
    assert stream.energy is not None
    assert stream.price is not None
    market, earned = stream.market, []
    term = round(stream.term_years.number * 12) if stream.term_years else clock.end
    net = stream.resource_factor.number * stream.availability.number * (1 - stream.losses.number)
    for t in clock.periods:
        months = clock.operating(t)
        yields = sum((1 - stream.degradation.number) ** _age(clock, month) for month in months)
        produced = stream.energy.number / 12 * yields * net * ramp_of(case, clock, t)
        within = sum(month - clock.completion <= term for month in months)
        agreed = produced * within / len(months) * stream.contracted_share.number if months else 0.0
        amount = agreed * stream.price.number * _rise(stream.indexation, levels, t)
        if market is not None:
            price = market.price.number * market.capture_rate.number * _rise(market.indexation, levels, t)
            amount += (produced - agreed) * (1 - market.curtailment.number) * price
        earned.append(amount)
    return earned


def _credits(stream: CarbonCredits, case: Case, clock: Clock, levels: Levels) -> tuple[Series, Series]:
    last = clock.completion + round(stream.crediting_years.number * 12)
    months = [sum(month <= last for month in clock.operating(t)) for t in clock.periods]
    kept = (1 - stream.leakage.number) * (1 - stream.buffer.number)
    factor = [
        stream.emission_factor.number * (1 - stream.factor_decline.number) ** (day.year - clock.first[0].year)
        for day in clock.first
    ]
    yearly = [stream.quantity.number * factor[t] * kept * ramp_of(case, clock, t) for t in clock.periods]
    due = [yearly[t] * months[t] / 12 for t in clock.periods]
    lag = int(stream.issuance_lag_periods.number)
    issued = [due[t - lag] if t >= lag else 0.0 for t in clock.periods]
    earned = [issued[t] * stream.price.number * _rise(stream.indexation, levels, t) for t in clock.periods]
    cost, fee = stream.verification_cost.number, stream.issuance_fee.number
    return earned, [cost * months[t] / 12 + fee * issued[t] for t in clock.periods]


def _charging(stream: EvCharging, case: Case, clock: Clock, levels: Levels) -> tuple[Series, Series]:
    monthly = stream.chargers.number * stream.power.number * stream.hours.number * stream.utilisation.number / 12
    paid, bought = stream.price or stream.margin, stream.electricity_price
    assert paid is not None
    a_kwh = paid.number
    if stream.session_fee is not None and stream.energy_per_session is not None:
        a_kwh += stream.session_fee.number / stream.energy_per_session.number
    earned, spent = [], []
    for t in clock.periods:
        if stream.ramp_up_profile is None:
            energy = monthly * len(clock.operating(t)) * ramp_of(case, clock, t)
        else:
            energy = monthly * sum(_by_age(stream.ramp_up_profile.numbers, clock, t))
        earned.append(energy * a_kwh * _rise(stream.indexation, levels, t) * (1 - stream.roaming_share.number))
        spent.append(energy / (1 - stream.charging_losses.number) * (bought.number if bought else 0.0))
    return earned, spent


def _planned(yearly: Series, clock: Clock) -> Series:
    """What is planned so far, from planned completion to the end of operation."""
    so_far, found = 0.0, []
    for t in clock.periods:
        so_far += yearly[t] / 12 * sum(clock.planned < month <= clock.end for month in clock.months(t))
        found.append(so_far)
    return found


def _lease(stream: LandLease, clock: Clock, levels: Levels) -> Series:
    planned, leased, earned = _planned(over_time(stream.area, clock), clock), 0.0, []
    for t in clock.periods:
        years, new, ended = len(clock.operating(t)) / 12, 0.0, 0.0
        if years:
            to_let = (stream.area_at_completion.number + planned[t]) * (1 - stream.vacancy.number)
            new = max(to_let - leased, 0.0) * (1 - (1 - stream.take_up.number) ** years)
            ended = leased * (1 - (1 - stream.ended.number) ** years)
        mean = leased + (new - ended) / 2
        leased += new - ended
        amount = mean * years * stream.rent.number + new * stream.premium.number
        earned.append(amount * _rise(stream.indexation, levels, t))
    return earned


def _sale(stream: LandSale, clock: Clock, levels: Levels) -> tuple[Series, Series]:
    planned, so_far, earned = _planned(over_time(stream.sold, clock), clock), 0.0, []
    for t in clock.periods:
        reached = max(min(planned[t], stream.area.number), so_far) if clock.operating(t) else so_far
        earned.append((reached - so_far) * stream.price.number * _rise(stream.indexation, levels, t))
        so_far = reached
    return earned, [amount * stream.cost_share.number for amount in earned]


def _rent(stream: Rent, clock: Clock, levels: Levels, costs: Levels) -> Series:
    shares = over_time(stream.share_let, clock) if stream.share_let else _taken_up(stream, clock)
    shares = [share * (1 - stream.vacancy.number) for share in shares]
    by_month = [stream.space.number * shares[t] for t in clock.periods for _ in clock.operating(t)]
    free = int(stream.rent_free_months.number) if stream.rent_free_months else 0
    charge, earned, done = stream.service_charge, [], 0
    for t in clock.periods:
        after = done + len(clock.operating(t))
        paying = min(sum(by_month[done:after]), sum(by_month[max(done - free, 0) : max(after - free, 0)]))
        rent = paying / 12 * stream.rent_per_unit.number * _rise(stream.indexation, levels, t)
        back = sum(costs[name][t] for name in charge.costs) * charge.share.number * shares[t] if charge else 0.0
        earned.append(rent + back)
        done = after
    return earned


def _taken_up(stream: Rent, clock: Clock) -> Series:
    """The share let by year of operation, on average over the months of a period."""
    assert stream.take_up is not None
    months = [_by_age(stream.take_up.numbers, clock, t) for t in clock.periods]
    return [sum(shares) / len(shares) if shares else 0.0 for shares in months]
