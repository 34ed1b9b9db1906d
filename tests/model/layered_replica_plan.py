"""The layered replica's plan: who pays for construction, and every facility's schedule, under what is agreed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.model.layered_replica_terms import Agreed, Deal, Tranche
from tests.model.replica_operation import Series

__all__ = ["Asked", "Plan", "Schedule", "plan_of"]

Asked = Callable[[Tranche, int, float, float], float]
"""What principal a contract asks for: of a facility, in a period, by its opening balance and interest in own money."""


@dataclass(slots=True)
class Schedule:
    """One facility by contract; in the case's currency at the rate of each period, unless own money is said."""

    upfront_fee: Series = field(default_factory=list)
    commitment_fee: Series = field(default_factory=list)
    agency_fee: Series = field(default_factory=list)
    drawdown: Series = field(default_factory=list)
    funded_interest: Series = field(default_factory=list)
    """Interest during construction, paid from sources of funds."""
    added_interest: Series = field(default_factory=list)
    """Interest during construction, added to the loan."""
    pik: Series = field(default_factory=list)
    revaluation: Series = field(default_factory=list)
    opening: Series = field(default_factory=list)
    interest: Series = field(default_factory=list)
    asked: Series = field(default_factory=list)
    """The principal asked for, in own money."""
    principal: Series = field(default_factory=list)
    closing: Series = field(default_factory=list)
    owed: float = 0.0
    """What is owed at the moment, in own money."""
    drawn: float = 0.0
    """What has been drawn so far, in own money."""
    built_up: float = 0.0
    """Drawdown and what is added before repayment begins, in own money."""

    def service(self, t: int) -> float:
        return self.interest[t] + self.principal[t]


@dataclass(slots=True)
class Plan:
    """Funding and all schedules, period by period."""

    deal: Deal
    schedules: dict[str, Schedule]
    guarantee_upfront: dict[str, Series] = field(default_factory=lambda: defaultdict(list))
    guarantee_building: dict[str, Series] = field(default_factory=lambda: defaultdict(list))
    guarantee_fee: dict[str, Series] = field(default_factory=lambda: defaultdict(list))
    granted: dict[str, Series] = field(default_factory=lambda: defaultdict(list))
    construction: Series = field(default_factory=list)
    reserve_funded: Series = field(default_factory=list)
    uses: Series = field(default_factory=list)
    sponsors: Series = field(default_factory=list)
    support: Series = field(default_factory=list)

    def paid_financing(self, t: int) -> float:
        """What construction pays to lenders and guarantors."""
        lent = sum(
            one.upfront_fee[t] + one.commitment_fee[t] + one.funded_interest[t] for one in self.schedules.values()
        )
        guaranteed = (self.guarantee_upfront, self.guarantee_building)
        return lent + sum(row[t] for rows in guaranteed for row in rows.values())

    def grown(self, t: int) -> float:
        """Interest that is added to loans while construction lasts."""
        building = self.deal.clock.building(t)
        return sum(one.added_interest[t] + (one.pik[t] if building else 0.0) for one in self.schedules.values())

    def revalued(self, t: int) -> float:
        """What moves of the rates of exchange add to loans while construction lasts."""
        return sum(one.revaluation[t] for one in self.schedules.values()) if self.deal.clock.building(t) else 0.0

    def fees(self, t: int) -> float:
        """Senior fees: agents and guarantors."""
        agents = sum(one.agency_fee[t] for one in self.schedules.values())
        return agents + sum(row[t] for row in self.guarantee_fee.values())

    def drawn(self, t: int) -> float:
        return sum(one.drawdown[t] for one in self.schedules.values())

    def senior_service(self, t: int) -> float:
        """Scheduled debt service of the first rank, all senior fees included."""
        return self.fees(t) + sum(self.schedules[one.name].service(t) for one in self.deal.senior)

    def deducted(self, t: int) -> float:
        """What lowers taxable profit once construction is over: interest paid and in kind, fees, revaluation."""
        in_operation = 0.0 if self.deal.clock.building(t) else 1.0
        loans = sum(
            one.interest[t] + (one.pik[t] + one.revaluation[t]) * in_operation for one in self.schedules.values()
        )
        return loans + self.fees(t)

    def reserve_target(self, t: int, skipped: frozenset[str] = frozenset()) -> float:
        """Senior debt service of the months ahead; without the part of loans that are ``skipped``."""
        clock, months = self.deal.clock, self.deal.case.reserves.dsra.months.number
        if clock.building(t) and not clock.completes(t):
            return 0.0
        target = 0.0
        for u in range(t + 1, len(clock.first)):
            part = min(max(months / clock.step - (u - t - 1), 0.0), 1.0)
            own = [self.schedules[name].service(u) + self.schedules[name].agency_fee[u] for name in skipped]
            target += part * (self.senior_service(u) - sum(own))
        return target


def plan_of(deal: Deal, agreed: Agreed, asked: Asked) -> Plan:
    """Construction funded and loans scheduled under what is agreed."""
    plan = Plan(deal, {name: Schedule() for name in deal.tranches})
    for t in deal.clock.periods:
        for name, tranche in deal.tranches.items():
            _accrue(plan.schedules[name], tranche, deal, agreed, t)
        _guarantee_fees(plan, agreed, t)
        _fund(plan, agreed, t)
        for name, tranche in deal.tranches.items():
            _repay(plan.schedules[name], tranche, deal, t, asked)
    return plan


