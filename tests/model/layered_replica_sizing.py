"""The layered replica's sizing: facilities one after another, the whole repeated until nothing moves."""

from __future__ import annotations

from dataclasses import dataclass, field

from finmodel.inputs.facilities import SizingDownside
from tests.model.layered_replica_plan import Asked, Plan, plan_of
from tests.model.layered_replica_terms import Agreed, Deal, Tranche
from tests.model.replica_operation import Series, over_time
from tests.model.replica_tax import carried_periods, tax_depreciation, tax_of, tax_rates

__all__ = ["NotSettledError", "contracted", "forecast", "sized"]

_PASSES = 1500
_CLOSE = 1e-13


class NotSettledError(AssertionError):
    """Repeating the sizing leads nowhere."""


@dataclass(slots=True)
class _Capacity:
    """What the cash flow allows of one facility, in own money, as far as it is known after a pass."""

    service: Series = field(default_factory=list)
    """What the facility may be paid in interest and principal, period by period."""
    repaid: float = 0.0
    """The balance at the first repayment that the target cover allows."""
    loan_life: float = 0.0
    """The present value of the cash flow over the loan's life."""
    drawn_share: float = 1.0
    """What is drawn of each unit that is to be repaid."""
    drawn_by_completion: float = 1.0
    """What is drawn of each unit that is owed at completion."""
    completed: float = 0.0
    """What is owed at completion, in the case's currency."""
    completed_at: float = 1.0
    """The level at completion."""


def sized(deal: Deal) -> tuple[Agreed, Plan]:
    """What follows from the limits of the case, and the plan under it."""
    agreed = Agreed(uses=sum(deal.operation.capex) or 1.0)
    capacities = {name: _Capacity([0.0 for _ in deal.clock.periods]) for name in deal.tranches}
    agreed.drawn_at = dict.fromkeys(deal.tranches, 1.0)
    completion = next(t for t in deal.clock.periods if deal.clock.completes(t))
    for _ in range(_PASSES):
        _commit(deal, agreed, capacities)
        plan = plan_of(deal, agreed, _asked(capacities))
        before = _state(agreed, capacities)
        agreed.uses = sum(plan.uses)
        agreed.reserve = plan.reserve_target(completion)
        capacities = _capacities(deal, plan)
        agreed.drawn_at = {name: _drawn_at(deal.tranches[name], plan) for name in deal.tranches}
        after = _state(agreed, capacities)
        if all(abs(new - old) <= _CLOSE * max(abs(new), 1.0) for new, old in zip(after, before, strict=True)):
            agreed.principal = {name: row.asked for name, row in plan.schedules.items()}
            return agreed, plan
    raise NotSettledError


def contracted(deal: Deal, agreed: Agreed) -> Plan:
    """The plan of a scenario under what was agreed before."""

    def asked(tranche: Tranche, t: int, owed: float, interest: float) -> float:
        signed = agreed.principal[tranche.name]
        return signed[t] if t < len(signed) else 0.0

    return plan_of(deal, agreed, asked)


def _state(agreed: Agreed, capacities: dict[str, _Capacity]) -> Series:
    found = [agreed.uses, agreed.reserve, *agreed.drawn_at.values()]
    for one in capacities.values():
        found += [one.repaid, one.loan_life, one.drawn_share, one.drawn_by_completion, one.completed]
    return found


def _drawn_at(tranche: Tranche, plan: Plan) -> float:
    """The level at which a loan is drawn, weighted by drawdown."""
    row = plan.schedules[tranche.name]
    return sum(row.drawdown) / row.drawn if row.drawn else 1.0


def _commit(deal: Deal, agreed: Agreed, capacities: dict[str, _Capacity]) -> None:
    """Grants, then each facility, then the sponsors."""
    agreed.grants = {}
    for name, grant in deal.grants.items():
        least = [grant.amount.number] if grant.amount is not None else []
        least += [grant.share.number * agreed.uses] if grant.share is not None else []
        least += [grant.capex_share.number * sum(deal.operation.capex)] if grant.capex_share is not None else []
        agreed.grants[name] = min(least)
    agreed.commitments = {}
    for tranche in deal.in_order:
        agreed.commitments[tranche.name] = _least(deal, tranche, agreed, capacities)
    given = sum(agreed.grants.values()) + sum(agreed.commitments.values())
    agreed.sponsors = max(agreed.uses - given, 0.0)


def _least(deal: Deal, tranche: Tranche, agreed: Agreed, capacities: dict[str, _Capacity]) -> float:
    """The least of the limits, given what is committed before."""
    sizing, drawn_at = tranche.terms.sizing, agreed.drawn_at[tranche.name]
    capacity = capacities[tranche.name]
    before = agreed.commitments
    no_worse = [name for name in before if deal.tranches[name].terms.rank <= tranche.terms.rank]
    least = deal.case.funding.minimum_equity_share.number * agreed.uses
    limits = [agreed.uses - sum(agreed.grants.values()) - sum(before.values()) - least]
    if sizing.gearing is not None:
        limits.append(sizing.gearing.number * agreed.uses - sum(before.values()))
    if sizing.share is not None:
        limits.append(sizing.share.number * agreed.uses)
    if sizing.amount is not None:
        limits.append(sizing.amount.number * tranche.spot * drawn_at)
    if sizing.dscr is not None:
        limits.append(capacity.repaid * capacity.drawn_share * drawn_at)
    if sizing.llcr is not None:
        better = [capacities[name].completed for name in no_worse]
        level = capacity.completed_at
        owed = capacity.loan_life / sizing.llcr.number - sum(better) / level
        limits.append(owed * capacity.drawn_by_completion * drawn_at)
    return max(min(limits), 0.0)


