"""The replica's sizing: the least of the limits, found by repeating the whole until nothing moves."""

from __future__ import annotations

from dataclasses import dataclass

from finmodel.inputs.case import Case
from finmodel.inputs.facilities import SizingDownside
from tests.model.replica_debt import Asked, Contract, Loan, facility, loan_of, unit_principal
from tests.model.replica_operation import Clock, Operation, Series, over_time
from tests.model.replica_tax import carried_periods, tax_depreciation, tax_of, tax_rates

__all__ = ["contracted", "forecast", "sized"]

_PASSES = 1000
_CLOSE = 1e-13


@dataclass(slots=True)
class _Limits:
    """What the cash flow allows, as far as it is known after a pass."""

    service: Series
    """What lenders let the project pay in interest and principal."""
    repaid: float = 0.0
    loan_life: float = 0.0


def sized(case: Case, clock: Clock, operation: Operation) -> tuple[Contract, Loan]:
    """The contract that follows from the limits of the case, and the loan under it."""
    profile = facility(case).repayment.profile
    unit = [] if profile == "sculpted" else unit_principal(case, clock)
    agreed = Contract(uses=sum(operation.capex) or 1.0)
    limits = _Limits([0.0 for _ in clock.periods])
    for _ in range(_PASSES):
        agreed.commitment = _least(case, agreed.uses, limits)
        agreed.sponsors = max(agreed.uses - agreed.commitment, 0.0)
        loan = loan_of(case, clock, operation, agreed, _asked(agreed, limits, unit))
        before = (agreed.uses, agreed.reserve, limits.repaid, limits.loan_life)
        completion = next(t for t in clock.periods if clock.completes(t))
        agreed.uses = sum(loan.uses)
        agreed.reserve = loan.reserve_target(completion, case.reserves.dsra.months.number, clock)
        limits = _limits(case, clock, operation, loan, unit)
        after = (agreed.uses, agreed.reserve, limits.repaid, limits.loan_life)
        if all(abs(new - old) <= _CLOSE * max(abs(new), 1.0) for new, old in zip(after, before, strict=True)):
            agreed.principal = loan.asked
            return agreed, loan
    raise AssertionError("the replica does not settle")


def contracted(case: Case, clock: Clock, operation: Operation, agreed: Contract) -> Loan:
    """The loan of a scenario under a contract agreed before."""
    return loan_of(
        case, clock, operation, agreed, lambda loan, t: agreed.principal[t] if t < len(agreed.principal) else 0
    )


def _least(case: Case, uses: float, limits: _Limits) -> float:
    sizing = facility(case).sizing
    least = [uses]
    if sizing.gearing is not None:
        least.append(sizing.gearing.number * uses)
    if sizing.amount is not None:
        least.append(sizing.amount.number)
    if sizing.dscr is not None:
        least.append(limits.repaid)
    if sizing.llcr is not None:
        least.append(limits.loan_life / sizing.llcr.number)
    return max(min(least), 0.0)


def _asked(agreed: Contract, limits: _Limits, unit: Series) -> Asked:
    if unit:
        return lambda loan, t: agreed.commitment * unit[t]

    def sculpted(loan: Loan, t: int) -> float:
        if not loan.repaying[t] or not limits.repaid:
            return 0.0
        service = limits.service[t] * agreed.commitment / limits.repaid
        return max(min(service - loan.interest[t], loan.opening[t]), 0.0)

    return sculpted


def _limits(case: Case, clock: Clock, operation: Operation, loan: Loan, unit: Series) -> _Limits:
    """What the lenders' cases allow, with tax on the interest of the schedule found last."""
    sizing = facility(case).sizing
    base = forecast(case, clock, operation, loan, None)
    found = _Limits([0.0 for _ in clock.periods])
    factor = 1.0
    for t in clock.periods:
        if loan.served[t]:
            factor /= 1 + loan.rate[t]
            found.loan_life += base[t] * factor
    if sizing.dscr is None:
        return found
    target = over_time(sizing.dscr, clock)
    allowed = [base[t] / target[t] for t in clock.periods]
    if sizing.downside is not None:
        worse, lower = forecast(case, clock, operation, loan, sizing.downside), over_time(sizing.downside.dscr, clock)
        allowed = [min(allowed[t], worse[t] / lower[t]) for t in clock.periods]
    after_fees = [max(allowed[t], 0.0) - loan.fees[t] for t in clock.periods]
    if unit:
        found.repaid = _carried(after_fees, loan, unit)
        return found
    found.service = [max(after_fees[t], 0.0) if loan.repaying[t] else 0.0 for t in clock.periods]
    factor = 1.0
    for t in clock.periods:
        factor /= 1 + loan.rate[t] if loan.repaying[t] else 1.0
        found.repaid += found.service[t] * factor
    return found


def _carried(allowed: Series, loan: Loan, unit: Series) -> float:
    """The debt of a fixed profile that the weakest period can serve."""
    owed, carried = 1.0, []
    for t, principal in enumerate(unit):
        if loan.served[t] and owed * loan.rate[t] + principal:
            carried.append(allowed[t] / (owed * loan.rate[t] + principal))
        owed -= principal
    return min(carried, default=0.0)


def forecast(case: Case, clock: Clock, operation: Operation, loan: Loan, worse: SizingDownside | None) -> Series:
    """The lenders' forecast of cash available for debt service, in the base case or in a worse one."""
    revenue = worse.revenue_factor.number if worse else 1.0
    cost = worse.cost_factor.number if worse else 1.0
    levered = facility(case).sizing.tax == "levered"
    wear = tax_depreciation(case, clock, operation, [loan.financing(t) if levered else 0.0 for t in clock.periods])
    profit = [
        operation.revenue[t] * revenue
        - (operation.opex[t] + operation.lifecycle[t]) * cost
        - wear[t]
        - (loan.interest[t] + loan.fees[t] if levered else 0.0)
        for t in clock.periods
    ]
    tax = tax_of(profit, tax_rates(case, clock), carried_periods(case, clock))
    if facility(case).sizing.tax == "none":
        tax = [0.0 for _ in clock.periods]
    saved = [operation.mra_target[t] - (operation.mra_target[t - 1] if t else 0.0) for t in clock.periods]
    return [
        operation.received[t] * revenue
        - (operation.opex_paid[t] + operation.lifecycle[t]) * cost
        - saved[t]
        + operation.vat_after_construction(t, clock)
        - tax[t]
        for t in clock.periods
    ]
