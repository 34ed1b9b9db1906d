"""Risk sharing under uncertainty: who bears what, what support is worth and what it should cost, as plain records.

All amounts are present values at financial close. A *change* is against the case as it stands, gains above 0. A *loss*
is a change below 0, as an amount above 0, with what suppliers are paid for work left out: less work is no loss. Labels
are the English of the catalogue or texts of the case. What has no value is ``None``; ``reason`` says why.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from finmodel.results import Value
from finmodel.simulated import Spread

__all__ = [
    "NOBODY_LOSES", "NO_EXPOSURE", "NO_OUTLAY", "Borne", "FairFee", "LoadKind", "MovedParty", "RiskDistribution",
    "RiskLoad", "Sharing", "SupportValue", "Untold",
]  # fmt: skip

NOBODY_LOSES = "Nobody loses in any scenario: there are no shares."
NO_OUTLAY = "Its giver lays out nothing on average: there is nothing for each unit."
NO_EXPOSURE = "Nothing is guaranteed in any period: there is no rate a year."

LoadKind = Literal["none", "deviation", "capital"]


@dataclass(frozen=True, slots=True)
class Borne:
    """What one party bears over all scenarios."""

    party: str
    label: str
    public: bool
    base: float
    """Present value of its flows in the case as it stands."""
    change: Spread
    """Over the scenarios, with what suppliers are paid for work."""
    shortfall: float
    """Expected shortfall: mean of its worst 5 %, turnover left out; below 0 where it gains even then."""
    shortfall_error: Value
    expected_loss: float
    """Mean of its losses; scenarios in which it gains count as none."""
    share: Value
    """Of the expected losses of all parties."""
    stressed_share: Value
    """The same over the 5 % of scenarios in which all parties together lose most."""
    turnover: Value
    """Mean change of what it is paid for work; ``None`` for who is no supplier."""


@dataclass(frozen=True, slots=True)
class RiskDistribution:
    """Who bears what."""

    parties: Sequence[Borne]
    expected_loss: float
    """Mean of what the parties that lose in a scenario lose together; gains of others are not netted."""
    expected_loss_error: Value
    stressed_loss: float
    """The same over the 5 % of scenarios in which it is greatest."""
    private_share: Value
    """Share of the private side in the expected loss."""
    largest_sum: float
    """All changes of a scenario add to nothing: the furthest that any scenario is from it, and their mean."""
    mean_sum: float
    reason: str = ""
    """Why there are no shares."""


@dataclass(frozen=True, slots=True)
class RiskLoad:
    """What a guarantor asks beyond the expected loss.

    ``none``; ``deviation``: so many standard deviations of the loss; ``capital``: so much a year of the capital that
    stands behind the guarantee while it is in force: its expected shortfall at 95 % less the expected loss.
    """

    kind: LoadKind = "none"
    number: float = 0.0


@dataclass(frozen=True, slots=True)
class FairFee:
    """What a guarantee should cost, so that its giver neither gains nor loses on average, and what it does cost."""

    discount_rate: float
    drawn: float
    """Expected payments."""
    drawn_error: Value
    recovered: float
    """Expected repayment of claims by the company, with interest."""
    deviation: float
    """Standard deviation of the loss (payments less repayments), and its expected shortfall at 95 %."""
    shortfall: float
    load: float
    amount: float
    """Drawn less recovered, and the load: the fair fee as one sum at financial close."""
    exposure: float
    """What is guaranteed, summed over years and discounted: cover by schedule, or the revenue that is guaranteed."""
    a_year: Value
    """The fair fee as a rate a year of what is guaranteed."""
    cap: Value
    """The highest amount; ``None`` where there is none."""
    share_of_cap: Value
    charged: float
    """The fees of the case, as one sum and as the same rate a year."""
    charged_a_year: Value
    reason: str = ""


@dataclass(frozen=True, slots=True)
class MovedParty:
    """What an instrument moves for one party: the deal with it less the deal without it, on the same draws."""

    party: str
    label: str
    public: bool
    mean: float
    mean_error: Value
    stressed: float
    """Change of the 5th percentile of its present value: above 0 where the bad end gets better."""
    per_unit: Value
    """Mean for each unit of the expected outlay."""


@dataclass(frozen=True, slots=True)
class SupportValue:
    """What one instrument of support is worth under uncertainty."""

    name: str
    heading: str
    type: str
    label: str
    provider: str
    drawn: Spread | None
    """What is paid under a guarantee; ``None`` for grants and loans, which are not contingent."""
    outlay: float
    """What its giver is expected to lay out: payments under a guarantee less repayments, before fees; of other support,
    its cost. The unit of public money that everything is measured by."""
    cost: Spread
    """What its giver has less with it than without it, fees and repayments counted; below 0 where fees are more."""
    public_cost: float
    """Mean of what the whole public side has less: taxes, payments and its other support counted."""
    public_cost_error: Value
    parties: Sequence[MovedParty]
    default: tuple[float, float]
    """Probability that cover falls below the default level in any period: with it, without it."""
    default_change: float
    default_error: Value
    lenders_loss: tuple[float, float]
    """Present value of what lenders are never paid, expected: with it, without it."""
    lenders_change: float
    lenders_error: Value
    default_per_unit: Value
    lenders_per_unit: Value
    counted: int
    """Scenarios that have a solution with it and without it."""
    fee: FairFee | None = None
    reason: str = ""
    """Why there is nothing for each unit of outlay."""


@dataclass(frozen=True, slots=True)
class Untold:
    """An instrument without which the deal has no solution."""

    name: str
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class Sharing:
    """All of it, and how it was found."""

    case: str
    title: str
    currency: str
    scenario: str
    frozen: bool
    method: str
    seed: int
    scenarios: int
    counted: int
    load: RiskLoad
    risks: RiskDistribution | None
    support: Sequence[SupportValue]
    untold: Sequence[Untold] = ()
