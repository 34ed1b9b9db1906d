"""What support is worth under uncertainty: the same draws with an instrument and without it, scenario by scenario.

Both deals meet the same luck, so that what differs is the instrument; the standard error of a difference is that of the
paired differences, which is far smaller than that of either mean.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.risk_distribution import SHOWN, Changes, mean_error
from finmodel.analysis.simulation.spreads import spread_of
from finmodel.inputs.support import Instrument
from finmodel.results import Value
from finmodel.risk_distributions import NO_OUTLAY, FairFee, MovedParty, SupportValue

__all__ = ["Deal", "support_value"]

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Deal:
    """One deal over all scenarios that count."""

    changes: Changes
    default: NDArray[np.bool_]
    """Where cover falls below the default level in any period."""
    unpaid: Array
    """Present value of what lenders are still owed when the periods of the case end."""
    drawn: Mapping[str, Array] = field(default_factory=dict)
    """Present value of what is paid under each guarantee."""
    recovered: Mapping[str, Array] = field(default_factory=dict)

    def only(self, counted: NDArray[np.bool_]) -> Deal:
        """The deal over some of its scenarios."""
        if counted.all():
            return self

        def kept(values: Mapping[str, Array]) -> dict[str, Array]:
            return {name: found[counted] for name, found in values.items()}

        changes = replace(self.changes, values=kept(self.changes.values), turnover=kept(self.changes.turnover))
        return Deal(changes, self.default[counted], self.unpaid[counted], kept(self.drawn), kept(self.recovered))


def support_value(
    instrument: Instrument,
    deals: tuple[Deal, Deal],
    *,
    labels: Mapping[str, str],
    public: Collection[str],
    fee: FairFee | None = None,
) -> SupportValue:
    """What an instrument moves, from the deal with it and the deal without it on the same draws."""
    with_it, without_it = deals
    moved = {party: found - without_it.changes.values[party] for party, found in with_it.changes.values.items()}
    giver = moved.get(instrument.provider, np.zeros(with_it.default.size))
    outlay = _outlay(instrument, with_it, giver)
    costs = outlay > with_it.changes.nothing

    def unit(value: float) -> Value:
        return value / outlay if costs else None

    losses = with_it.unpaid, without_it.unpaid
    fewer = with_it.default.astype(float) - without_it.default
    public_cost = -np.sum([moved[party] for party in moved if party in public], axis=0) + np.zeros(giver.size)
    lent, defaults = float((losses[0] - losses[1]).mean()), float(fewer.mean())
    return SupportValue(
        name=instrument.name,
        heading=instrument.heading,
        type=instrument.type,
        label=instrument.label,
        provider=instrument.provider,
        drawn=spread_of(with_it.drawn[instrument.name], percentiles=SHOWN)
        if instrument.name in with_it.drawn
        else None,
        outlay=outlay,
        cost=spread_of(-giver, percentiles=SHOWN),
        public_cost=float(public_cost.mean()),
        public_cost_error=mean_error(public_cost),
        parties=tuple(_moved(deals, party, x, labels, party in public, unit) for party, x in moved.items()),
        default=(float(with_it.default.mean()), float(without_it.default.mean())),
        default_change=defaults,
        default_error=mean_error(fewer),
        lenders_loss=(float(losses[0].mean()), float(losses[1].mean())),
        lenders_change=lent,
        lenders_error=mean_error(losses[0] - losses[1]),
        default_per_unit=unit(defaults),
        lenders_per_unit=unit(lent),
        counted=with_it.default.size,
        fee=fee,
        reason="" if costs else NO_OUTLAY,
    )


def _outlay(instrument: Instrument, deal: Deal, giver: Array) -> float:
    """Expected payments less repayments of a guarantee; of other support, what its giver has less."""
    drawn = deal.drawn.get(instrument.name)
    if drawn is None:
        return float(-giver.mean())
    recovered = deal.recovered.get(instrument.name)
    return float(drawn.mean()) - (0.0 if recovered is None else float(recovered.mean()))


def _moved(
    deals: tuple[Deal, Deal],
    party: str,
    moved: Array,
    labels: Mapping[str, str],
    public: bool,
    unit: Callable[[float], Value],
) -> MovedParty:
    low, lower = (np.percentile(deal.changes.values[party], SHOWN[0]) for deal in deals)
    mean = float(moved.mean())
    return MovedParty(party, labels.get(party, ""), public, mean, mean_error(moved), float(low - lower), unit(mean))
