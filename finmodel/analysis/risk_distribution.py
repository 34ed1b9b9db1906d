"""Who bears what under uncertainty: losses by party over scenarios, from the present values of all parties."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.simulation.spreads import spread_of, tail_mean
from finmodel.results import Value
from finmodel.risk_distributions import NOBODY_LOSES, Borne, RiskDistribution

__all__ = ["SHOWN", "TAIL", "Changes", "mean_error", "risk_distribution", "tail_weights"]

Array = NDArray[np.float64]

SHOWN = (5, 50, 95)
"""The percentiles of tables by party."""
TAIL = 0.95
"""Values at risk and expected shortfalls are those of the worst 5 %."""
_NOTHING = 1e-7
"""What rounding leaves of nothing, as a share of the largest present value."""


@dataclass(frozen=True)
class Changes:
    """Present values by party over scenarios: (scenario,), and in the case as it stands."""

    values: Mapping[str, Array]
    base: Mapping[str, float]
    turnover: Mapping[str, Array] = field(default_factory=dict)
    """Of these, what suppliers are paid for work, with its base under the same name."""
    base_turnover: Mapping[str, float] = field(default_factory=dict)

    @property
    def nothing(self) -> float:
        """Amounts below this are nothing."""
        return _NOTHING * max((abs(value) for value in self.base.values()), default=0.0)

    def change(self, party: str) -> Array:
        """What a party has more than in the case as it stands."""
        return self.values[party] - self.base[party]

    def worked(self, party: str) -> Array | float:
        """What it is paid more for work."""
        return self.turnover[party] - self.base_turnover[party] if party in self.turnover else 0.0

    def loss(self, party: str) -> Array:
        """What it loses; 0 where it gains, and turnover left out."""
        lost = np.maximum(self.worked(party) - self.change(party), 0.0)
        return np.where(lost > self.nothing, lost, 0.0)


def risk_distribution(
    changes: Changes, labels: Mapping[str, str] | None = None, public: Collection[str] = ()
) -> RiskDistribution:
    """The table of who bears what. All changes of a scenario add to zero where every flow has two ends."""
    losses = {party: changes.loss(party) for party in changes.values}
    together = _summed(losses.values())
    worst = tail_weights(together, TAIL)
    expected, stressed = float(together.mean()), float(worst @ together)
    sums = _summed(changes.change(party) for party in changes.values)
    private = float(sum(losses[party].mean() for party in losses if party not in public))
    return RiskDistribution(
        parties=tuple(
            _borne(changes, party, losses[party], (expected, stressed), worst, (labels or {}).get(party, ""), public)
            for party in changes.values
        ),
        expected_loss=expected,
        expected_loss_error=mean_error(together),
        stressed_loss=stressed,
        private_share=private / expected if expected else None,
        largest_sum=float(np.abs(sums).max()),
        mean_sum=float(sums.mean()),
        reason="" if expected else NOBODY_LOSES,
    )


def _borne(
    changes: Changes,
    party: str,
    lost: Array,
    totals: tuple[float, float],
    worst: Array,
    label: str,
    public: Collection[str],
) -> Borne:
    expected, stressed = totals
    change = changes.change(party)
    worked = changes.worked(party)
    _, shortfall, error = tail_mean(np.asarray(worked - change), TAIL)
    return Borne(
        party=party,
        label=label,
        public=party in public,
        base=changes.base[party],
        change=spread_of(change, percentiles=SHOWN),
        shortfall=shortfall,
        shortfall_error=error,
        expected_loss=float(lost.mean()),
        share=float(lost.mean()) / expected if expected else None,
        stressed_share=float(worst @ lost) / stressed if stressed else None,
        turnover=float(np.mean(worked)) if party in changes.turnover else None,
    )


def tail_weights(losses: Array, share: float) -> Array:
    """What each scenario counts in the worst part of all, such as 5 %; those that are alike at its edge count alike."""
    size = losses.size * (1 - share)
    edge = np.sort(losses)[-max(int(np.ceil(size - 1e-9)), 1)]
    above, tied = losses > edge, losses == edge
    return np.asarray((above + tied * (size - above.sum()) / tied.sum()) / size)


def mean_error(values: Array) -> Value:
    """The standard error of a mean; none of a single value."""
    return float(values.std(ddof=1)) / values.size**0.5 if values.size > 1 else None


def _summed(arrays: Iterable[Array]) -> Array:
    return np.asarray(np.sum(list(arrays), axis=0))
