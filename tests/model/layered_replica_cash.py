"""The layered replica's cash: ranks, the reserve, guarantors and their claims, the sweep, then sponsors."""

from __future__ import annotations

from collections import defaultdict
from math import floor

from tests.model.layered_replica_accounts import Account
from tests.model.layered_replica_plan import Plan
from tests.model.layered_replica_terms import Agreed, Deal
from tests.model.replica_cash import Cash
from tests.model.replica_operation import Series
from tests.model.replica_tax import Losses, carried_periods, tax_depreciation, tax_rates

__all__ = ["LayeredCash"]


class LayeredCash(Cash):
    """Every account of the company; operation and distribution are those of the replica of one loan."""

    def __init__(self, deal: Deal, plan: Plan, agreed: Agreed, base: Series) -> None:
        self.deal, self.plan, self.agreed, self.base = deal, plan, agreed, base
        self.case, self.clock, self.operation = deal.case, deal.clock, deal.operation
        self.lines: dict[str, Series] = defaultdict(list)
        self.losses = Losses(carried_periods(self.case, self.clock))
        self.rates = tax_rates(self.case, self.clock)
        self.tolerance = self.case.project.tolerance.number
        self.capitalised = [plan.paid_financing(t) + plan.grown(t) + plan.revalued(t) for t in self.clock.periods]
        self.wear = tax_depreciation(self.case, self.clock, self.operation, self.capitalised)
        self.accounts = {
            name: Account(one, plan.schedules[name], self.tolerance) for name, one in deal.tranches.items()
        }
        self.claims = dict.fromkeys(deal.guarantees, 0.0)
        self.left = {name: agreed.highest(terms) for name, terms in deal.guarantees.items()}
        self.cash = self.unpaid = self.mra = self.dsra = 0.0
        self.shareholder = self.capital = self.retained = self.assets = 0.0
        for t in self.clock.periods:
            self._period(t)

    def _period(self, t: int) -> None:
        case, plan = self.case, self.plan
        put_in = plan.sponsors[t]
        lent = put_in * case.funding.shareholder_loan_share.number
        equity = put_in - lent + plan.support[t]
        granted = sum(row[t] for row in plan.granted.values())
        funded = plan.drawn(t) + lent + equity + granted
        surplus = funded - plan.construction[t] - plan.paid_financing(t) - plan.reserve_funded[t]
        income = (self.mra + self.dsra) * case.reserves.reserve_rate.number * self.clock.step / 12
        growth = self.shareholder * case.funding.shareholder_loan_rate.number * self.clock.step / 12
        for account in self.accounts.values():
            account.fall_due(t, building=self.clock.building(t))
        fees = self._fees(t)
        claims = self._claim_interest()
        expense = sum(one.expense + one.revaluation for one in self.accounts.values()) + fees + claims
        tax = self._taxed(t, expense, growth, income)
        cfads = self._operate(t, tax)
        available = self.cash + cfads + surplus + income - fees - self.unpaid
        self.unpaid = max(-available, 0.0)
        left = self._lenders(t, max(available, 0.0))
        left = self._claims(t, left)
        left = self._sweep(t, left)
        self._settle(t)
        free = self._free(t, left)
        profit = self._earned(t, expense, growth, income, tax, granted)
        paid = self._distribute(t, free, profit, lent, growth, equity)
        self.cash = left - paid
        self._keep(
            shareholder_loan_drawdown=lent, equity_drawdown=equity, sponsor_support=plan.support[t], tax_paid=tax,
            interest_income=income, operating_arrears=self.unpaid, cash_closing=self.cash, net_income=profit,
        )  # fmt: skip

    def _fees(self, t: int) -> float:
        agents = sum(one.agency_fee for one in self.accounts.values())
        return agents + sum(row[t] for row in self.plan.guarantee_fee.values())

    def _claim_interest(self) -> float:
        """Interest on what is owed to guarantors, added to it."""
        total = 0.0
        for name, terms in self.deal.guarantees.items():
            interest = self.claims[name] * terms.claim_rate.number * self.clock.step / 12
            self.claims[name] += interest
            total += interest
        return total

    def _taxed(self, t: int, expense: float, growth: float, income: float) -> float:
        profit = self.operation.ebitda(t) - self.wear[t] - expense
        if self.case.funding.shareholder_loan_deductible.number and not self.clock.building(t):
            profit -= growth
        if self.case.reserves.reserve_interest_taxable.number:
            profit += income
        return self.losses.taxable(t, profit) * self.rates[t]

    def _lenders(self, t: int, cash: float) -> float:
        """Senior lenders from cash and reserve, the reserve, junior lenders by rank; then guarantors for all."""
        self.dsra += self.plan.reserve_funded[t]
        gone = frozenset(one.name for one in self.deal.senior if self.accounts[one.name].settled)
        target = self.plan.reserve_target(t, gone)
        for rank in self.deal.ranks:
            accounts = self._of_rank(rank)
            due = sum(one.due for one in accounts)
            senior = rank == self.deal.ranks[0]
            reach = cash if senior or not self.clock.building(t) else 0.0
            paid = min(reach, due)
            cash -= paid
            drawn = min(self.dsra, due - paid) if senior else 0.0
            self.dsra -= drawn
            for one in accounts:
                one.from_cash = (paid + drawn) * one.due / due if due else 0.0
            if senior:
                self._keep(dsra_drawn=drawn)
                cash = self._fill(t, cash, target)
            self._keep(**{f"rank_{rank}.paid": paid + drawn})
        self._call_guarantors(t)
        return cash

    def _fill(self, t: int, cash: float, target: float) -> float:
        """The reserve is brought to its target, as far as cash reaches once construction is over."""
        may = 0.0 if self.clock.building(t) else cash
        paid, released = min(max(target - self.dsra, 0.0), may), max(self.dsra - target, 0.0)
        self.dsra += paid - released
        self._keep(dsra_closing=self.dsra, dsra_shortfall=max(target - self.dsra, 0.0))
        return cash - paid + released

    def _call_guarantors(self, t: int) -> None:
        """Each guarantee in turn pays its share of what lenders newly lack and nobody before it paid."""
        lacking: dict[str, float] = {}
        for name, one in self.accounts.items():
            new = one.due - one.from_cash - one.late(t)
            lacking[name] = new if new > self.tolerance else 0.0
        month = self.clock.months(t)[-1]
        for name, terms in self.deal.guarantees.items():
            total = sum(lacking[covered] for covered in terms.covers)
            until = terms.until_month.number if terms.until_month is not None else month
            in_force = terms.from_month.number <= month <= until
            paid = min(terms.coverage.number * total, self.left[name]) if in_force else 0.0
            for covered in terms.covers:
                part = paid * lacking[covered] / total if total else 0.0
                self.accounts[covered].guaranteed += part
                lacking[covered] -= part
            self.left[name] -= paid
            self.claims[name] += paid
            self._keep(**{f"{name}.paid": paid, f"{name}.left": self.left[name]})

    def _claims(self, t: int, cash: float) -> float:
        """Guarantors are repaid in their order, once construction is over."""
        for name, claim in self.claims.items():
            repaid = 0.0 if self.clock.building(t) else min(claim, cash)
            self.claims[name] -= repaid
            cash -= repaid
            self._keep(**{f"{name}.claim_repaid": repaid, f"{name}.claim_closing": self.claims[name]})
        return cash

    def _sweep(self, t: int, cash: float) -> float:
        """Cash above the minimum prepays, better ranks first, by balance within a rank."""
        kept = 0.0 if t == self.clock.periods[-1] else self.case.distributions.minimum_cash.number
        reach = 0.0 if self.clock.building(t) else max(cash - kept, 0.0)
        for rank in self.deal.ranks:
            month = self.clock.months(t)[-1]
            open_to = [one for one in self._of_rank(rank) if one.sweeps(t, month)]
            total, taken = sum(one.after_principal(t) for one in open_to), 0.0
            for one in open_to:
                assert one.tranche.terms.sweep is not None
                owed = one.after_principal(t)
                share = one.tranche.terms.sweep.share.number * reach * owed / total if total else 0.0
                one.swept = min(share, owed)
                taken += one.swept
            reach -= taken
            cash -= taken
        return cash

    def _settle(self, t: int) -> None:
        """What each lender has received, and what each rank lacks."""
        for name, account in self.accounts.items():
            self._keep(**{f"{name}.{line}": amount for line, amount in account.settle(t).items()})
        for rank in self.deal.ranks:
            self._keep(**{f"rank_{rank}.rank_arrears": sum(one.late(t) for one in self._of_rank(rank))})

    def _of_rank(self, rank: int) -> list[Account]:
        return [self.accounts[one.name] for one in self.deal.of_rank(rank)]

    def tested_service(self, t: int) -> float:
        """Senior debt service by the schedule as it stands."""
        return sum(one.restated_service for one in self._of_rank(self.deal.ranks[0])) + self._fees(t)

    def _free(self, t: int, cash: float) -> float:
        """Cash above the minimum, if nothing is overdue, cover suffices, no claim is open and building is over."""
        self._keep(tested_debt_service=self.tested_service(t))
        served = any(one.served[t] for one in self.deal.senior)
        cover, service = self._cover(t, served=served)
        late = sum(one.late(t) for one in self.accounts.values())
        locked = cover < self.case.distributions.lockup_dscr.number * service - self.tolerance
        locked = locked or (served and self.lines["dsra_shortfall"][t] > self.tolerance)
        locked = locked or late + self.unpaid > self.tolerance
        locked = locked or any(claim > self.tolerance for claim in self.claims.values())
        tested = self.lines["tested_debt_service"][t]
        short = self.case.distributions.default_dscr.number * tested - self.lines["cfads"][t]
        default = late > self.tolerance or (tested > self.tolerance and short > self.tolerance)
        self._keep(lockup_flag=float(locked), default_flag=float(default))
        kept = 0.0 if t == self.clock.periods[-1] else self.case.distributions.minimum_cash.number
        if self.clock.months(t)[-1] >= self.clock.end:
            kept += max(self.operation.payable[t] - self.operation.receivable[t], 0.0)
        return 0.0 if locked or self.clock.building(t) else max(cash - kept, 0.0)

    def _cover(self, t: int, *, served: bool) -> tuple[float, float]:
        """Cash flow and senior debt service of the months tested."""
        if not served:
            return 0.0, 0.0
        test = self.case.distributions
        n = max(floor(test.lockup_months.number / self.clock.step), 1)
        in_service = [any(one.served[u] for one in self.deal.senior) for u in self.clock.periods]
        if test.lockup_test == "historic":
            window, flow = range(max(t - n + 1, 0), t + 1), self.lines["cfads"]
            service = sum(self.lines["tested_debt_service"][u] for u in window)
        else:
            window, flow = range(t + 1, min(t + n, self.clock.periods[-1]) + 1), self.base
            service = sum(self.plan.senior_service(u) for u in window)
        return sum(flow[u] for u in window if in_service[u]), service

    def _earned(self, t: int, expense: float, growth: float, income: float, tax: float, granted: float) -> float:
        """Net income; assets cost what construction and finance cost, less grants, written off over operation."""
        capitalised = growth if self.clock.building(t) else 0.0
        self.assets += self.operation.capex[t] + self.capitalised[t] + capitalised - granted
        months = self.clock.operating(t)
        worn = self.assets * len(months) / (self.clock.end - months[0] + 1) if months else 0.0
        self.assets -= worn
        return self.operation.ebitda(t) - worn - expense - (growth - capitalised) + income - tax
