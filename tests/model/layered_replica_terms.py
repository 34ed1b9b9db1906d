"""The layered replica's terms: each facility's calendar, rates and money, guarantees and grants, and what is agreed."""

from __future__ import annotations

from dataclasses import dataclass, field

from finmodel.inputs.case import Case
from finmodel.inputs.facility import Facility
from finmodel.inputs.grants import CapitalGrant
from finmodel.inputs.guarantees import FirstLossGuarantee, PartialCreditGuarantee
from tests.model.replica_debt import unit_principal
from tests.model.replica_operation import Clock, Operation, Series, over_time

__all__ = ["Agreed", "Deal", "Tranche", "deal_of", "one_facility"]

Guarantee = FirstLossGuarantee | PartialCreditGuarantee


@dataclass(frozen=True, slots=True)
class Tranche:
    """One facility's fixed terms, period by period."""

    name: str
    terms: Facility
    years: Series
    """The length of each period by the loan's day count."""
    level: Series
    """The rate of exchange at the end of each period, relative to close."""
    rate: Series
    """Interest that is paid (or added during construction), for each period."""
    pik: Series
    """Interest that is added in kind, for each period."""
    served: list[bool]
    repaying: list[bool]
    unit: Series
    """The principal of a balance of 1; nothing where it is sculpted."""
    spot: float

    def before(self, t: int) -> float:
        """The level at the end of the period before."""
        return self.level[t - 1] if t else 1.0

    def case_rate(self, t: int) -> float:
        """The rate for the period in the case's currency, interest in kind included."""
        return (1 + self.rate[t] + self.pik[t]) * self.level[t] / self.before(t) - 1


@dataclass(frozen=True, slots=True)
class Deal:
    """A case with everything that does not depend on size."""

    case: Case
    clock: Clock
    operation: Operation
    tranches: dict[str, Tranche]
    guarantees: dict[str, Guarantee]
    grants: dict[str, CapitalGrant]

    @property
    def ranks(self) -> list[int]:
        return sorted({tranche.terms.rank for tranche in self.tranches.values()})

    def of_rank(self, rank: int) -> list[Tranche]:
        return [tranche for tranche in self.tranches.values() if tranche.terms.rank == rank]

    @property
    def senior(self) -> list[Tranche]:
        """The facilities of the first rank."""
        return self.of_rank(self.ranks[0])

    @property
    def in_order(self) -> list[Tranche]:
        """As they are sized: by rank, then as listed, what pays the remainder last."""
        return sorted(self.tranches.values(), key=lambda one: (one.terms.sizing.remainder, one.terms.rank))


@dataclass(slots=True)
class Agreed:
    """What is signed at financial close."""

    uses: float
    reserve: float = 0.0
    sponsors: float = 0.0
    grants: dict[str, float] = field(default_factory=dict)
    commitments: dict[str, float] = field(default_factory=dict)
    """In the case's currency: what each loan brings when it is drawn by plan."""
    drawn_at: dict[str, float] = field(default_factory=dict)
    """The level at which each loan is drawn by plan."""
    principal: dict[str, Series] = field(default_factory=dict)
    """In own money."""

    def own(self, name: str) -> float:
        """The commitment in own money."""
        return self.commitments[name] / self.drawn_at[name]

    def highest(self, terms: Guarantee) -> float:
        """The most that a guarantor pays in total."""
        covered = sum(self.commitments[name] for name in terms.covers)
        limits = [terms.amount.number] if terms.amount is not None else []
        limits += [terms.cap_share.number * covered] if terms.cap_share is not None else []
        return min(limits)

    def cover(self, terms: Guarantee) -> float:
        """The cover at close."""
        covered = sum(self.commitments[name] for name in terms.covers)
        return min(terms.coverage.number * covered, self.highest(terms))


