"""With and without: what each instrument of support moves, by party, sized anew, and signed, under each risk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from finmodel.analysis.columns import Column, Columns, Inputs
from finmodel.analysis.lenders import lenders_of, loss_of_lenders
from finmodel.inputs.support import Instrument
from finmodel.model.parties import COMPANY
from finmodel.results import Results, SupportComparison, SupportEffect, SupportMeasures, Value

__all__ = ["effect_lines", "support_effects"]

_MEASURES = {
    "equity_irr": "equity_irr",
    "dscr_minimum": "dscr_minimum",
    "llcr_minimum": "llcr_minimum",
    "total_uses": "total_uses",
    "senior_debt": "senior_commitment",
    "total_debt": "debt_commitment",
    "concessionality": "concessionality_share",
}
_COMPANY_NET = "company_net"
_NOTHING = 1e-7
"""What rounding leaves of nothing, as a share of total uses."""

Number = float | tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Pair:
    """The same deal with an instrument and without it."""

    with_it: Column
    without_it: Column


@dataclass(frozen=True, slots=True)
class _Deals:
    """The variants of one deal, computed: how to read a column."""

    parties: Mapping[str, str]
    """The line of each party's present value, the company's included."""
    lenders: Sequence[str]
    nothing: float

    def value(self, column: Column, party: str) -> float:
        return column[self.parties[party]] or 0.0

    def measures(self, column: Column, calm: Column) -> SupportMeasures:
        """How a deal stands; ``calm`` is the same deal while no risk happens."""
        known: dict[str, Value] = {name: column[line] for name, line in _MEASURES.items()}
        changes = {lender: self.value(column, lender) - self.value(calm, lender) for lender in self.lenders}
        lost = loss_of_lenders(changes, self.lenders)
        return SupportMeasures(**known, default_periods=round(column["default_periods"] or 0.0), lenders_loss=lost)


def support_effects(
    results: Results, support: Sequence[Instrument], shocks: Mapping[str, Inputs], columns: Columns | None = None
) -> tuple[SupportEffect, ...]:
    """What each instrument moves, from the results of the base case.

    ``shocks`` gives the inputs that a risk changes, by its name. All deals are computed in two runs, one sized anew
    and one at the contract's values. ``columns`` computes at least the lines of ``effect_lines``, where something that
    does is compiled already.
    """
    if not support:
        return ()
    columns = columns or Columns(results, effect_lines(results))
    sized = columns.run([{}, *(each.without for each in support)])
    happening: dict[str, Inputs] = {"": {}, **shocks}
    signed = _signed(columns, support, happening)
    parties = _parties(results)
    nothing = _NOTHING * (results.values["total_uses"] or 1.0)
    deals = _Deals(parties, lenders_of(results.graph), nothing)
    return tuple(
        SupportEffect(
            each.name,
            each.heading,
            each.type,
            each.label,
            each.provider,
            resized=_compared(deals, each, _Pair(sized[0], column), refusal=_refusal(results, column)),
            signed=_compared(deals, each, _pair(signed, "", each)),
            risks={risk: _compared(deals, each, _pair(signed, risk, each), _pair(signed, "", each)) for risk in shocks},
        )
        for each, column in zip(support, sized[1:], strict=True)
    )


def effect_lines(results: Results) -> list[str]:
    """The lines that the comparison reads: the parties' present values, measures, and what refuses a deal."""
    graph = results.graph
    measures = [line for line in _MEASURES.values() if line in graph.lines]
    return [*_parties(results).values(), *measures, "default_periods", *_refusals(results)]


def _parties(results: Results) -> dict[str, str]:
    """Every party with the line of its present value; of the company, the series of what it keeps."""
    lines = results.graph.tagged(party="present_value")
    return {line.instance.removeprefix("party_"): line.name for line in lines} | {COMPANY: _COMPANY_NET}


def _refusals(results: Results) -> list[str]:
    return [line.name for line in results.graph.lines.values() if "refuse" in line.tags]


def _refusal(results: Results, column: Column) -> str:
    """Which line says that the deal cannot be made, or nothing; a deal once signed is not asked."""
    return next((name for name in _refusals(results) if column[name]), "")


def _signed(
    columns: Columns, support: Sequence[Instrument], happening: Mapping[str, Inputs]
) -> dict[tuple[str, str], Column]:
    """The deal as contracted under each risk and none, with all support and without each instrument."""
    base = columns.results.inputs.values
    taken: dict[str, Inputs] = {"": {}, **{each.name: each.without for each in support}}
    variants = {
        (risk, name): _both(base, shock, without)
        for risk, shock in happening.items()
        for name, without in taken.items()
    }
    return dict(zip(variants, columns.run(list(variants.values()), frozen=True), strict=True))


def _both(base: Inputs, shock: Inputs, without: Inputs) -> Inputs:
    """What a risk changes on top of what the deal is without an instrument: where both move an input, moves add up."""
    twice = {name: _moved(without[name], shock[name], base[name]) for name in shock.keys() & without.keys()}
    return {**shock, **without, **twice}


def _moved(value: Number, shocked: Number, base: Number) -> Number:
    moved = np.asarray(value) + np.asarray(shocked) - np.asarray(base)
    return tuple(map(float, moved)) if moved.ndim else float(moved)


def _pair(signed: Mapping[tuple[str, str], Column], risk: str, each: Instrument) -> _Pair:
    return _Pair(signed[risk, ""], signed[risk, each.name])


def _compared(
    deals: _Deals, each: Instrument, pair: _Pair, calm: _Pair | None = None, *, refusal: str = ""
) -> SupportComparison:
    """The deal with the instrument less the deal without it; ``calm`` are the two while no risk happens."""
    calm = calm or pair
    with_it = deals.measures(pair.with_it, calm.with_it)
    trouble = pair.with_it.trouble or pair.without_it.trouble or refusal
    if trouble:
        return SupportComparison(with_it, None, trouble=trouble)
    parties = {p: deals.value(pair.with_it, p) - deals.value(pair.without_it, p) for p in deals.parties}
    cost = -parties.get(each.provider, 0.0)
    costs = cost > deals.nothing
    return SupportComparison(
        with_it,
        deals.measures(pair.without_it, calm.without_it),
        parties,
        cost if costs else None,
        {party: change / cost for party, change in parties.items()} if costs else {},
    )
