"""Pooled: what a portfolio run found, as plain records that every document reads and none changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from finmodel.units import Unit

__all__ = [
    "Breach",
    "Concentration",
    "Diversification",
    "Percentiles",
    "Pooled",
    "PooledBondResult",
    "PooledDeal",
    "PooledKpi",
    "PooledLine",
    "PoolSimulation",
    "SpreadOf",
    "TrancheResult",
    "TrancheRisk",
    "TrustResult",
]

Value = float | None
ByYear = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class PooledKpi:
    """One key result of the pool: what it is called, its value, and why there is none if there is none."""

    label: str
    value: Value
    unit: Unit
    reason: str = ""


@dataclass(frozen=True, slots=True)
class PooledLine:
    """One figure of the pool by calendar year."""

    label: str
    unit: Unit
    values: ByYear


@dataclass(frozen=True, slots=True)
class PooledDeal:
    """One deal of a pool, alone: amounts are for the pool's share, in its money."""

    name: str
    label: str
    file: str
    share: float
    currency: str
    sector: str
    city: str
    kpis: Mapping[str, PooledKpi]
    """``total_uses``, ``total_debt``, ``equity_irr``, ``dscr_minimum``, ``capital_need``, ``cfads_value``."""
    lines: Mapping[str, PooledLine]
    """Its flows by calendar year, by the same names as those of the pool."""


@dataclass(frozen=True, slots=True)
class TrancheResult:
    """One tranche, as long as nothing happens that the base case does not have."""

    name: str
    label: str
    size: float
    coupon: float
    attachment: float
    """The share of the pool that must be lost before it loses anything."""
    detachment: float
    """The share of the pool at which all of it is lost."""
    loss: float
    """What is owed at maturity, discounted at the coupon, as a share of its size."""
    coverage: Value
    """What the pool pays after the fee, at the coupon of the tranches down to this one, over their size."""
    interest_coverage: Value
    """In the weakest year."""
    average_life: Value
    """Years to the average payment of principal; none where nothing is repaid."""
    internal_rate: Value
    """What it earns a year, with what is left over if it is the last."""
    lines: Mapping[str, PooledLine] = field(default_factory=dict)
    """``interest``, ``principal``, ``owed`` by year."""


@dataclass(frozen=True, slots=True)
class PooledBondResult:
    """A bond against the pooled cash flow."""

    label: str
    amount: float
    coupon: float
    target: float
    coverage_lowest: Value
    coverage_average: Value
    life_coverage: float
    years_below: int
    """Years in which cash is less than the coverage agreed."""
    loss: float
    lines: Mapping[str, PooledLine] = field(default_factory=dict)
    """``due``, ``cash``, ``paid``, ``coverage``, ``owed``."""


@dataclass(frozen=True, slots=True)
class TrustResult:
    """A trust that holds the pool and distributes."""

    paid_value: float
    """What it pays out, at the discount rate of the pool."""
    coverage_lowest: Value
    """Distributable cash over what is paid out, in the weakest year in which anything is, the last one apart."""
    years_above: tuple[int, ...]
    """The years in which debt is above the limit."""
    leverage_highest: Value
    limit: float
    lines: Mapping[str, PooledLine] = field(default_factory=dict)
    """``received``, ``expenses``, ``distributable``, ``paid``, ``kept``, ``leverage`` (and ``per_unit``)."""


@dataclass(frozen=True, slots=True)
class Concentration:
    """How much of the pool hangs on single ones of a kind: case, sector, city, currency, payer, guarantor."""

    kind: str
    measure: str
    """``uses``, ``debt``, ``cfads``, ``revenue`` or ``covered``."""
    shares: Mapping[str, float]
    """The largest first."""
    herfindahl: float
    limit: Value = None

    @property
    def largest(self) -> tuple[str, float]:
        """The largest one and its share."""
        return next(iter(self.shares.items()))

    @property
    def effective(self) -> float:
        """As many equal ones would be as concentrated: 1 ÷ the Herfindahl index."""
        return 1 / self.herfindahl if self.herfindahl else 0.0


@dataclass(frozen=True, slots=True)
class Breach:
    """A limit that is not kept: of what kind, by whom (or in which year), what is found and what was agreed."""

    kind: str
    """``case``, ``sector``, …, ``leverage``, ``bond_coverage``."""
    of: str
    found: float
    limit: float