def _accrue(row: Schedule, tranche: Tranche, deal: Deal, agreed: Agreed, t: int) -> None:
    """Fees and interest of the period, on what is owed at its start."""
    terms, level, building = tranche.terms, tranche.level[t], deal.clock.building(t)
    own = agreed.own(tranche.name)
    undrawn = max(own - row.drawn, 0.0)
    interest = row.owed * tranche.rate[t] * level
    added = building and terms.construction_interest == "added"
    row.upfront_fee.append(terms.upfront_fee_rate.number * own * level if t == 0 else 0.0)
    row.commitment_fee.append(
        terms.commitment_fee_rate.number * undrawn * level * tranche.years[t] if building else 0.0
    )
    a_year = terms.agency_fee_amount.number * tranche.spot * level
    row.agency_fee.append(a_year * deal.clock.step / 12 if tranche.served[t] else 0.0)
    row.opening.append(row.owed * level)
    row.revaluation.append(row.owed * (level - tranche.before(t)))
    row.funded_interest.append(interest if building and not added else 0.0)
    row.added_interest.append(interest if added else 0.0)
    row.pik.append(row.owed * tranche.pik[t] * level)
    row.interest.append(0.0 if building else interest)


def _guarantee_fees(plan: Plan, agreed: Agreed, t: int) -> None:
    """Upfront on the cover at close; then a year on the cover by schedule."""
    clock = plan.deal.clock
    for name, terms in plan.deal.guarantees.items():
        covered = sum(plan.schedules[one].opening[t] for one in terms.covers)
        ended = terms.until_month is not None and clock.months(t)[-1] > terms.until_month.number
        cover = 0.0 if ended else min(terms.coverage.number * covered, agreed.highest(terms))
        fee = terms.fee_rate.number * cover * clock.step / 12
        plan.guarantee_upfront[name].append(terms.upfront_fee_rate.number * agreed.cover(terms) if t == 0 else 0.0)
        plan.guarantee_building[name].append(fee if clock.building(t) else 0.0)
        plan.guarantee_fee[name].append(0.0 if clock.building(t) else fee)


def _fund(plan: Plan, agreed: Agreed, t: int) -> None:
    """Uses, then who pays for them: grants, debt and sponsors, the sponsors' support."""
    deal, operation = plan.deal, plan.deal.operation
    building, completes = deal.clock.building(t), deal.clock.completes(t)
    works = operation.capex[t] + operation.vat_paid[t] - operation.vat_refund[t]
    plan.construction.append(works if building else 0.0)
    plan.reserve_funded.append(agreed.reserve * deal.case.reserves.dsra.initial_funding.number if completes else 0.0)
    cash = deal.case.funding.opening_cash.number if completes else 0.0
    plan.uses.append(max(plan.construction[t] + plan.paid_financing(t) + plan.reserve_funded[t] + cash, 0.0))
    left = _granted(plan, agreed, t)
    promised = max(agreed.sponsors - sum(plan.sponsors), 0.0)
    put_in = min(left, promised) if deal.case.funding.drawdown == "equity_first" else 0.0
    committed, funded = sum(agreed.commitments.values()), agreed.uses - sum(agreed.grants.values())
    needed = left - put_in
    if deal.case.funding.drawdown == "pro_rata" and funded > 0:
        needed = left * committed / funded
    for name, row in plan.schedules.items():
        share = agreed.commitments[name] / committed if committed else 0.0
        level = deal.tranches[name].level[t]
        lent = min(needed * share, max(agreed.own(name) - row.drawn, 0.0) * level)
        row.drawdown.append(lent)
        row.drawn += lent / level
    lent = plan.drawn(t)
    if deal.case.funding.drawdown != "equity_first":
        put_in = min(left - lent, promised)
    plan.sponsors.append(put_in)
    plan.support.append(max(left - lent - put_in, 0.0))


def _granted(plan: Plan, agreed: Agreed, t: int) -> float:
    """Each grant pays of what those before it leave; the rest is returned."""
    left, before = plan.uses[t], 0.0
    for name, terms in plan.deal.grants.items():
        unused = max(agreed.grants[name] - sum(plan.granted[name]), 0.0)
        wanted = left
        if terms.drawn == "pro_rata":
            wanted *= agreed.grants[name] / (agreed.uses - before)
        used = min(wanted, unused)
        plan.granted[name].append(used)
        left -= used
        before += agreed.grants[name]
    return left


def _repay(row: Schedule, tranche: Tranche, deal: Deal, t: int, asked: Asked) -> None:
    """Principal by contract, as far as anything is owed; at maturity all that is owed."""
    level = tranche.level[t]
    row.asked.append(asked(tranche, t, row.owed, row.interest[t] / level))
    matured = deal.clock.months(t)[-1] + deal.clock.step > tranche.terms.tenor_months.number
    principal = row.owed if matured else min(row.asked[t], row.owed)
    more = (row.drawdown[t] + row.added_interest[t] + row.pik[t]) / level
    row.principal.append(principal * level)
    row.built_up += more
    row.owed += more - principal
    row.closing.append(row.owed * level)
