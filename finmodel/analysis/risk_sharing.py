"""Risk sharing: every risk of a case as one column of one run, and who then has more or less than in the base case."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from finmodel.analysis.lenders import lenders_of, loss_of_lenders
from finmodel.engines.numpy_engine import Batch, NumpyEngine
from finmodel.engines.words_reasons import blank_reason
from finmodel.expr.graph import Graph
from finmodel.inputs.risks import PRIVATE, PUBLIC, Risk
from finmodel.inputs.text import label_of
from finmodel.model.parties import COMPANY
from finmodel.results import Finding, Measures, Results, RiskEffect, RiskSharing, SharedRisk, Value

__all__ = ["DIFFERS", "risk_lines", "share_risks", "stacked", "supply_lines"]

DIFFERS = 0.10
"""Points by which a share must differ from what was intended before it is worth saying."""
_SLIGHT = 0.001
"""Share of a loss from which on it is worth saying that lenders bear it; less would be shown as nothing."""

_SUPPLY = ("capex", "opex", "lifecycle")
"""Roles of the cash lines by which the company pays for work."""
_ACCOUNT_BANK = "account_bank"
"""Pays interest for the money it holds, as a supplier is paid for work."""
_SPONSOR = "sponsor"
_BLANKS = ("dscr_minimum", "llcr_minimum", "equity_irr")
_MEASURES = (*_BLANKS, "default_periods", "lockup_periods_count", "arrears", "support_total")
_FLOWS = ("company_net", "project_discount_factor", "equity_cash_flow")
_NOTHING = 1e-7
"""What rounding leaves of nothing, as a share of the largest present value."""

Array = NDArray[np.float64]
Inputs = Mapping[str, float | tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class _Run:
    """All risks, computed: the base case in column 0 and a risk in each column after it."""

    results: Results
    batch: Batch
    values: Mapping[str, Array]
    """The present value of every party's flows and of the change in the company's cash, by scenario."""
    turnover: Mapping[str, Array]
    """Of that, what is paid for work, or for money on account."""
    lenders: Collection[str]
    public: Collection[str]
    nothing: float
    """Present values below this are nothing."""


def share_risks(
    results: Results,
    risks: Mapping[str, Risk],
    shocks: Mapping[str, Inputs],
    public: Sequence[str],
    engine: NumpyEngine | None = None,
) -> RiskSharing:
    """Who bears the risks of a case, from the results of its base case.

    ``shocks`` gives the inputs that a risk changes, by its name; a risk that is not among them is only listed. All run
    at once with the debt as contracted. ``public`` names the parties of the public side; ``engine`` computes at least
    ``risk_lines``, where there is one that does.
    """
    run = _run(results, list(shocks.values()), public, engine)
    columns = {name: column for column, name in enumerate(shocks, start=1)}
    shared = tuple(_shared(run, name, risk, shocks.get(name, {}), columns.get(name)) for name, risk in risks.items())
    effects = [risk.effect for risk in shared if risk.effect is not None]
    return RiskSharing(
        parties=tuple(run.values),
        public=tuple(public),
        suppliers=tuple(run.turnover),
        base=_measures(run, 0),
        risks=shared,
        expected_cost=sum(effect.expected_cost for effect in effects),
        expected_private=sum(effect.expected_cost * (effect.private_share or 0.0) for effect in effects),
    )


def risk_lines(results: Results) -> list[str]:
    """The lines that risk sharing reads."""
    graph = results.graph
    supply = (name for lines in supply_lines(graph).values() for name in lines)
    return [*_parties(graph).values(), *supply, *_MEASURES, *_FLOWS, *_guarantees(graph).values()]


def _run(results: Results, shocks: Sequence[Inputs], public: Sequence[str], engine: NumpyEngine | None) -> _Run:
    graph = results.graph
    parties, supply = _parties(graph), supply_lines(graph)
    engine = engine or NumpyEngine(graph, len(results.periods), outputs=risk_lines(results))
    batch = engine.run(stacked(results, shocks), frozen=dict(results.contract), scenarios=len(shocks) + 1)
    discount = batch.lines["project_discount_factor"]
    values = {party: _wide(batch.lines[name], batch) for party, name in parties.items()}
    values[COMPANY] = _wide((batch.lines["company_net"] * discount).sum(axis=0), batch)
    turnover = {
        party: _wide(sum((sign * batch.lines[name] * discount).sum(axis=0) for name, sign in lines.items()), batch)
        for party, lines in supply.items()
    }
    scale = max(float(np.abs(found).max()) for found in values.values())
    return _Run(results, batch, values, turnover, lenders_of(graph), public, _NOTHING * scale)


def _parties(graph: Graph) -> dict[str, str]:
    """The line of each party's present value."""
    return {line.instance.removeprefix("party_"): line.name for line in graph.tagged(party="present_value")}


def supply_lines(graph: Graph) -> dict[str, dict[str, float]]:
    """The lines by which each supplier is paid for its work (1), and the account bank pays for money it holds (-1)."""
    found: dict[str, dict[str, float]] = {}
    for role in _SUPPLY:
        for line in graph.tagged(cash=role):
            found.setdefault(line.tags["payee"], {})[line.name] = 1.0
    for line in graph.tagged(payer=_ACCOUNT_BANK):
        found.setdefault(_ACCOUNT_BANK, {})[line.name] = -1.0
    return found


def _guarantees(graph: Graph) -> dict[str, str]:
    """The line that says what is drawn in total, by guarantee."""
    return {line.instance: line.name for line in graph.tagged(guarantee="drawn_total")}


