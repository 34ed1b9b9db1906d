"""Results: what a run found, as plain records that every document reads and none changes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from finmodel.expr.graph import Graph
from finmodel.inputs.fact import Fact
from finmodel.inputs.table import InputTable
from finmodel.units import Unit

__all__ = [
    "Check",
    "FacilitySize",
    "Finding",
    "Kpi",
    "Measures",
    "MinimumSupport",
    "Payoff",
    "Period",
    "RecordRow",
    "RecordTable",
    "Results",
    "RiskEffect",
    "RiskSharing",
    "ScenarioInputs",
    "ScenarioResults",
    "SharedRisk",
    "SupportComparison",
    "SupportEffect",
    "SupportMeasures",
    "SupportPoint",
    "TargetState",
]

Value = float | None


@dataclass(frozen=True, slots=True)
class Kpi:
    """One key result: the scalar line it is, its value, and why there is none if there is none."""

    line: str
    value: Value
    unit: Unit
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Check:
    """One check: the value of its line, and whether it holds. ``kind`` is ``integrity`` or ``alert``."""

    line: str
    value: Value
    ok: bool
    kind: str


@dataclass(frozen=True, slots=True)
class FacilitySize:
    """How large a facility is: every limit on it by name, the one that binds, and the line that each limit is."""

    label: str
    commitment: float
    limits: Mapping[str, float]
    binding: str
    lines: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Period:
    """One period of the grid: its first and its last day."""

    start: date
    end: date


@dataclass(frozen=True, slots=True)
class ScenarioInputs:
    """A named scenario: its label, and the inputs whose values it changes."""

    name: str
    label: str
    inputs: Mapping[str, float | tuple[float, ...]] = field(default_factory=dict)
    parent: str = ""
    """The scenario that it builds on; nothing if that is the case itself."""


@dataclass(frozen=True, slots=True)
class ScenarioResults:
    """What a scenario comes to: key results and checks by name, or why there are none."""

    kpis: Mapping[str, Kpi] = field(default_factory=dict)
    checks: Mapping[str, Check] = field(default_factory=dict)
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class Measures:
    """How a deal stands, as it is or when a risk happens; ``reasons`` say why there is no value, by name."""

    dscr_minimum: Value
    llcr_minimum: Value
    equity_irr: Value
    default_periods: int
    lockup_periods: int
    arrears_highest: float
    """What lenders wait for in the worst period."""
    sponsor_support: float
    """What sponsors pay in beyond their commitment."""
    guarantees: Mapping[str, float] = field(default_factory=dict)
    """What lenders draw in total on each guarantee, by its name."""
    reasons: Mapping[str, str] = field(default_factory=dict)

    @property
    def guarantee_drawn(self) -> float:
        """What lenders draw in total on all guarantees."""
        return sum(self.guarantees.values())


@dataclass(frozen=True, slots=True)
class RiskEffect:
    """What changes, by party, when a risk happens to the deal as contracted; amounts are present values."""

    parties: Mapping[str, float]
    """The change for every party and for the company: they add to zero."""
    turnover: Mapping[str, float]
    """Of that, what suppliers receive more or less for work, and the account bank pays for money on account: neither
    a gain nor a loss, for work costs the supplier and money serves the bank."""
    shares: Mapping[str, float]
    """Who bears what share of the loss; nothing where nobody loses."""
    loss: float
    """What all parties that lose, lose together, turnover apart."""
    impact: float
    """The loss as a share of the total uses of funds."""
    expected_cost: float
    """Probability × loss."""
    expected: Mapping[str, float]
    """Probability × change, by party."""
    private_share: Value
    """The share of the loss that the private side bears; ``None`` where nobody loses."""
    lenders_loss: float
    measures: Measures


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a reader should be told of a risk: its kind, about whom, with which numbers."""

    kind: str
    party: str = ""
    intended: float = 0.0
    found: float = 0.0