def _asked(capacities: dict[str, _Capacity]) -> Asked:
    """Principal by profile, on the balance built up when repayment begins."""
    repayable: dict[str, float] = {}

    def asked(tranche: Tranche, t: int, owed: float, interest: float) -> float:
        if not tranche.repaying[t]:
            return 0.0
        whole = repayable.setdefault(tranche.name, owed)
        if tranche.unit:
            return whole * tranche.unit[t]
        capacity = capacities[tranche.name]
        if not capacity.repaid:
            return 0.0
        return max(min(capacity.service[t] * whole / capacity.repaid - interest, owed), 0.0)

    return asked


def _capacities(deal: Deal, plan: Plan) -> dict[str, _Capacity]:
    """What each facility's limits allow, with tax and better ranks as the plan found last."""
    found, before = {}, list[Tranche]()
    for tranche in deal.in_order:
        found[tranche.name] = _capacity(deal, plan, tranche, before)
        before.append(tranche)
    return found


def _capacity(deal: Deal, plan: Plan, tranche: Tranche, before: list[Tranche]) -> _Capacity:
    sizing, row = tranche.terms.sizing, plan.schedules[tranche.name]
    base = forecast(deal, plan, sizing.tax, None)
    found = _Capacity([0.0 for _ in deal.clock.periods])
    found.drawn_share = row.drawn / row.built_up if row.built_up else 1.0
    completion = next(t for t in deal.clock.periods if deal.clock.completes(t))
    found.completed, found.completed_at = row.closing[completion], tranche.level[completion]
    found.drawn_by_completion = row.drawn * found.completed_at / found.completed if found.completed else 1.0
    factor = 1.0
    for t in deal.clock.periods:
        if tranche.served[t]:
            factor /= 1 + tranche.rate[t] + tranche.pik[t]
            found.loan_life += base[t] / tranche.level[t] * factor
    if sizing.dscr is None:
        return found
    target = over_time(sizing.dscr, deal.clock)
    allowed = [base[t] / target[t] for t in deal.clock.periods]
    if sizing.downside is not None:
        worse = forecast(deal, plan, sizing.tax, sizing.downside)
        lower = over_time(sizing.downside.dscr, deal.clock)
        allowed = [min(allowed[t], worse[t] / lower[t]) for t in deal.clock.periods]
    taken = [one for one in before if one.terms.rank <= tranche.terms.rank]
    for t in deal.clock.periods:
        for one in taken:
            allowed[t] -= plan.schedules[one.name].service(t)
        allowed[t] = (max(allowed[t], 0.0) - plan.fees(t)) / tranche.level[t]
    if tranche.unit:
        found.repaid = _carried(allowed, tranche)
        return found
    found.service = [max(allowed[t], 0.0) if tranche.repaying[t] else 0.0 for t in deal.clock.periods]
    factor = 1.0
    for t in deal.clock.periods:
        factor /= 1 + tranche.rate[t] if tranche.repaying[t] else 1.0
        found.repaid += found.service[t] * factor
    return found


def _carried(allowed: Series, tranche: Tranche) -> float:
    """The balance of a fixed profile that the weakest period can serve; before repayment it is what it then is."""
    owed, carried = _built(tranche), []
    for t, principal in enumerate(tranche.unit):
        service = owed * tranche.rate[t] + principal
        if tranche.served[t] and service:
            carried.append(allowed[t] / service)
        owed += owed * tranche.pik[t] * tranche.served[t] - principal
    return min(carried, default=0.0)


def _built(tranche: Tranche) -> float:
    """What is owed at completion of a balance that interest in kind brings to 1 at the first repayment."""
    owed = 1.0
    for t, served in enumerate(tranche.served):
        owed /= 1 + tranche.pik[t] if served else 1.0
    return owed


def forecast(deal: Deal, plan: Plan, tax: str, worse: SizingDownside | None) -> Series:
    """The lenders' forecast of cash available for debt service, in the base case or in a worse one."""
    operation, clock = deal.operation, deal.clock
    revenue = worse.revenue_factor.number if worse else 1.0
    cost = worse.cost_factor.number if worse else 1.0
    levered = tax == "levered"
    financing = [plan.paid_financing(t) + plan.grown(t) + plan.revalued(t) if levered else 0.0 for t in clock.periods]
    wear = tax_depreciation(deal.case, clock, operation, financing)
    profit = [
        operation.revenue[t] * revenue
        - (operation.opex[t] + operation.lifecycle[t]) * cost
        - wear[t]
        - (plan.deducted(t) if levered else 0.0)
        for t in clock.periods
    ]
    paid = tax_of(profit, tax_rates(deal.case, clock), carried_periods(deal.case, clock))
    saved = [operation.mra_target[t] - (operation.mra_target[t - 1] if t else 0.0) for t in clock.periods]
    return [
        operation.received[t] * revenue
        - (operation.opex_paid[t] + operation.lifecycle[t]) * cost
        - saved[t]
        + operation.vat_after_construction(t, clock)
        - (0.0 if tax == "none" else paid[t])
        for t in clock.periods
    ]