def stacked(results: Results, shocks: Sequence[Inputs]) -> dict[str, Array | float | tuple[float, ...]]:
    """The inputs of the base case; what a risk changes has a column for the base case and one for each risk."""
    inputs: dict[str, Array | float | tuple[float, ...]] = dict(results.inputs.values)
    for name in dict.fromkeys(name for shock in shocks for name in shock):
        base = results.inputs.values[name]
        inputs[name] = np.stack([np.asarray(each.get(name, base), float) for each in ({}, *shocks)], axis=-1)
    return inputs


def _wide(values: Array | int, batch: Batch) -> Array:
    """One value a scenario, also where all are alike."""
    return np.broadcast_to(np.asarray(values, float), (batch.scenarios,))


def _shared(run: _Run, name: str, risk: Risk, drivers: Inputs, column: int | None) -> SharedRisk:
    shared = SharedRisk(
        name=name,
        id=risk.id,
        label=label_of(name, risk),
        category=risk.category or "",
        phase=risk.phase,
        description=risk.description or "",
        mitigation=risk.mitigation or "",
        probability=risk.probability.number,
        allocation=risk.allocated(run.public),
        intended=risk.intended(),
        intended_private=risk.private_share(run.public),
        drivers=drivers,
    )
    if column is None:
        return shared
    effect = _effect(run, risk.probability.number, column)
    return replace(shared, effect=effect, findings=tuple(_findings(run, shared.intended, effect)))


def _effect(run: _Run, probability: float, column: int) -> RiskEffect:
    parties = _changes(run.values, column)
    turnover = _changes(run.turnover, column)
    losses = {party: max(turnover.get(party, 0.0) - change, 0.0) for party, change in parties.items()}
    losses = {party: loss for party, loss in losses.items() if loss > run.nothing}
    loss = sum(losses.values())
    shares = {party: lost / loss for party, lost in losses.items()}
    uses = run.results.values["total_uses"]
    return RiskEffect(
        parties=parties,
        turnover=turnover,
        shares=shares,
        loss=loss,
        impact=loss / uses if uses else 0.0,
        expected_cost=probability * loss,
        expected={party: probability * change for party, change in parties.items()},
        private_share=_side(run, shares, PRIVATE) if shares else None,
        lenders_loss=loss_of_lenders(parties, run.lenders),
        measures=_measures(run, column),
    )


def _changes(values: Mapping[str, Array], column: int) -> dict[str, float]:
    return {party: float(found[column] - found[0]) for party, found in values.items()}


def _side(run: _Run, shares: Mapping[str, float], side: str) -> float:
    return sum((share for party, share in shares.items() if (party in run.public) == (side == PUBLIC)), 0.0)


def _measures(run: _Run, column: int) -> Measures:
    batch = run.batch
    found: dict[str, Value] = {}
    for name in _BLANKS:
        value = batch.value(name, column)
        found[name] = None if np.isnan(value) else value
    return Measures(
        **found,
        default_periods=round(batch.value("default_periods", column)),
        lockup_periods=round(batch.value("lockup_periods_count", column)),
        arrears_highest=float(batch.series("arrears", column).max()),
        sponsor_support=batch.value("support_total", column),
        guarantees={key: batch.value(name, column) for key, name in _guarantees(run.results.graph).items()},
        reasons={name: _reason(run, name, column) for name, value in found.items() if value is None},
    )


def _reason(run: _Run, name: str, column: int) -> str:
    """Why there is no such value when the risk happens."""
    flows = tuple(run.batch.series("equity_cash_flow", column).tolist())
    shocked = replace(run.results, series={**run.results.series, "equity_cash_flow": flows})
    return blank_reason(shocked, name)


def _findings(run: _Run, intended: Mapping[str, float], effect: RiskEffect) -> list[Finding]:
    """What a reader should be told: a share unlike the one intended, lenders who lose, guarantees called, default."""
    if not effect.shares:
        return [Finding("nobody_loses")]
    found = list(_unlike(run, intended, effect))
    if effect.parties[_SPONSOR] > DIFFERS * effect.loss:
        found.append(Finding("sponsors_gain", _SPONSOR, found=effect.parties[_SPONSOR]))
    if effect.lenders_loss > max(run.nothing, _SLIGHT * effect.loss):
        found.append(Finding("lenders_lose", found=effect.lenders_loss))
    base, measures = _measures(run, 0), effect.measures
    if measures.guarantee_drawn > base.guarantee_drawn + run.nothing:
        found.append(Finding("guarantee_drawn", found=measures.guarantee_drawn))
    if measures.default_periods > base.default_periods:
        found.append(Finding("default", found=measures.default_periods))
    if measures.lockup_periods > base.lockup_periods:
        found.append(Finding("lockup", found=measures.lockup_periods))
    if measures.equity_irr is None and base.equity_irr is not None:
        found.append(Finding("no_return"))
    return found


def _unlike(run: _Run, intended: Mapping[str, float], effect: RiskEffect) -> list[Finding]:
    """Shares that differ from those intended; of the two sides only the one that bears more than it should."""
    if not intended:
        return []
    if PRIVATE in intended:
        sides = [(side, intended[side], _side(run, effect.shares, side)) for side in (PUBLIC, PRIVATE)]
        return [Finding("differs", *side) for side in sides if side[2] - side[1] > DIFFERS]
    parties = dict.fromkeys((*intended, *effect.shares))
    pairs = [(party, intended.get(party, 0.0), effect.shares.get(party, 0.0)) for party in parties]
    return [Finding("differs", *pair) for pair in pairs if abs(pair[2] - pair[1]) > DIFFERS]