@dataclass(frozen=True, slots=True)
class SharedRisk:
    """A risk as the case states it, and its effect if it moves a figure of the case."""

    name: str
    id: str
    label: str
    category: str
    phase: str
    description: str
    mitigation: str
    probability: float
    allocation: str
    """``publicAuthority``, ``privateParty``, ``shared`` or ``undefined``."""
    intended: Mapping[str, float]
    """Shares by party, or by side where the case states no more."""
    intended_private: Value
    drivers: Mapping[str, float | tuple[float, ...]]
    """The inputs that move, with what they move to."""
    effect: RiskEffect | None = None
    findings: Sequence[Finding] = ()


@dataclass(frozen=True, slots=True)
class RiskSharing:
    """Who bears which risk: each risk alone on the base case, debt as contracted, all in one run."""

    parties: Sequence[str] = ()
    """Every party, the company last."""
    public: Sequence[str] = ()
    """The parties of the public side."""
    suppliers: Sequence[str] = ()
    """Suppliers and account bank, whose turnover is shown apart."""
    base: Measures | None = None
    risks: Sequence[SharedRisk] = ()
    expected_cost: float = 0.0
    """Of all computed risks together, and the part of it that the private side bears: the sums of single risks."""
    expected_private: float = 0.0


@dataclass(frozen=True, slots=True)
class RecordRow:
    """One row of a table of record: the line it shows, and its value in each column."""

    line: str
    label: str
    """Of the line, with its instance; documents translate it by the line."""
    unit: Unit
    values: Sequence[Value]
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class RecordTable:
    """A table that a reviewer expects, of values of lines: ``columns`` are years, or what else ``by`` says."""

    key: str
    columns: Sequence[str]
    rows: Sequence[RecordRow]
    by: str = "year"

    def row(self, line: str) -> RecordRow:
        """The row of a line; raises ``KeyError`` if the table has none."""
        for row in self.rows:
            if row.line == line:
                return row
        raise KeyError(line)


@dataclass(frozen=True, slots=True)
class Payoff:
    """What an instrument pays in one year against how much is achieved, used or earned."""

    name: str
    """The stream, guarantee or share."""
    by: str
    """What the levels are shares of: the planned ``achievement``, ``savings``, ``use`` or ``revenue``, or the
    ``forecast`` of revenue."""
    year: int
    levels: Sequence[float]
    rows: Sequence[RecordRow]
    """A line each, with its sum over the year at every level."""


@dataclass(frozen=True, slots=True)
class SupportMeasures:
    """How a deal stands with or without an instrument of support."""

    equity_irr: Value
    dscr_minimum: Value
    llcr_minimum: Value
    total_uses: Value
    senior_debt: Value
    total_debt: Value
    concessionality: Value
    """``None`` where the case does not measure it."""
    default_periods: int
    lenders_loss: float
    """What lenders have less, in present value, than in the same deal while no risk happens."""


@dataclass(frozen=True, slots=True)
class SupportComparison:
    """A deal with an instrument of support, less the same deal without it; amounts are present values."""

    with_it: SupportMeasures
    without_it: SupportMeasures | None
    """``None`` where there is no such deal without it: see ``trouble``."""
    parties: Mapping[str, float] = field(default_factory=dict)
    """What each party and the company have more with the instrument than without: they add to zero."""
    cost: Value = None
    """What the provider has less: the public money that the instrument costs; ``None`` where it costs nothing."""
    per_unit: Mapping[str, float] = field(default_factory=dict)
    """What each party has more for each unit of that money; nothing where it costs nothing."""
    trouble: str = ""
    """The line that refuses the deal without it, or what the engine said."""


@dataclass(frozen=True, slots=True)
class SupportEffect:
    """What one instrument of support really moves: when the deal is made, and when it is signed and risks happen."""

    name: str
    heading: str
    """``facilities``, ``grants`` or ``guarantees``."""
    type: str
    label: str
    provider: str
    resized: SupportComparison
    """The deal structured with it, and structured anew without it."""
    signed: SupportComparison
    """The deal as contracted, with the instrument's flows and without them, while no risk happens."""
    risks: Mapping[str, SupportComparison] = field(default_factory=dict)
    """The same under each risk of the case, alone."""


