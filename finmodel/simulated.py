"""Simulations: what a Monte Carlo run of a case found, as plain records that every document reads.

Percentiles are by name of the share (5 for 5 %), between two scenarios in proportion. Standard errors are those of
simple random draws; Latin hypercube and Sobol draws err less. Present values are at financial close, at the project's
discount rate. Labels are the English of the catalogue or texts of the case. What has no value is ``None``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from finmodel.inputs.uncertainty_stated import StatedUncertainty
from finmodel.results import Value
from finmodel.units import Unit

__all__ = [
    "PERCENTILES", "Beyond", "Chance", "Convergence", "Curve", "Driver", "DriverRanking", "Fan", "LendersLoss",
    "PartyRisk",
    "Simulation", "SimulatedKpi", "Spread", "YearlyCost",
]  # fmt: skip

PERCENTILES = (1, 5, 10, 25, 50, 75, 90, 95, 99)
"""The percentiles that are told of every result."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How a result is spread over the scenarios in which it has a value."""

    count: int
    """Scenarios in which it has a value, and in which it has none."""
    blanks: int
    mean: Value
    mean_error: Value
    """Standard error of the mean."""
    deviation: Value
    """Standard deviation (of a sample: n − 1)."""
    lowest: Value
    highest: Value
    percentiles: Mapping[int, Value] = field(default_factory=dict)
    percentile_errors: Mapping[int, Value] = field(default_factory=dict)
    """A quarter of the distance between the ranks two binomial standard errors below and above the percentile."""


@dataclass(frozen=True, slots=True)
class SimulatedKpi:
    """A key result over all scenarios."""

    name: str
    line: str
    label: str
    unit: Unit
    base: Value
    """In the case as it stands."""
    spread: Spread
    of: str = ""
    """The label of the instance it belongs to, such as a shareholder; nothing for a result of the whole."""


@dataclass(frozen=True, slots=True)
class Chance:
    """The probability of something, as the share of scenarios in which it happens."""

    name: str
    """``default``, ``lock_up``, ``below_hurdle`` or ``check_fails``."""
    label: str
    value: Value
    error: Value
    """Standard error."""
    count: int
    """Scenarios in which it happens, of the scenarios that count."""
    blanks: int = 0
    """Of these, scenarios that have no return and are counted as below the hurdle."""
    certain: bool = False
    """Whether it happens, or the check fails, in the case as it stands too."""


@dataclass(frozen=True, slots=True)
class YearlyCost:
    """What a guarantee or a minimum revenue guarantee costs whoever gave it, by calendar year."""

    name: str
    kind: str
    """``guarantee`` or ``revenue_guarantee``."""
    label: str
    payer: str
    discount: str
    """The label of the discount factor at which its present value is taken."""
    years: Sequence[int]
    mean: Sequence[float]
    mean_error: Sequence[float]
    stressed: Sequence[float]
    """The 95th percentile of each year."""
    chance: Sequence[float]
    """Share of scenarios in which anything is paid in the year."""
    total: Spread
    """Of the sum over all years."""
    present_value: Spread
    base: Sequence[float]
    """In the case as it stands."""


@dataclass(frozen=True, slots=True)
class PartyRisk:
    """What a party may lose: losses are present values below those of the case as it stands, gains are below 0.

    Value at risk at 95 % is the loss that is exceeded in 5 % of the scenarios (the 95th percentile of the loss);
    conditional value at risk is the mean of the worst 5 % of the losses.
    """

    party: str
    label: str
    public: bool
    base: float
    present_value: Spread
    expected_loss: float
    """Mean of the loss, gains included."""
    value_at_risk: float
    value_at_risk_error: Value
    conditional_value_at_risk: float
    conditional_error: Value
    chance_of_loss: float


@dataclass(frozen=True, slots=True)
class LendersLoss:
    """What lenders never get: all that they are still owed when the periods of the case end, at its present value.

    Principal, interest and default interest; what guarantors have paid is not owed to lenders. What changes in the rate
    of interest make of their present value is not a loss, and stands with each lender among the parties.
    """

    expected: float
    error: Value
    chance: float
    """Share of scenarios in which anything is never paid."""
    when_lost: Value
    """The mean where anything is lost; ``None`` where nothing ever is."""
    value_at_risk: float
    conditional_value_at_risk: float
    share_of_debt: Value
    """The expected loss as a share of all loans."""


