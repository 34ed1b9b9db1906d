"""The replica's cash: the waterfall of each period in the order of the contract, with the accounts behind it."""

from __future__ import annotations

from collections import defaultdict
from math import floor

from finmodel.inputs.case import Case
from tests.model.replica_debt import Loan, facility
from tests.model.replica_operation import Clock, Operation, Series
from tests.model.replica_tax import Losses, carried_periods, tax_depreciation, tax_rates

__all__ = ["Cash"]


class Cash:
    """Every account of the company, moved from period to period; ``lines`` keeps what happened."""

    def __init__(
        self, case: Case, clock: Clock, operation: Operation, loan: Loan, reserve: float, base: Series
    ) -> None:
        self.case, self.clock, self.operation, self.loan = case, clock, operation, loan
        self.reserve, self.base = reserve, base
        """The reserve agreed at close, and the lenders' forecast of CFADS."""
        self.lines: dict[str, Series] = defaultdict(list)
        self.losses = Losses(carried_periods(case, clock))
        self.rates = tax_rates(case, clock)
        financing = [loan.financing(t) for t in clock.periods]
        self.wear = tax_depreciation(case, clock, operation, financing)
        self.cash = self.unpaid = self.mra = self.dsra = self.letter = 0.0
        self.owed = self.interest_unpaid = 0.0
        self.shareholder = self.capital = self.retained = 0.0
        self.assets = 0.0
        for t in clock.periods:
            self._period(t)

    def _keep(self, **amounts: float) -> None:
        for name, amount in amounts.items():
            self.lines[name].append(amount)

    def _period(self, t: int) -> None:
        case, loan = self.case, self.loan
        building = self.clock.building(t)
        put_in = loan.sponsors[t]
        lent = put_in * case.funding.shareholder_loan_share.number
        equity = put_in - lent + loan.support[t]
        funded = loan.drawdown[t] + lent + equity
        surplus = funded - loan.construction[t] - loan.financing(t) - loan.reserve_funded[t]
        income = (self.mra + self.dsra) * case.reserves.reserve_rate.number * self.clock.step / 12
        accrued = self._interest(t)
        growth = self.shareholder * case.funding.shareholder_loan_rate.number * self.clock.step / 12
        tax = self._tax(t, accrued, growth, income)
        cfads = self._operate(t, tax)
        available = self.cash + cfads + surplus + income - loan.fees[t] - self.unpaid
        self.unpaid = max(-available, 0.0)
        left = self._serve(t, max(available, 0.0), accrued)
        left = self._reserve(t, left)
        free = self._distributable(t, left)
        profit = self._profit(t, accrued, growth, income, tax)
        paid = self._distribute(t, free, profit, lent, growth, equity)
        self.cash = left - paid
        self._keep(
            shareholder_loan_drawdown=lent, equity_drawdown=equity, sponsor_support=loan.support[t], tax_paid=tax,
            interest_income=income, operating_arrears=self.unpaid, cash_closing=self.cash, net_income=profit,
            construction_flag=float(building),
        )  # fmt: skip

    def _interest(self, t: int) -> float:
        """Interest accrued on all that is owed, with default interest; what construction pays included."""
        late = self.interest_unpaid + max(self.owed - self.loan.opening[t], 0.0)
        penalty = late * facility(self.case).default_margin.number * self.loan.years[t]
        return (self.owed + self.interest_unpaid) * self.loan.rate[t] + penalty

    def _tax(self, t: int, accrued: float, growth: float, income: float) -> float:
        deducted = accrued - self.loan.building_interest[t] + self.loan.fees[t]
        if self.case.funding.shareholder_loan_deductible.number and not self.clock.building(t):
            deducted += growth
        profit = self.operation.ebitda(t) - self.wear[t] - deducted
        if self.case.reserves.reserve_interest_taxable.number:
            profit += income
        return self.losses.taxable(t, profit) * self.rates[t]

    def _operate(self, t: int, tax: float) -> float:
        """CFADS: what operation brings after tax and after saving for maintenance."""
        operation = self.operation
        flow = operation.received[t] - operation.opex_paid[t] - operation.lifecycle[t]
        flow += operation.vat_after_construction(t, self.clock) - tax
        target = operation.mra_target[t]
        released = max(self.mra - target, 0.0)
        saved = min(max(target - self.mra, 0.0), max(self.cash + flow - self.unpaid, 0.0))
        self.mra += saved - released
        self._keep(mra_closing=self.mra, cfads=flow - saved + released)
        return flow - saved + released

    def _serve(self, t: int, cash: float, accrued: float) -> float:
        """Interest, then principal: from cash, then from the reserve or the letter of credit; the rest is arrears."""
        loan = self.loan
        interest = self.interest_unpaid + accrued - loan.building_interest[t]
        principal = max(self.owed + loan.drawdown[t] - loan.closing[t], 0.0)
        due = interest + principal
        from_cash = min(cash, due)
        self.dsra += loan.reserve_funded[t]
        from_reserve = min(self._support(t), due - from_cash)
        if self.case.reserves.dsra.type == "cash":
            self.dsra -= from_reserve
        else:
            self.letter += from_reserve
        paid = from_cash + from_reserve
        interest_paid = min(interest, paid)
        principal_paid = min(principal, paid - interest_paid)
        self.interest_unpaid = interest - interest_paid
        self.owed += loan.drawdown[t] - principal_paid
        arrears = due - paid
        self._keep(
            interest_paid=interest_paid, principal_paid=principal_paid, interest_arrears=self.interest_unpaid,
            closing=self.owed, arrears=arrears, dsra_drawn=from_reserve,
        )  # fmt: skip
        cover = self.case.distributions.default_dscr.number * loan.service(t) - self.lines["cfads"][t]
        tolerance = self.case.project.tolerance.number
        self._keep(default_flag=float(arrears > tolerance or (loan.service(t) > tolerance and cover > tolerance)))
        return cash - from_cash

    def _support(self, t: int) -> float:
        if self.case.reserves.dsra.type == "cash":
            return self.dsra
        return max(self.reserve - self.letter, 0.0) if self.loan.served[t] else 0.0

    def _reserve(self, t: int, cash: float) -> float:
        """Top up the reserve, or repay what was drawn on the letter of credit; take out what is too much."""
        may = 0.0 if self.clock.building(t) else cash
        target = self.loan.reserve_target(t, self.case.reserves.dsra.months.number, self.clock)
        released = 0.0
        if self.case.reserves.dsra.type == "cash":
            paid, released = min(max(target - self.dsra, 0.0), may), max(self.dsra - target, 0.0)
            self.dsra += paid - released
            short = max(target - self.dsra, 0.0)
        else:
            paid = min(self.letter, may)
            self.letter -= paid
            short = self.letter
        self._keep(dsra_target=target, dsra_closing=self.dsra, letter=self.letter, dsra_shortfall=short)
        return cash - paid + released

    def _distributable(self, t: int, cash: float) -> float:
        """Cash above the minimum, if the lock-up test and the construction period allow any."""
        tolerance, last = self.case.project.tolerance.number, t == self.clock.periods[-1]
        cover, service = self._tested(t)
        locked = cover < self.case.distributions.lockup_dscr.number * service - tolerance
        locked = locked or (self.loan.served[t] and self.lines["dsra_shortfall"][t] > tolerance)
        locked = locked or self.lines["arrears"][t] + self.unpaid > tolerance
        self._keep(lockup_flag=float(locked))
        kept = 0.0 if last else self.case.distributions.minimum_cash.number
        if self.clock.months(t)[-1] >= self.clock.end:
            kept += max(self.operation.payable[t] - self.operation.receivable[t], 0.0)
        return 0.0 if locked or self.clock.building(t) else max(cash - kept, 0.0)

    def _tested(self, t: int) -> tuple[float, float]:
        """Cash flow and debt service of the months on which distributions depend."""
        if not self.loan.served[t]:
            return 0.0, 0.0
        test = self.case.distributions
        n = max(floor(test.lockup_months.number / self.clock.step), 1)
        if test.lockup_test == "historic":
            window, flow = range(max(t - n + 1, 0), t + 1), self.lines["cfads"]
        else:
            window, flow = range(t + 1, min(t + n, self.clock.periods[-1]) + 1), self.base
        return sum(flow[u] for u in window if self.loan.served[u]), sum(self.loan.service(u) for u in window)

    def _profit(self, t: int, accrued: float, growth: float, income: float, tax: float) -> float:
        """Net income; the assets are written off evenly over the months of operation."""
        capitalised = growth if self.clock.building(t) else 0.0
        self.assets += self.operation.capex[t] + self.loan.financing(t) + capitalised
        months = self.clock.operating(t)
        worn = self.assets * len(months) / (self.clock.end - months[0] + 1) if months else 0.0
        self.assets -= worn
        interest = accrued - self.loan.building_interest[t] + self.loan.fees[t]
        before_tax = self.operation.ebitda(t) - worn - interest - (growth - capitalised) + income
        return before_tax - tax

    def _distribute(self, t: int, free: float, profit: float, lent: float, growth: float, equity: float) -> float:
        """The shareholder loan first, then dividends, share capital in the last period."""
        to_loan = min(free, self.shareholder + growth)
        self.shareholder += lent + growth - to_loan
        self.capital += equity
        dividends = min(free - to_loan, max(self.retained + profit, 0.0))
        returned = min(free - to_loan - dividends, self.capital)
        if self.case.distributions.limit == "cash":
            dividends = free - to_loan - returned
        elif t < self.clock.periods[-1]:
            returned = 0.0
        self.retained += profit - dividends
        self.capital -= returned
        self._keep(
            shareholder_loan_paid=to_loan, shareholder_loan_closing=self.shareholder, dividends=dividends,
            share_redemption=returned, retained_earnings=self.retained,
        )  # fmt: skip
        return to_loan + dividends + returned