@dataclass(frozen=True, slots=True)
class TargetState:
    """One target of a deal: what is asked for, what there is, and what there is to spare (below 0: it is missed)."""

    line: str
    """The line that says what there is to spare."""
    target: float
    found: Value
    to_spare: Value

    @property
    def holds(self) -> bool:
        """Whether it is reached, within what rounding leaves."""
        return self.to_spare is not None and self.to_spare >= -1e-10


@dataclass(frozen=True, slots=True)
class SupportPoint:
    """A deal with so much support: the lever's value, every target, and key results by line."""

    lever: float
    targets: Sequence[TargetState]
    values: Mapping[str, Value]
    refused: str = ""
    """Why there is no such deal: the line that refuses it, or what the engine said."""

    @property
    def holds(self) -> bool:
        """Whether every target is reached."""
        return not self.refused and all(target.holds for target in self.targets)


@dataclass(frozen=True, slots=True)
class MinimumSupport:
    """The least support with which a deal reaches its targets, or that it needs none, or why none is enough."""

    answer: str
    """``none_needed``, ``found`` or ``not_reachable``."""
    lever: str
    """The input that is moved, and its path in the case."""
    path: str
    without: SupportPoint
    most: SupportPoint
    best: SupportPoint
    """With the least support that is enough; where none is, the point that comes nearest to all targets."""
    binding: Sequence[str] = ()
    """The targets (by line) that just a little less support would miss; where none is enough, those never reached."""
    together: bool = False
    """Not reachable although each target is reached with some support: they are not reached together."""


@dataclass(frozen=True, slots=True)
class Results:
    """One case, computed: the graph, the inputs, and the value of every line (``None`` where it is blank)."""

    name: str
    title: str
    currency: str
    """As shown beside amounts, e.g. ``KZT million``."""
    period_months: int
    graph: Graph
    inputs: InputTable
    periods: Sequence[Period]
    series: Mapping[str, tuple[Value, ...]]
    values: Mapping[str, Value]
    kpis: Mapping[str, Kpi]
    checks: Mapping[str, Check]
    contract: Mapping[str, float | tuple[float, ...]]
    """The value of every freezable line at financial close (the base case, re-sized)."""
    scenarios: Sequence[ScenarioInputs] = ()
    scenario_results: Mapping[str, ScenarioResults] = field(default_factory=dict)
    """What each scenario comes to with the debt as contracted; of the base case only."""
    scenario: str = "base"
    frozen: bool = False
    passes: int = 0
    """Passes the solved lines needed."""
    hashes: Mapping[str, str] = field(default_factory=dict)
    """SHA-256 of the case file and of the inputs, and the version that computed this."""
    risk_sharing: RiskSharing = field(default_factory=RiskSharing)
    """Who bears the risks that the case states; of the base case only."""
    support_effects: Sequence[SupportEffect] = ()
    """The base case with and without each instrument of support."""
    minimum_support: MinimumSupport | None = None
    """The least support with which the base case reaches its targets, where the case states targets and a lever."""
    facilities: Mapping[str, FacilitySize] = field(default_factory=dict)
    """The size of every facility with its limits, as agreed at financial close or as sized again."""
    tables: Mapping[str, RecordTable] = field(default_factory=dict)
    """Tables by year and the like of what the case states: ``termination``, ``fiscal``, ``value_for_money``."""
    payoffs: Sequence[Payoff] = ()
    """What instruments of revenue pay against how much is achieved, used or earned."""
    facts: Mapping[str, Sequence[Fact]] = field(default_factory=dict)
    """What is known in words: of the ``vehicle``, and of the ``classification`` in public accounts."""
    details: Mapping[str, object] = field(default_factory=dict)
    """What the case says in words: parties, security, conditions, texts for the term sheet."""
    kind: str = "project"
    """``project``, or ``issuance``: bonds that stand alone."""

    @property
    def is_issuance(self) -> bool:
        """Whether these are the results of an issuance of bonds, and not of a project."""
        return self.kind == "issuance"

    def of(self, name: str) -> tuple[Value, ...] | Value:
        """The value or values of a line."""
        return self.series[name] if name in self.series else self.values[name]
