"""The fair fee of a guarantee: what it is expected to pay, less what it gets back, and a load for risk if one is asked.

The pure premium is the actuary's: expected payments less expected repayments, discounted at one stated rate. It is also
what a strip of puts is worth where the draws have the drift of the market's own valuation; where they have the drift
that people expect, it is the expected cost, and the price of bearing it is the load.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.risk_distribution import TAIL, mean_error
from finmodel.analysis.simulation.spreads import tail_mean
from finmodel.results import Value
from finmodel.risk_distributions import NO_EXPOSURE, FairFee, RiskLoad

__all__ = ["Guaranteed", "fair_fee"]

Array = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Guaranteed:
    """A guarantee by period, with the debt and the plan as contracted."""

    discount_rate: float
    discount: Array
    """Discount factors by period, at that rate."""
    years: Array
    """Length of each period, in years."""
    exposure: Array
    """What is guaranteed in each period."""
    charged: Array
    """Fees of the case, by period."""
    cap: Value = None
    flow: bool = False
    """Whether what is guaranteed is money of the period, as revenue is; else it is a balance that stands for years."""

    @property
    def exposed(self) -> float:
        """What is guaranteed, added up over periods and discounted; a balance counts for every year that it stands."""
        length = 1.0 if self.flow else self.years
        return float((self.exposure * length * self.discount).sum())

    @property
    def years_in_force(self) -> float:
        """Discounted years in which anything is guaranteed."""
        return float((self.years * self.discount)[self.exposure > 0].sum())


def fair_fee(guaranteed: Guaranteed, drawn: Array, recovered: Array, load: RiskLoad) -> FairFee:
    """The fee that covers what is drawn on average, from present values of each scenario: (scenario,)."""
    lost = drawn - recovered
    expected = float(lost.mean())
    deviation = float(lost.std(ddof=1)) if lost.size > 1 else 0.0
    _, shortfall, _ = tail_mean(lost, TAIL)
    loaded = {
        "none": 0.0,
        "deviation": load.number * deviation,
        "capital": load.number * max(shortfall - expected, 0.0) * guaranteed.years_in_force,
    }[load.kind]
    amount, charged = expected + loaded, float((guaranteed.charged * guaranteed.discount).sum())
    exposed, cap = guaranteed.exposed, guaranteed.cap
    return FairFee(
        discount_rate=guaranteed.discount_rate,
        drawn=float(drawn.mean()),
        drawn_error=mean_error(drawn),
        recovered=float(recovered.mean()),
        deviation=deviation,
        shortfall=shortfall,
        load=loaded,
        amount=amount,
        exposure=exposed,
        a_year=amount / exposed if exposed > 0 else None,
        cap=cap,
        share_of_cap=amount / cap if cap else None,
        charged=charged,
        charged_a_year=charged / exposed if exposed > 0 else None,
        reason="" if exposed > 0 else NO_EXPOSURE,
    )
