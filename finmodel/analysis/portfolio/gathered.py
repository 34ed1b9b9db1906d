"""What a portfolio run found in every scenario: the pool summed up chunk by chunk, and what stands on it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.portfolio.deals import present_value
from finmodel.analysis.portfolio.flows import FLOWS, Flows, pooled_flows
from finmodel.analysis.portfolio.ledger import Ledger
from finmodel.analysis.portfolio.pool import cover_of, kpi_values
from finmodel.analysis.portfolio.standing import tranche_coverage
from finmodel.analysis.portfolio.structures import Structures, structures_of
from finmodel.inputs.portfolio import Portfolio

__all__ = ["MEASURES", "Gathering", "gathered"]

Array = NDArray[np.float64]
Arrays = Mapping[str, Array]

MEASURES: Mapping[str, str] = {
    "cfads_value": "CFADS, present value",
    "distributions_value": "Distributions less what is paid in, present value",
}
"""What of each deal is kept in every scenario, so that deals can be compared with the pool."""


@dataclass(frozen=True, slots=True)
class Gathering:
    """What every chunk is summed up with: the portfolio, its calendar, its deals, its tranches as issued."""

    portfolio: Portfolio
    calendar: range
    deals: Sequence[str]
    sizes: tuple[float, ...]


def gathered(how: Gathering, ledger: Ledger) -> dict[str, Array]:
    """By name, one value a scenario, or (year, scenario); NaN where a deal has no solution.

    ``kpi:NAME``, ``line:NAME`` (year, scenario), ``deal:DEAL:MEASURE``, ``default:DEAL``, ``loss:TRANCHE``,
    ``coverage:TRANCHE``, ``bond:loss``, ``bond:coverage`` (year, scenario), ``trust:paid``, ``trust:distributable`` and
    ``trust:above`` (year, scenario), ``ok``.
    """
    chunks = [dict(_chunk(how, ledger, number)) for number in range(ledger.chunks)]
    return {name: np.concatenate([chunk[name] for chunk in chunks], axis=-1) for name in chunks[0]}


def _chunk(how: Gathering, ledger: Ledger, number: int) -> Iterator[tuple[str, Array]]:
    rate = how.portfolio.portfolio.discount_rate.number
    deals: list[Flows] = []
    ok: NDArray[np.bool_] | None = None
    for deal in how.deals:
        found = ledger.read((deal, number))
        flows = {name: np.asarray(found[name], float) for name in FLOWS}
        deals.append(Flows(how.calendar.start, flows))
        fine = np.asarray(found["ok"], bool)
        ok = fine if ok is None else ok & fine
        yield f"default:{deal}", np.where(fine, np.asarray(found["default"], float), np.nan)
        yield f"deal:{deal}:cfads_value", present_value(flows["cfads"], rate)
        yield f"deal:{deal}:distributions_value", present_value(flows["distributions"] - flows["paid_in"], rate)
    assert ok is not None
    yield "ok", ok.astype(float)
    pool = _known(pooled_flows(deals), ok)
    structures = structures_of(how.portfolio, pool, how.sizes)
    computed = {**_of_pool(pool, rate), **_of_structures(structures)}
    yield from ((name, np.where(ok, values, np.nan)) for name, values in computed.items())


def _known(pool: Flows, ok: NDArray[np.bool_]) -> Flows:
    """The pool with nothing in scenarios without a solution, which are blanked once all is computed."""
    return pool if ok.all() else Flows(pool.first, {name: np.where(ok, x, 0.0) for name, x in pool.values.items()})


def _of_pool(pool: Flows, rate: float) -> dict[str, Array]:
    found = {f"kpi:{name}": values for name, values in kpi_values(pool, rate).items()}
    found |= {f"line:{name}": values for name, values in pool.values.items()}
    return found | {"line:dscr": cover_of(pool.values)}


def _of_structures(structures: Structures) -> dict[str, Array]:
    found: dict[str, Array] = {}
    if structures.tranches is not None:
        names = structures.tranches.terms.names
        loss, coverage = structures.tranches.loss(), tranche_coverage(structures.tranches)
        found |= {f"loss:{name}": loss[rank] for rank, name in enumerate(names)}
        found |= {f"coverage:{name}": coverage[rank] for rank, name in enumerate(names)}
    if structures.bond is not None:
        found |= {"bond:loss": structures.bond.loss(), "bond:coverage": structures.bond.coverage()}
    if structures.trust is not None:
        trust = structures.trust
        found |= {"trust:paid": trust.paid, "trust:distributable": trust.distributable}
        found["trust:above"] = trust.above_limit.astype(float)
    return found