@dataclass(frozen=True, slots=True)
class Percentiles:
    """A figure over all scenarios: mean and percentiles, for one value, or by year."""

    label: str
    unit: Unit
    mean: ByYear
    levels: Mapping[str, ByYear]
    """``p5``, ``p25``, ``p50``, ``p75``, ``p95``: one value, or one a year."""
    standard_error: ByYear = ()
    """Of the mean."""
    blank: tuple[int, ...] = ()
    """In how many scenarios there is no value, for each of the values."""


@dataclass(frozen=True, slots=True)
class TrancheRisk:
    """What a tranche loses over all scenarios."""

    name: str
    expected_loss: float
    standard_error: float
    loss_probability: float
    """The share of scenarios in which anything is lost."""
    loss_p95: float
    """As large as in all but the worst twentieth of scenarios."""
    loss_given_loss: Value
    coverage: Percentiles


@dataclass(frozen=True, slots=True)
class SpreadOf:
    """How far a value varies: mean, standard deviation, value at risk and expected shortfall at 95 %."""

    mean: float
    deviation: float
    value_at_risk: float
    shortfall: float


@dataclass(frozen=True, slots=True)
class Diversification:
    """How much less the pool varies than its deals do one by one; of the present value of one flow."""

    measure: str
    alone: Mapping[str, SpreadOf]
    pool: SpreadOf
    independent: SpreadOf
    """If the same deals had nothing to do with each other."""
    as_one: SpreadOf
    """If the worst of each fell on the worst of every other."""
    deviation_alone: float
    """The standard deviations of the deals, added up."""
    value_at_risk_alone: float

    @property
    def deviation_ratio(self) -> Value:
        """The pool's standard deviation over those of its deals; 1: nothing is diversified."""
        return self.pool.deviation / self.deviation_alone if self.deviation_alone else None

    @property
    def value_at_risk_ratio(self) -> Value:
        """The same for value at risk; none where the deals have none."""
        return self.pool.value_at_risk / self.value_at_risk_alone if self.value_at_risk_alone > 0 else None


@dataclass(frozen=True, slots=True)
class PoolSimulation:
    """What a portfolio run found over many scenarios."""

    scenarios: int
    unsolved: int
    """Of these, scenarios in which a deal has no solution: they are left out of everything below."""
    seed: int
    resized: bool
    """Whether debt was sized again in every scenario; else it is as contracted."""
    kpis: Mapping[str, Percentiles]
    lines: Mapping[str, Percentiles]
    tranches: Sequence[TrancheRisk] = ()
    bond: Mapping[str, Value] = field(default_factory=dict)
    """``expected_loss``, ``loss_probability``, ``below_probability`` (coverage agreed missed in any year)."""
    bond_coverage: Percentiles | None = None
    trust: Mapping[str, Value] = field(default_factory=dict)
    """``coverage_mean``, ``coverage_p5``, ``below_plan_probability``, ``limit_probability``."""
    trust_coverage: Percentiles | None = None
    """What can be distributed over what is planned to be, by year."""
    diversification: Sequence[Diversification] = ()
    default_probability: Mapping[str, Value] = field(default_factory=dict)
    """By deal, the share of scenarios in which it is in default at any time."""
    moved: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """What each common factor moves, as ``deal: path``."""


@dataclass(frozen=True, slots=True)
class Pooled:
    """A portfolio, computed: its deals, their sum by calendar year, and what stands on it."""

    name: str
    title: str
    description: str
    honest_note: str
    currency: str
    """As shown beside amounts, e.g. ``KZT million``."""
    years: Sequence[int]
    deals: Sequence[PooledDeal]
    kpis: Mapping[str, PooledKpi]
    lines: Mapping[str, PooledLine]
    tranches: Sequence[TrancheResult] = ()
    tranche_source: str = ""
    """``debt_service``, ``distributions`` or ``cfads``."""
    tranche_lines: Mapping[str, PooledLine] = field(default_factory=dict)
    """``collected``, ``fee``, ``reserve``, ``residual`` by year."""
    bond: PooledBondResult | None = None
    trust: TrustResult | None = None
    concentration: Mapping[str, Concentration] = field(default_factory=dict)
    breaches: Sequence[Breach] = ()
    simulation: PoolSimulation | None = None
    frozen: bool = False
    """Whether the debt of the deals is as contracted while scenarios are run; without scenarios it is sized once."""
    hashes: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of the portfolio file and of every case, and the version that computed this."""
