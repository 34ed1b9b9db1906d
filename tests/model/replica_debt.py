"""The replica's debt: who pays for construction, the schedule of the loan, and the size that the limits allow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from finmodel.inputs.case import Case
from finmodel.inputs.facility import Facility
from tests.model.replica_operation import Clock, Operation, Series, over_time

__all__ = ["Contract", "Loan", "facility", "loan_of", "unit_principal"]

Asked = Callable[["Loan", int], float]


@dataclass(slots=True)
class Contract:
    """What is agreed at financial close."""

    commitment: float = 0.0
    uses: float = 0.0
    sponsors: float = 0.0
    reserve: float = 0.0
    """Debt service of the months ahead at completion."""
    principal: Series = field(default_factory=list)


@dataclass(slots=True)
class Loan:
    """Funding and the loan's schedule, period by period."""

    years: Series
    """The length of each period by the loan's day count."""
    rate: Series
    """The interest rate for each period, not a year."""
    served: list[bool]
    repaying: list[bool]
    upfront_fee: Series = field(default_factory=list)
    commitment_fee: Series = field(default_factory=list)
    building_interest: Series = field(default_factory=list)
    reserve_funded: Series = field(default_factory=list)
    cash_funded: Series = field(default_factory=list)
    construction: Series = field(default_factory=list)
    uses: Series = field(default_factory=list)
    drawdown: Series = field(default_factory=list)
    sponsors: Series = field(default_factory=list)
    support: Series = field(default_factory=list)
    fees: Series = field(default_factory=list)
    opening: Series = field(default_factory=list)
    interest: Series = field(default_factory=list)
    asked: Series = field(default_factory=list)
    principal: Series = field(default_factory=list)
    closing: Series = field(default_factory=list)

    def financing(self, t: int) -> float:
        """What construction pays to lenders."""
        return self.upfront_fee[t] + self.commitment_fee[t] + self.building_interest[t]

    def service(self, t: int) -> float:
        """Scheduled debt service, senior fees included."""
        return self.interest[t] + self.principal[t] + self.fees[t]

    def reserve_target(self, t: int, months: float, clock: Clock) -> float:
        """Debt service of the months ahead, counted off period by period, a part of the last."""
        if clock.building(t) and not clock.completes(t):
            return 0.0
        ahead = range(t + 1, len(clock.first))
        return sum(self.service(u) * min(max(months / clock.step - (u - t - 1), 0.0), 1.0) for u in ahead)


def facility(case: Case) -> Facility:
    """The one facility of a case."""
    return next(iter(case.facilities.values()))


def _empty(case: Case, clock: Clock) -> Loan:
    terms = facility(case)
    lengths = {
        "act_365": [clock.days(t) / 365 for t in clock.periods],
        "act_360": [clock.days(t) / 360 for t in clock.periods],
        "30_360": [clock.step * 30 / 360 for _ in clock.periods],
    }
    years = lengths[terms.day_count]
    base, margin = over_time(terms.base_rate, clock), over_time(terms.margin, clock)
    served = [not clock.building(t) and clock.months(t)[-1] <= terms.tenor_months.number for t in clock.periods]
    over = [clock.months(t)[-1] - clock.completion > terms.grace_months.number for t in clock.periods]
    return Loan(
        years=years,
        rate=[(base[t] + margin[t]) * years[t] for t in clock.periods],
        served=served,
        repaying=[served[t] and over[t] for t in clock.periods],
    )


def loan_of(case: Case, clock: Clock, operation: Operation, agreed: Contract, asked: Asked) -> Loan:
    """The loan drawn and repaid by schedule; ``asked`` says what principal the contract asks for in a period."""
    terms, reserve, loan = facility(case), case.reserves.dsra, _empty(case, clock)
    in_cash = reserve.type == "cash"
    owed = drawn = paid_in = 0.0
    for t in clock.periods:
        building, completes, served = clock.building(t), clock.completes(t), loan.served[t]
        works = operation.capex[t] + operation.vat_paid[t] - operation.vat_refund[t]
        undrawn = max(agreed.commitment - drawn, 0.0)
        loan.construction.append(works if building else 0.0)
        loan.upfront_fee.append(terms.upfront_fee_rate.number * agreed.commitment if t == 0 else 0.0)
        loan.commitment_fee.append(terms.commitment_fee_rate.number * undrawn * loan.years[t] if building else 0.0)
        loan.building_interest.append(owed * loan.rate[t] if building else 0.0)
        loan.reserve_funded.append(agreed.reserve * reserve.initial_funding.number if completes and in_cash else 0.0)
        loan.cash_funded.append(case.funding.opening_cash.number if completes else 0.0)
        needed = loan.construction[t] + loan.financing(t) + loan.reserve_funded[t] + loan.cash_funded[t]
        loan.uses.append(max(needed, 0.0))
        lent, put_in = _paid_by(case, loan.uses[t], agreed, drawn, paid_in)
        loan.drawdown.append(lent)
        loan.sponsors.append(put_in)
        loan.support.append(max(loan.uses[t] - lent - put_in, 0.0))
        letter = 0.0 if in_cash else agreed.reserve * reserve.letter_of_credit_fee.number
        loan.fees.append((terms.agency_fee_amount.number + letter) * clock.step / 12 if served else 0.0)
        loan.opening.append(owed)
        loan.interest.append(0.0 if building else owed * loan.rate[t])
        loan.asked.append(asked(loan, t))
        matured = clock.months(t)[-1] + clock.step > terms.tenor_months.number
        loan.principal.append(owed if matured else min(loan.asked[t], owed))
        owed += lent - loan.principal[t]
        drawn, paid_in = drawn + lent, paid_in + put_in
        loan.closing.append(owed)
    return loan


def _paid_by(case: Case, uses: float, agreed: Contract, drawn: float, paid_in: float) -> tuple[float, float]:
    """What lenders and sponsors pay of the uses of a period, each no more than is left of what they promised."""
    lenders, sponsors = max(agreed.commitment - drawn, 0.0), max(agreed.sponsors - paid_in, 0.0)
    if case.funding.drawdown == "equity_first":
        put_in = min(uses, sponsors)
        return min(uses - put_in, lenders), put_in
    wanted = uses * agreed.commitment / agreed.uses if case.funding.drawdown == "pro_rata" and agreed.uses else uses
    lent = min(wanted, lenders)
    return lent, min(uses - lent, sponsors)


def unit_principal(case: Case, clock: Clock) -> Series:
    """The principal of a loan of 1 that is repaid by a fixed profile."""
    loan, repayment = _empty(case, clock), facility(case).repayment
    dates = [t for t in clock.periods if loan.repaying[t]]
    found = [0.0 for _ in clock.periods]
    if repayment.profile == "annuity":
        factor, factors = 1.0, 0.0
        for t in dates:
            factor /= 1 + loan.rate[t]
            factors += factor
        owed = 1.0
        for t in dates:
            found[t] = 1 / factors - owed * loan.rate[t]
            owed -= found[t]
        return found
    shares = {
        "equal": [1 / len(dates) for _ in dates],
        "balloon": [(1 - repayment.balloon.number) / len(dates) for _ in dates],
        "given": list(repayment.schedule.numbers) if repayment.schedule else [],
    }[repayment.profile]
    if repayment.profile == "balloon":
        shares[-1] += repayment.balloon.number
    for t, share in zip(dates, shares, strict=False):
        found[t] = share
    return found