def deal_of(case: Case, clock: Clock, operation: Operation) -> Deal:
    """The deal of a case, as far as the replica goes; what it does not know fails."""
    guarantees, grants = {}, {}
    for key, terms in case.guarantees.items():
        assert isinstance(terms, FirstLossGuarantee | PartialCreditGuarantee), terms.type
        guarantees[key] = terms
    for key, grant in case.grants.items():
        assert isinstance(grant, CapitalGrant), grant.type
        assert grant.drawn in ("first", "pro_rata"), grant.drawn
        assert grant.tax_pool == "none", grant.tax_pool
        grants[key] = grant
    assert case.reserves.dsra.type == "cash"
    tranches = {name: _tranche(name, case, clock) for name in case.facilities}
    return Deal(case, clock, operation, tranches, guarantees, grants)


def one_facility(case: Case, name: str) -> Case:
    """The same case with one of its facilities alone."""
    return case.model_copy(update={"facilities": {name: case.facilities[name]}})


def _tranche(name: str, case: Case, clock: Clock) -> Tranche:
    terms = case.facilities[name]
    years = {
        "act_365": [clock.days(t) / 365 for t in clock.periods],
        "act_360": [clock.days(t) / 360 for t in clock.periods],
        "30_360": [clock.step / 12 for _ in clock.periods],
    }[terms.day_count]
    served = [not clock.building(t) and clock.months(t)[-1] <= terms.tenor_months.number for t in clock.periods]
    over = [clock.months(t)[-1] - clock.completion > terms.grace_months.number for t in clock.periods]
    repaying = [served[t] and over[t] for t in clock.periods]
    begun = [any(repaying[: t + 1]) for t in clock.periods]
    kind = terms.pik_margin.number if terms.pik_margin is not None else 0.0
    a_year = _a_year(terms, clock)
    rate = [(a_year[t] + (kind if begun[t] else 0.0)) * years[t] for t in clock.periods]
    return Tranche(
        name=name,
        terms=terms,
        years=years,
        level=_levels(terms, case, clock),
        rate=rate,
        pik=[0.0 if begun[t] else kind * years[t] for t in clock.periods],
        served=served,
        repaying=repaying,
        unit=_unit(name, case, clock, rate, repaying),
        spot=case.currencies[terms.currency].spot.number if terms.currency else 1.0,
    )


def _a_year(terms: Facility, clock: Clock) -> Series:
    """Base rate, margin and step-up."""
    base, margin = over_time(terms.base_rate, clock), over_time(terms.margin, clock)
    step_up = terms.step_up_rate.number if terms.step_up_rate is not None else 0.0
    return [
        base[t] + margin[t] + (step_up if t * clock.step >= terms.step_up_month.number else 0.0) for t in clock.periods
    ]


def _levels(terms: Facility, case: Case, clock: Clock) -> Series:
    """The path that rises by a rate a year, and the shock on it."""
    if terms.currency is None:
        return [1.0 for _ in clock.periods]
    money = case.currencies[terms.currency]
    if money.path == "given":
        assert money.rates is not None
        path = [rate / money.spot.number for rate in over_time(money.rates, clock)]
    else:
        assert money.path == "depreciation"
        assert money.depreciation is not None
        level, path = 1.0, []
        for rise in over_time(money.depreciation, clock):
            level *= (1 + rise) ** (clock.step / 12)
            path.append(level)
    struck = [clock.months(t)[-1] > money.shock_from_month.number for t in clock.periods]
    return [path[t] * (1 + money.shock.number * struck[t]) for t in clock.periods]


def _unit(name: str, case: Case, clock: Clock, rate: Series, repaying: list[bool]) -> Series:
    """Equal, balloon and given as for one loan; level payments at a rate that may have a part paid in kind before."""
    profile = case.facilities[name].repayment.profile
    if profile == "sculpted":
        return []
    if profile != "annuity":
        return unit_principal(one_facility(case, name), clock)
    factor, factors = 1.0, 0.0
    for t in clock.periods:
        factor /= 1 + rate[t] if repaying[t] else 1.0
        factors += factor if repaying[t] else 0.0
    owed, found = 1.0, []
    for t in clock.periods:
        found.append(1 / factors - owed * rate[t] if repaying[t] else 0.0)
        owed -= found[-1]
    return found
