"""The layered replica's accounts: what is really owed to each lender, what falls due, and what is paid."""

from __future__ import annotations

from dataclasses import dataclass

from tests.model.layered_replica_plan import Schedule
from tests.model.layered_replica_terms import Tranche

__all__ = ["Account"]


@dataclass(slots=True)
class Account:
    """One lender's account: balances in own money, what moves in the period in the case's currency."""

    tranche: Tranche
    row: Schedule
    tolerance: float
    owed: float = 0.0
    unpaid_interest: float = 0.0
    overdue: float = 0.0
    """Interest and principal due and not paid."""
    standing: float = 0.0
    """The balance by the schedule as it stands after prepayment."""
    settled: bool = False
    """Whether nothing was left by that schedule when the period began."""
    interest: float = 0.0
    principal: float = 0.0
    """By the schedule as it stands."""
    agency_fee: float = 0.0
    expense: float = 0.0
    revaluation: float = 0.0
    more: float = 0.0
    """Drawn, or added to the loan, in own money."""
    due_interest: float = 0.0
    due_principal: float = 0.0
    from_cash: float = 0.0
    guaranteed: float = 0.0
    swept: float = 0.0

    @property
    def due(self) -> float:
        return self.due_interest + self.due_principal

    @property
    def restated_service(self) -> float:
        return self.interest + self.principal

    def fall_due(self, t: int, *, building: bool) -> None:
        """Interest accrues, and the schedule as it stands asks for principal."""
        tranche, row, level = self.tranche, self.row, self.tranche.level[t]
        prepayable = tranche.terms.sweep is not None
        late = self.unpaid_interest + max(self.owed - self.standing, 0.0)
        penalty = late * tranche.terms.default_margin.number * tranche.years[t]
        accrued = ((self.owed + self.unpaid_interest) * tranche.rate[t] + penalty) * level
        in_kind = self.owed * tranche.pik[t] * level
        carried = row.funded_interest[t] + row.added_interest[t]
        self.expense = accrued - carried + in_kind - (row.pik[t] if building else 0.0)
        moved = (self.owed + self.unpaid_interest) * (level - tranche.before(t))
        self.revaluation = moved - (row.revaluation[t] if building else 0.0)
        self.due_interest = self.unpaid_interest * level + accrued - carried
        self.more = (row.drawdown[t] + row.added_interest[t] + in_kind) / level
        by_contract = row.closing[t] / level
        grown = self.standing * (1 + tranche.pik[t]) + (row.drawdown[t] + row.added_interest[t]) / level
        target = min(by_contract, grown) if prepayable else by_contract
        self.due_principal = max(self.owed + self.more - target, 0.0) * level
        self.interest = 0.0 if building else self.standing * tranche.rate[t] * level
        self.principal = (grown - target) * level
        self.settled = prepayable and not building and self.standing <= self.tolerance
        self.agency_fee = 0.0 if self.settled else row.agency_fee[t]
        self.standing = target
        self.guaranteed = self.from_cash = self.swept = 0.0

    def late(self, t: int) -> float:
        """What is overdue, at the rate of a period."""
        return self.overdue * self.tranche.level[t]

    def after_principal(self, t: int) -> float:
        """What is owed once the principal of the period is paid."""
        paid = max(self.from_cash + self.guaranteed - self.due_interest, 0.0)
        return (self.owed + self.more) * self.tranche.level[t] - paid

    def sweeps(self, t: int, month: int) -> bool:
        """Whether excess cash prepays the loan in a period that ends with a month."""
        sweep = self.tranche.terms.sweep
        return sweep is not None and self.tranche.served[t] and month >= sweep.from_month.number

    def settle(self, t: int) -> dict[str, float]:
        """What the lender has received, and what stays owed and overdue."""
        level, paid = self.tranche.level[t], self.from_cash + self.guaranteed
        interest = min(self.due_interest, paid)
        principal = min(self.due_principal, paid - interest)
        self.unpaid_interest = (self.due_interest - interest) / level
        self.owed += self.more - (principal + self.swept) / level
        self.standing -= self.swept / level
        self.overdue = (self.due - paid) / level
        return {
            "interest_paid": interest,
            "principal_paid": principal,
            "interest_arrears": self.unpaid_interest * level,
            "closing": self.owed * level,
            "swept": self.swept,
            "agency_fee_paid": self.agency_fee,
            "restated_interest": self.interest,
            "restated_service": self.restated_service,
        }