@dataclass(frozen=True, slots=True)
class Convergence:
    """What the first scenarios alone would have said: estimates at a sixteenth, an eighth … and all of them."""

    counts: Sequence[int]
    estimates: Mapping[str, Sequence[Value]]
    """By name: ``<kpi>.mean``, ``<kpi>.p5``, ``<kpi>.p50``, ``<kpi>.p95`` and the probabilities."""
    errors: Mapping[str, Sequence[Value]]


@dataclass(frozen=True, slots=True)
class Driver:
    """What one variable, process or risk does to a result."""

    name: str
    label: str
    kind: str
    """``variable``, ``process``, ``risk`` or ``event``."""
    rank_correlation: Value
    """Spearman, between what is drawn (of a process, its mean over time) and the result."""
    regression: Value
    """Standardised coefficient of a linear regression of the ranks on all drivers."""
    share: Value
    """Contribution to variance: rank correlation squared, as a share of the sum over all drivers, with its sign."""


@dataclass(frozen=True, slots=True)
class DriverRanking:
    """The drivers of one result, the strongest first."""

    kpi: str
    drivers: Sequence[Driver]
    explained: Value
    """R² of the regression: what is left is curvature, interplay, and what happened only to some."""
    counted: int


@dataclass(frozen=True, slots=True)
class Fan:
    """A line by period: its percentiles over the scenarios in which it has a value there."""

    line: str
    label: str
    unit: Unit
    ends: Sequence[date]
    """The last day of each period."""
    percentiles: Mapping[int, Sequence[Value]]
    mean: Sequence[Value]
    base: Sequence[Value]
    counts: Sequence[int]
    """Scenarios in which it has a value, by period."""


@dataclass(frozen=True, slots=True)
class Curve:
    """An S-curve: the share of scenarios in which a return is at or below each level; without a return, below all."""

    kpi: str
    levels: Sequence[float]
    shares: Sequence[float]
    blanks: int


@dataclass(frozen=True, slots=True)
class Beyond:
    """Values that were drawn beyond the bounds of a figure and held at them."""

    figure: str
    held: int
    drawn: int


@dataclass(frozen=True, slots=True)
class Simulation:
    """All that was found."""

    case: str
    title: str
    currency: str
    scenario: str
    """The scenario of the case that draws start from, ``base`` as a rule."""
    frozen: bool
    """Whether the debt stays as contracted; else it is sized again in every scenario."""
    method: str
    seed: int
    scenarios: int
    counted: int
    """Scenarios on which everything rests: all but those that did not converge."""
    not_converged: Sequence[int]
    """Their numbers, from 1; empty with the debt as contracted."""
    trouble: str
    """What the engine said of the first of them."""
    uncertainty: StatedUncertainty
    kpis: Sequence[SimulatedKpi]
    chances: Sequence[Chance]
    costs: Sequence[YearlyCost]
    parties: Sequence[PartyRisk]
    lenders: LendersLoss
    convergence: Convergence
    rankings: Sequence[DriverRanking]
    fans: Sequence[Fan]
    curves: Sequence[Curve]
    beyond: Sequence[Beyond] = ()
    hashes: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of the case file and of the inputs, and the version that computed this."""

    def kpi(self, name: str) -> SimulatedKpi:
        """The key result of a name; raises ``KeyError`` if there is none."""
        for kpi in self.kpis:
            if kpi.name == name:
                return kpi
        raise KeyError(name)

    def chance(self, name: str) -> Chance:
        """The probability of a name; raises ``KeyError`` if there is none."""
        for chance in self.chances:
            if chance.name == name:
                return chance
        raise KeyError(name)

    def party(self, name: str) -> PartyRisk:
        """What a party may lose; raises ``KeyError`` if there is no such party."""
        for party in self.parties:
            if party.party == name:
                return party
        raise KeyError(name)
